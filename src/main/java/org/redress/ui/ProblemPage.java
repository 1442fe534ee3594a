package org.redress.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page that says no, or that something of ours broke. */
public record ProblemPage(
        Frame frame,
        int status,
        String title,
        String detail,
        List<String> faults,
        @Nullable String incident) {}
