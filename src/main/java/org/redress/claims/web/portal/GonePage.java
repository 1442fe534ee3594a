package org.redress.claims.web.portal;

import org.redress.ui.Frame;

/**
 * What {@code portal/gone.jte} shows: a link whose time is over, and how to go on. Nothing of the claim or the order.
 *
 * @param ofOrder whether it was the link of an order, which can be found without it
 */
public record GonePage(Frame frame, Shop shop, boolean ofOrder) {}
