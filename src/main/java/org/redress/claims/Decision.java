package org.redress.claims;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Money;
import org.redress.remedy.Area;
import org.redress.remedy.Figures;
import org.redress.remedy.PolicySet;
import org.redress.remedy.RemedyCase;
import org.redress.remedy.Ruling;

/**
 * The first decision on a claim, frozen with what the rules knew: so that other rules can be tried on it years later.
 * Later rounds follow from the first and are not kept: under other rules they would not have come about.
 *
 * @param number of the claim
 * @param clear whether nothing in the claim was a person's to weigh, so that rules alone might have decided
 * @param language of the customer, BCP 47
 * @param country where the goods went, or null
 * @param region of the country, as the shop writes it, or null
 * @param returning whether the customer had ordered before
 * @param band of what was paid, an index into {@link #BANDS}
 * @param remedyCase what the rules looked at
 * @param ruled what the rules of that day made of it
 * @param contested whether the customer declined, countered, appealed or came back later
 */
public record Decision(
        UUID claim,
        String number,
        Instant filedAt,
        Area area,
        Channel channel,
        Verdict verdict,
        Severity severity,
        boolean clear,
        String language,
        @Nullable String country,
        @Nullable String region,
        boolean returning,
        int band,
        RemedyCase remedyCase,
        Ruling ruled,
        boolean contested) {
    /** Lower bounds of what was paid for the order, in dollars; other currencies by round figures. */
    public static final List<Integer> BANDS = List.of(0, 20, 50, 100, 250);

    private static final Currency BANDS_IN = Currency.getInstance("USD");

    /** The band of an amount. */
    public static int band(Money paid) {
        var measured = Figures.like(paid, BANDS_IN).amount();
        int band = 0;
        while (band + 1 < BANDS.size() && measured.compareTo(BigDecimal.valueOf(BANDS.get(band + 1))) >= 0) {
            band++;
        }
        return band;
    }

    /** The lower bound of a band in round figures of another currency. */
    public static Money bound(int band, Currency currency) {
        return Figures.like(new Money(BANDS.get(band) * 100L, BANDS_IN), currency);
    }

    /** The same with what other rules make of it. */
    public Decision ruledBy(PolicySet rules) {
        var answer = Ruling.of(rules, remedyCase, verdict.name(), severity.name(), channel.name());
        return new Decision(
                claim,
                number,
                filedAt,
                area,
                channel,
                verdict,
                severity,
                clear,
                language,
                country,
                region,
                returning,
                band,
                remedyCase,
                answer,
                contested);
    }

    /** The value that identifies it in {@link Decisions#page}. */
    public Decisions.Place place() {
        return new Decisions.Place(filedAt, claim);
    }
}
