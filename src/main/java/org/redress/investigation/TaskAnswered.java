package org.redress.investigation;

import java.util.UUID;

/** Somebody who was asked about a claim has answered. Ids only: {@link Tasks} has the rest. */
public record TaskAnswered(UUID merchant, UUID claim, UUID task) {}
