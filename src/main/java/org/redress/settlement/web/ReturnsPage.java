package org.redress.settlement.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ui.Frame;

/**
 * Returns: those expected, or those received.
 *
 * @param next where the next page starts, or null
 */
public record ReturnsPage(
        Frame frame,
        boolean received,
        List<ReturnView> returns,
        @Nullable String next) {}
