package org.redress.clock.app;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says without a stack trace why the product does not start with this clock, and what to do. */
final class NotForPracticeAnalyzer extends AbstractFailureAnalyzer<NotForPractice> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NotForPractice cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
