package org.redress.claims.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.claims.Claim;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimState;
import org.redress.claims.Entry;
import org.redress.claims.Filing;
import org.redress.claims.Given;
import org.redress.kernel.Sku;
import org.redress.remedy.Remedy;

/**
 * Second time right: a claim about what was sent to make an earlier one right follows that one. By the order and the article
 * alone; nothing of the person counts.
 */
public final class Lineage {
    private static final Set<Remedy.Kind> SENDS = EnumSet.of(Remedy.Kind.RESHIP, Remedy.Kind.EXCHANGE);

    private Lineage() {}

    /**
     * The last of the order's other claims that sent an article again which this filing is about.
     *
     * @param others the oldest first
     */
    public static Optional<Claim> of(Filing filing, List<Claim> others) {
        var about = filing.lines().stream()
                .map(Filing.Line::sku)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
        return others.reversed().stream()
                .filter(other -> sent(other, about).findAny().isPresent())
                .findFirst();
    }

    /**
     * Whether the replacement was on its way before this claim was filed: else it is about the first parcel.
     *
     * @param told what happened to the earlier claim
     */
    public static boolean isAfter(Claim claim, Claim earlier, List<Entry> told) {
        var about = claim.filing().lines().stream()
                .map(Filing.Line::sku)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
        return sent(earlier, about)
                .anyMatch(given -> told.stream()
                        .filter(entry -> entry.event() instanceof ClaimEvent.StepDone(var offer, var position, var _)
                                && offer.equals(given.offer())
                                && position == given.position())
                        .anyMatch(entry -> !entry.at().isAfter(claim.filedAt())));
    }

    /** The claim as one that follows; while nobody has decided yet, half the time is left. */
    public static Claim following(Claim claim, Claim earlier) {
        return claim.following(
                earlier.id(),
                claim.state() instanceof ClaimState.Submitted ? Clocks.secondTime(claim.owed()) : claim.owed());
    }

    private static Stream<Given> sent(Claim claim, Set<Sku> articles) {
        return claim.given().stream()
                .filter(given -> SENDS.contains(given.remedy().kind()))
                .filter(given ->
                        given.remedy().goods().stream().map(Remedy.Goods::sku).anyMatch(articles::contains));
    }
}
