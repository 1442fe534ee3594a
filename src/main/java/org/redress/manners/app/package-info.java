/** The coach as others use it. */
@NullMarked
package org.redress.manners.app;

import org.jspecify.annotations.NullMarked;
