/** The staff's pages about orders and imports. */
@NullMarked
package org.redress.orders.web;

import org.jspecify.annotations.NullMarked;
