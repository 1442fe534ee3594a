package org.redress.claims;

import java.util.UUID;

/**
 * A claim has moved. Ids only: a listener may run late, twice or out of order, and trusts {@link Claims} over this.
 *
 * @param sequence of the entry in the claim's ledger
 * @param event simple name of the {@link ClaimEvent}
 */
public record ClaimMoved(UUID merchant, UUID claim, int sequence, String event) {}
