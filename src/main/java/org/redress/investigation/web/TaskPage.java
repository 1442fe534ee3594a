package org.redress.investigation.web;

import org.jspecify.annotations.Nullable;
import org.redress.ui.Frame;

/**
 * What somebody without an account sees by a task's link: one question, and nothing of a customer.
 *
 * @param merchant who asks
 * @param view null where the link has expired
 * @param late whether what this one has just sent was not kept: somebody has answered before
 */
public record TaskPage(
        Frame frame, String merchant, @Nullable TaskView view, boolean late) {}
