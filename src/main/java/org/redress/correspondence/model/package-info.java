/** What is said when, as pure functions of a claim and its ledger. */
@NullMarked
package org.redress.correspondence.model;

import org.jspecify.annotations.NullMarked;
