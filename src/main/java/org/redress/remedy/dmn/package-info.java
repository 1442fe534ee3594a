/** Reads decision tables in DMN, refuses what they must not hold, and asks them. */
@NullMarked
package org.redress.remedy.dmn;

import org.jspecify.annotations.NullMarked;
