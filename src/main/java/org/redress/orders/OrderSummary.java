package org.redress.orders;

import java.time.Instant;

/** An order in a list. {@code units} counts articles over all its lines. */
public record OrderSummary(
        String orderNumber, String shop, Instant placedAt, String customerName, int lines, long units) {}
