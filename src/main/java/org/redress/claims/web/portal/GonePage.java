package org.redress.claims.web.portal;

import org.redress.ui.Frame;

/** What {@code portal/gone.jte} shows: a link whose time is over, and how to get a new one. Nothing of the claim. */
public record GonePage(Frame frame, Shop shop) {}
