package org.redress.claims.web.portal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.Offer;
import org.redress.remedy.RemedyChoice;
import org.redress.remedy.RemedyOption;
import org.redress.remedy.RemedyPlan;

/**
 * The offer that lies before the customer.
 *
 * @param etaDays until they have it, as far as the policy knows; null where it does not
 * @param note why this, in the words of whoever offers it
 * @param consent the very text that is agreed to
 * @param lacking that an article cannot be sent, a sentence each
 * @param others what they may suggest instead
 */
public record OfferCard(
        UUID id,
        List<String> gets,
        List<String> asks,
        @Nullable Integer etaDays,
        Instant until,
        @Nullable String note,
        String consent,
        List<String> lacking,
        List<Other> others) {
    /** @param optionId the same for the same plan, so that the next request may name it */
    public record Other(String optionId, List<String> gets) {}

    static @Nullable OfferCard of(Claim claim, RemedyChoice choice, PlanWords words) {
        var offer = claim.currentOffer();
        return offer == null || offer.state() != Offer.State.OPEN ? null : of(claim, offer, choice, words);
    }

    private static OfferCard of(Claim claim, Offer offer, RemedyChoice choice, PlanWords words) {
        return new OfferCard(
                offer.id(),
                words.gets(offer.plan()),
                words.asks(offer.plan()),
                etaDays(offer.plan(), choice),
                offer.expiresAt(),
                offer.note(),
                words.consent(claim.number(), offer.plan()),
                choice.lacking().stream()
                        .map(RemedyChoice.Lacking::sku)
                        .filter(sku -> offer.plan().sent(sku) == 0)
                        .map(words::lacks)
                        .toList(),
                choice.options().stream()
                        .filter(option -> !option.plan().equals(offer.plan()))
                        .map(option -> new Other(option.optionId(), words.gets(option.plan())))
                        .toList());
    }

    private static @Nullable Integer etaDays(RemedyPlan plan, RemedyChoice choice) {
        return choice.options().stream()
                .filter(option -> option.plan().equals(plan))
                .map(RemedyOption::etaDays)
                .findFirst()
                .orElse(null);
    }
}
