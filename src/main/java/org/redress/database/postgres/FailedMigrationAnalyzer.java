package org.redress.database.postgres;

import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Flyway says in words what it could not do; where in our code it was asked helps nobody. */
final class FailedMigrationAnalyzer extends AbstractFailureAnalyzer<FlywayException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FlywayException cause) {
        return new FailureAnalysis(
                "The tables of the database could not be brought to this version: " + cause.getMessage(),
                "What was begun is undone. Check that the login which owns the tables is the one that migrates"
                        + " (SPRING_FLYWAY_USER, else SPRING_DATASOURCE_USERNAME); see docs/database.md.",
                cause);
    }
}
