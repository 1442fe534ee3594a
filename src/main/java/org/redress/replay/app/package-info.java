/** Transactions and the long job. */
@NullMarked
package org.redress.replay.app;

import org.jspecify.annotations.NullMarked;
