/** {@code /api/v1/products}, {@code /api/v1/orders} and {@code /api/v1/imports}. */
@NullMarked
package org.redress.orders.rest;

import org.jspecify.annotations.NullMarked;
