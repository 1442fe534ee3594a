package org.redress.correspondence.model;

import static org.redress.claims.ClaimState.Name.*;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.redress.claims.Claim;
import org.redress.claims.ClaimState;
import org.redress.manners.Draft;

/** The templates that come with the product, in the order of a case, and when each is the one to begin with. */
public enum ShippedTemplate {
    ACKNOWLEDGEMENT(Draft.Purpose.REPLY, SUBMITTED),
    SECOND_TIME(Draft.Purpose.REPLY, SUBMITTED, ACCEPTED),
    PHOTO(Draft.Purpose.ASK, SUBMITTED, NEEDS_INFORMATION, ACCEPTED),
    DELAY(Draft.Purpose.UPDATE, SUBMITTED, ACCEPTED, EXECUTING),
    OFFER(Draft.Purpose.OFFER, OFFERED),
    DOUBTS(Draft.Purpose.REPLY, ACCEPTED, OFFERED),
    DECLINE(Draft.Purpose.DECLINE, REJECTED),
    MONEY(Draft.Purpose.REPLY, EXECUTING, FOLLOW_UP),
    AFTER_DELIVERY(Draft.Purpose.UPDATE, FOLLOW_UP),
    CLOSING(Draft.Purpose.UPDATE, CLOSED),
    FIRST_LETTER(Draft.Purpose.FIRST);

    private final Draft.Purpose purpose;

    @SuppressWarnings("ImmutableEnumChecker") // copied, and never handed out
    private final Set<ClaimState.Name> states;

    ShippedTemplate(Draft.Purpose purpose, ClaimState.Name... states) {
        this.purpose = purpose;
        this.states = Set.of(states);
    }

    public Draft.Purpose purpose() {
        return purpose;
    }

    /** Its key, and the name of its files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ShippedTemplate> of(String key) {
        return Arrays.stream(values())
                .filter(template -> template.key().equals(key))
                .findFirst();
    }

    /** Whether a template is meant for a claim that stands here: one of ours by its moment, one of the shop’s by its purpose. */
    public static boolean fits(String key, Draft.Purpose purpose, Claim claim) {
        var shipped = of(key);
        if (shipped.isEmpty()) {
            return purposes(claim.state().name()).contains(purpose);
        }
        return shipped.get().states.contains(claim.state().name())
                && (shipped.get() != SECOND_TIME || claim.follows() != null);
    }

    private static Set<Draft.Purpose> purposes(ClaimState.Name state) {
        return switch (state) {
            case SUBMITTED -> EnumSet.of(Draft.Purpose.REPLY, Draft.Purpose.ASK, Draft.Purpose.UPDATE);
            case NEEDS_INFORMATION -> EnumSet.of(Draft.Purpose.ASK, Draft.Purpose.REPLY);
            case ACCEPTED, OFFERED -> EnumSet.of(Draft.Purpose.OFFER, Draft.Purpose.REPLY, Draft.Purpose.UPDATE);
            case EXECUTING, FOLLOW_UP, CLOSED -> EnumSet.of(Draft.Purpose.UPDATE, Draft.Purpose.REPLY);
            case REJECTED -> EnumSet.of(Draft.Purpose.DECLINE, Draft.Purpose.REPLY);
        };
    }
}
