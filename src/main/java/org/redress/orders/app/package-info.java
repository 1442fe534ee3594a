/** The desks of products and orders, and what files of them mean. */
@NullMarked
package org.redress.orders.app;

import org.jspecify.annotations.NullMarked;
