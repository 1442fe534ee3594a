/** Where the bytes lie. */
@NullMarked
package org.redress.evidence.out;

import org.jspecify.annotations.NullMarked;
