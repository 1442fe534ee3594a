/** How a claim's whole file becomes pages. */
@NullMarked
package org.redress.claims.out;

import org.jspecify.annotations.NullMarked;
