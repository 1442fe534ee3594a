/** Transactions of {@code traces}. */
@NullMarked
package org.redress.traces.app;

import org.jspecify.annotations.NullMarked;
