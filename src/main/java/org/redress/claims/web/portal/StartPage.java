package org.redress.claims.web.portal;

import java.util.List;
import org.redress.ui.Frame;

/** What {@code portal/start.jte} shows: the shops of this installation. */
public record StartPage(Frame frame, List<Shop> shops) {}
