/** The staff’s pages about orders. */
@NullMarked
package org.redress.orders.web;

import org.jspecify.annotations.NullMarked;
