package org.redress.access.web;

import org.jspecify.annotations.Nullable;
import org.redress.ui.Frame;

/**
 * @param email as it was typed
 * @param problem why the last attempt failed
 * @param notice good news, such as a finished logout
 */
public record LoginPage(
        Frame frame,
        String email,
        @Nullable String problem,
        @Nullable String notice) {}
