/** Carrying a play out in the merchant that is there for practice. */
@NullMarked
package org.redress.practice.app;

import org.jspecify.annotations.NullMarked;
