/** What a row of a file means; pure. */
@NullMarked
package org.redress.orders.model;

import org.jspecify.annotations.NullMarked;
