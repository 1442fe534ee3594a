/** The tables of schema {@code traces}. */
@NullMarked
package org.redress.traces.store;

import org.jspecify.annotations.NullMarked;
