package org.redress.database.postgres;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two lines, without a stack trace, why the second server on a folder does not start. */
final class HomeInUseAnalyzer extends AbstractFailureAnalyzer<HomeInUse> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, HomeInUse cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".",
                "Stop that server first, or give this one a folder and a port of its own with REDRESS_HOME and REDRESS_PORT.",
                cause);
    }
}
