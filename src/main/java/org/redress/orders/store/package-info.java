/** The tables of schema {@code orders}. */
@NullMarked
package org.redress.orders.store;

import org.jspecify.annotations.NullMarked;
