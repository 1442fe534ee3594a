package org.redress.claims.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.ClaimState;
import org.redress.claims.LegalFlag;
import org.redress.claims.LegalFlag.Code;
import org.redress.claims.LegalFlag.Level;
import org.redress.claims.Verification;
import org.redress.kernel.Demand;
import org.redress.kernel.Money;
import org.redress.kernel.Phrase;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;

/** Where Chinese consumer law starts to count against the merchant (domain.md S23, S24): goods that went to mainland China. */
public final class LegalFlags {
    /** From here on there is little time left. */
    public static final Duration ALARM = Duration.ofDays(10);

    /** An overrun is taken as deliberate delay (处罚办法 8-10). */
    public static final Duration LIMIT = Duration.ofDays(15);

    private static final ZoneId THERE = ZoneId.of("Asia/Shanghai");
    private static final Set<Remedy.Kind> BACK =
            EnumSet.of(Remedy.Kind.REFUND, Remedy.Kind.PARTIAL_REFUND, Remedy.Kind.RETURN_LABEL);

    private LegalFlags() {}

    public static List<LegalFlag> of(Claim claim, Facts facts, Verification verification, Instant now) {
        if (facts.order().filter(order -> isThere(order.shipTo().country())).isEmpty()) {
            return List.of();
        }
        var flags = new ArrayList<LegalFlag>();
        delay(claim, now).ifPresent(flags::add);
        grade(claim, facts, verification).ifPresent(flags::add);
        return flags;
    }

    /** @param country of an address, as orders have it */
    public static boolean isThere(@Nullable String country) {
        return country != null && country.strip().toUpperCase(Locale.ROOT).equals("CN");
    }

    /** The fifteen days of a claim whose goods went there; empty where nobody asks for money back or a return any more. */
    public static Optional<LegalFlag> delay(Claim claim, Instant now) {
        return asked(claim).map(since -> {
            var due = since.plus(LIMIT);
            long day = Math.max(0, Duration.between(since, now).toDays());
            var level = !now.isBefore(due) ? Level.OVERRUN : day >= ALARM.toDays() ? Level.ALARM : Level.NOTED;
            return new LegalFlag(
                    Code.FIFTEEN_DAYS,
                    level,
                    since,
                    due,
                    Phrase.of(
                            "claims.flag.FIFTEEN_DAYS." + level,
                            day,
                            due.atZone(THERE).toLocalDate()));
        });
    }

    /** Since when money back or a return is asked for or agreed, and not yet carried out. */
    private static Optional<Instant> asked(Claim claim) {
        return switch (claim.state()) {
            case ClaimState.Executing(var _, var plan, var owed, var _, var _) -> {
                boolean back = owed.stream()
                        .anyMatch(position ->
                                BACK.contains(plan.remedies().get(position).kind()));
                yield back
                        ? Optional.of(
                                demandsItBack(claim)
                                        ? claim.filedAt()
                                        : claim.owed().since())
                        : Optional.empty();
            }
            case ClaimState.Submitted _, ClaimState.NeedsInformation _, ClaimState.Accepted _, ClaimState.Offered _ ->
                hasIt(claim) ? Optional.empty() : asksForIt(claim);
            case ClaimState.FollowingUp _, ClaimState.Closed _, ClaimState.Rejected _, ClaimState.Merged _ ->
                Optional.empty();
        };
    }

    /** By the filing, or later by what they would rather have: we owe an answer to that since they said so. */
    private static Optional<Instant> asksForIt(Claim claim) {
        if (demandsItBack(claim)) {
            return Optional.of(claim.filedAt());
        }
        var wish = claim.wish();
        return wish != null && isBack(wish) ? Optional.of(claim.owed().since()) : Optional.empty();
    }

    private static boolean demandsItBack(Claim claim) {
        return claim.filing().demand() == Demand.REFUND || claim.filing().demand() == Demand.RETURN;
    }

    private static boolean hasIt(Claim claim) {
        return claim.given().stream()
                .anyMatch(given -> BACK.contains(given.remedy().kind()));
    }

    private static boolean isBack(RemedyPlan plan) {
        return plan.remedies().stream().anyMatch(remedy -> BACK.contains(remedy.kind()));
    }

    /** Something easily taken for what was ordered came instead, and its price is another. */
    private static Optional<LegalFlag> grade(Claim claim, Facts facts, Verification verification) {
        return verification.discrepancies().stream()
                .filter(row -> row.received() != null && row.received() > 0)
                .flatMap(row -> grade(claim, facts, row.sku(), row.lookAlikeOf()).stream())
                .min(Comparator.comparing(LegalFlag::code));
    }

    private static Optional<LegalFlag> grade(
            Claim claim, Facts facts, @Nullable String came, @Nullable String ordered) {
        return came == null || ordered == null
                ? Optional.empty()
                : grade(claim, facts, new Sku(came), new Sku(ordered));
    }

    private static Optional<LegalFlag> grade(Claim claim, Facts facts, Sku came, Sku ordered) {
        var price = price(facts.products().get(came));
        var wanted = Optional.ofNullable(price(facts.products().get(ordered)))
                .or(() -> facts.order().flatMap(order -> order.line(ordered)).map(Order.Line::unitPrice))
                .orElse(null);
        if (price == null || wanted == null || !price.currency().equals(wanted.currency())) {
            return Optional.empty();
        }
        int difference = price.compareTo(wanted);
        if (difference == 0) {
            return Optional.empty();
        }
        var code = difference < 0 ? Code.LOWER_GRADE : Code.HIGHER_GRADE;
        return Optional.of(new LegalFlag(
                code,
                difference < 0 ? Level.ALARM : Level.NOTED,
                claim.filedAt(),
                null,
                Phrase.of("claims.flag." + code, facts.name(came), price, facts.name(ordered), wanted)));
    }

    private static @Nullable Money price(@Nullable Product product) {
        return product == null ? null : product.price();
    }
}
