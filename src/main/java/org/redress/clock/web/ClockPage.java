package org.redress.clock.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.ui.Frame;

/**
 * What time it is here.
 *
 * @param ahead of the real time
 * @param steps that are not too far
 * @param next what happens by time alone, or null
 */
public record ClockPage(
        Frame frame,
        Instant now,
        Duration ahead,
        List<ClockStep> steps,
        @Nullable Instant next,
        boolean nextIsNear) {}
