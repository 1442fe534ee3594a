/** The desks of products, orders and imports: their transactions and jobs. */
@NullMarked
package org.redress.orders.app;

import org.jspecify.annotations.NullMarked;
