package org.redress.claims.web.portal;

import org.redress.ui.Frame;

/** What {@code portal/order.jte} shows: step 1, which order is it? */
public record OrderPage(Frame frame, Shop shop, Draft draft, Faults faults) {}
