package org.redress.settlement.app;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchants;
import org.redress.claims.EventWords;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.settlement.Comparison;
import org.redress.settlement.Difference;
import org.redress.settlement.PartnerRole;
import org.redress.settlement.Reconciliations;
import org.redress.settlement.store.ComparisonTable;
import org.redress.settlement.store.DifferenceTable;
import org.springframework.stereotype.Component;

/** Does what {@link Reconciliations} promises. */
@Component
class ReconciliationDesk implements Reconciliations {
    private final MerchantTransactions transactions;
    private final Merchants merchants;
    private final ComparisonTable comparisons;
    private final DifferenceTable differences;
    private final ComparisonQueue queue;
    private final InstantSource clock;

    ReconciliationDesk(
            MerchantTransactions transactions,
            Merchants merchants,
            ComparisonTable comparisons,
            DifferenceTable differences,
            ComparisonQueue queue,
            InstantSource clock) {
        this.transactions = transactions;
        this.merchants = merchants;
        this.comparisons = comparisons;
        this.differences = differences;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public List<Comparison> latest(MerchantId merchant) {
        return transactions.call(merchant, () -> comparisons.latest(merchant)).stream()
                .sorted(Comparator.comparing(Comparison::partner))
                .toList();
    }

    @Override
    public Page<Comparison> page(MerchantId merchant, @Nullable String after, int limit) {
        var from = position(after);
        var found = transactions.call(merchant, () -> comparisons.page(merchant, from, limit + 1));
        return cut(found, limit, Comparison::id);
    }

    @Override
    public Optional<Comparison> find(MerchantId merchant, UUID comparison) {
        return transactions.call(merchant, () -> comparisons.find(merchant, comparison));
    }

    @Override
    public List<Comparison> compare(MerchantId merchant, LocalDate day, Actor actor) {
        var today = clock.instant().atZone(merchants.find(merchant).zone()).toLocalDate();
        if (day.isAfter(today) || day.isBefore(today.minusDays(DAYS_BACK))) {
            throw new Refused(Refusal.invalid(
                    "/day",
                    "OUT_OF_RANGE",
                    Phrase.of("settlement.books.fault.day", today.minusDays(DAYS_BACK), today)));
        }
        return transactions.call(
                merchant,
                () -> Stream.of(PartnerRole.values())
                        .map(partner -> start(merchant, partner, day, EventWords.name(actor)))
                        .toList());
    }

    /** Within a transaction. One that is running is tried at once, however long it was to wait. */
    Comparison start(MerchantId merchant, PartnerRole partner, LocalDate day, @Nullable String askedBy) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var fresh = new Comparison(
                merchant, Ids.next(), partner, day, Comparison.State.RUNNING, askedBy, 0, 0, null, 0, now, null);
        var running = comparisons.insert(fresh)
                ? fresh
                : comparisons.running(merchant, partner, day).orElse(fresh);
        queue.add(merchant, running.id(), running.tries(), now);
        return running;
    }

    /**
     * What is due by itself: yesterday, and every earlier day of which something is open, once a day each.
     *
     * @param midnight when the merchant's day began
     */
    void startDue(MerchantId merchant, LocalDate today, Instant midnight) {
        for (var partner : PartnerRole.values()) {
            Stream.concat(
                            Stream.of(today.minusDays(1)),
                            differences.openDays(merchant, partner, today.minusDays(DAYS_BACK)).stream())
                    .distinct()
                    .filter(day -> day.isBefore(today))
                    .filter(day -> !comparisons.isStartedSince(merchant, partner, day, midnight))
                    .forEach(day -> start(merchant, partner, day, null));
        }
    }

    @Override
    public Page<Difference> differences(
            MerchantId merchant, @Nullable UUID comparison, boolean closedToo, @Nullable String after, int limit) {
        var from = position(after);
        var found =
                transactions.call(merchant, () -> differences.page(merchant, comparison, closedToo, from, limit + 1));
        return cut(found, limit, Difference::id);
    }

    @Override
    public Optional<Difference> difference(MerchantId merchant, UUID id) {
        return transactions.call(merchant, () -> differences.find(merchant, id));
    }

    @Override
    public List<Difference> open(MerchantId merchant, UUID claim) {
        return transactions.call(merchant, () -> differences.ofClaim(merchant, claim));
    }

    @Override
    public Difference close(MerchantId merchant, UUID difference, String reason, Actor actor) {
        var said = reason.strip();
        if (said.isEmpty()
                || said.indexOf('\0') >= 0
                || said.codePointCount(0, said.length()) > Difference.LONGEST_NOTE) {
            throw new Refused(Refusal.invalid(
                    "/note",
                    said.isEmpty() ? "MISSING" : "TOO_LONG",
                    Phrase.of("settlement.books.fault.note", Difference.LONGEST_NOTE)));
        }
        return transactions.call(merchant, () -> {
            if (differences.find(merchant, difference).isEmpty()) {
                throw new Refused(Refusal.absent());
            }
            if (!differences.close(merchant, difference, EventWords.name(actor), said, clock.instant())) {
                throw new Refused(Refusal.conflict("DIFFERENCE_CLOSED", Phrase.of("settlement.books.refusal.closed")));
            }
            return differences.find(merchant, difference).orElseThrow();
        });
    }

    private static <T> Page<T> cut(List<T> found, int limit, Function<T, UUID> id) {
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(
                        found.subList(0, limit), id.apply(found.get(limit - 1)).toString());
    }

    private static @Nullable UUID position(@Nullable String after) {
        return after == null || after.isEmpty()
                ? null
                : Ids.parse(after)
                        .orElseThrow(() -> new Refused(
                                Refusal.invalid("/after", "NOT_A_POSITION", Phrase.of("settlement.back.fault.after"))));
    }
}
