/** What is said on a claim, for programs. */
@NullMarked
package org.redress.correspondence.rest;

import org.jspecify.annotations.NullMarked;
