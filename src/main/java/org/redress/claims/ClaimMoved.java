package org.redress.claims;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A claim has moved. Ids only: a listener may run late, twice or out of order, and trusts {@link Claims} over this.
 *
 * @param sequence of the entry in the claim's ledger
 * @param event simple name of the {@link ClaimEvent}
 */
public record ClaimMoved(UUID merchant, UUID claim, int sequence, String event) {
    private static final Set<String> KNOWN = Stream.of(ClaimEvent.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .collect(toUnmodifiableSet());

    /**
     * For the condition of a listener: what it does not hear costs nothing, while what it hears is kept until it is done.
     *
     * @throws IllegalArgumentException where one is no {@link ClaimEvent}
     */
    public boolean is(String... events) {
        if (!KNOWN.containsAll(List.of(events))) {
            throw new IllegalArgumentException("Of these not all are events of a claim: " + List.of(events));
        }
        return List.of(events).contains(event);
    }
}
