/** Whole claims, from the first word to the closed case, on the whole product. */
@org.jspecify.annotations.NullMarked
package org.redress.stories;
