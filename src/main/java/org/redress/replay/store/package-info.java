/** SQL of runs and changed claims. */
@NullMarked
package org.redress.replay.store;

import org.jspecify.annotations.NullMarked;
