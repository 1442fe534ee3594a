/** The investigation for programs (contract.md). */
@NullMarked
package org.redress.investigation.rest;

import org.jspecify.annotations.NullMarked;
