package org.redress.database.postgres;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says without a stack trace why the database cannot serve, and what an administrator would do. */
final class UnfitDatabaseAnalyzer extends AbstractFailureAnalyzer<UnfitDatabase> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnfitDatabase cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
