/** {@code /api/v1/products} and {@code /api/v1/orders}. */
@NullMarked
package org.redress.orders.rest;

import org.jspecify.annotations.NullMarked;
