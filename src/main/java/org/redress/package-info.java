/** Redress: from a photo of the wrong goods to a fair, confirmed and executed remedy. */
@NullMarked
package org.redress;

import org.jspecify.annotations.NullMarked;
