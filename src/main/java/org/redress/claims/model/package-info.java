/** The rules of a claim: lifecycle, clocks, verification, numbers. Pure: no Spring, no SQL, no clock. */
@NullMarked
package org.redress.claims.model;

import org.jspecify.annotations.NullMarked;
