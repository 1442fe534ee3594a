package org.redress.claims.web.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Containment;
import org.redress.ui.Frame;

/**
 * What is held back.
 *
 * @param open whether the tab of what is still held is lit
 * @param next where the next page starts, or null
 */
public record ContainmentPage(
        Frame frame,
        boolean open,
        List<Containment> held,
        Names names,
        @Nullable String next) {}
