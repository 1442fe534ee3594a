package org.redress.investigation;

import java.util.UUID;

/** What is believed about the cause of a claim has changed. Ids only: {@link Investigations} has the rest. */
public record InvestigationConcluded(UUID merchant, UUID claim, Investigation.Status status, Stage stage) {}
