package org.redress.outreach.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.access.Secret;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.claims.Complaint;
import org.redress.claims.Complaints;
import org.redress.claims.EventWords;
import org.redress.correspondence.MailingLinks;
import org.redress.correspondence.Mailings;
import org.redress.database.MerchantTransactions;
import org.redress.investigation.AtRisk;
import org.redress.investigation.Investigation;
import org.redress.investigation.Investigations;
import org.redress.kernel.Actor;
import org.redress.kernel.Demand;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Orders;
import org.redress.outreach.Outreach;
import org.redress.outreach.Outreaches;
import org.redress.outreach.model.OutreachRules;
import org.redress.outreach.store.OutreachTable;
import org.springframework.stereotype.Service;

@Service
class OutreachDesk implements Outreaches, MailingLinks {
    /** As long as somebody may find a parcel in a cupboard. */
    private static final Duration LINK_LASTS = Duration.ofDays(90);

    private static final Duration LINKS_STAY = Duration.ofDays(30);

    /** Whoever has complained since then needs no letter. */
    private static final Duration LOOKS_BACK = Duration.ofDays(365);

    private final MerchantTransactions transactions;
    private final OutreachTable table;
    private final Claims claims;
    private final Complaints complaints;
    private final Orders orders;
    private final Investigations investigations;
    private final Mailings mailings;
    private final OutreachLetter letter;
    private final OutreachFiling filing;
    private final InstantSource clock;

    OutreachDesk(
            MerchantTransactions transactions,
            OutreachTable table,
            Claims claims,
            Complaints complaints,
            Orders orders,
            Investigations investigations,
            Mailings mailings,
            OutreachLetter letter,
            OutreachFiling filing,
            InstantSource clock) {
        this.transactions = transactions;
        this.table = table;
        this.claims = claims;
        this.complaints = complaints;
        this.orders = orders;
        this.investigations = investigations;
        this.mailings = mailings;
        this.letter = letter;
        this.filing = filing;
        this.clock = clock;
    }

    @Override
    public Page<Outreach> page(
            MerchantId merchant, Collection<Outreach.State> states, @Nullable String after, int limit) {
        var from = after == null ? null : Ids.parse(after).orElseThrow(OutreachDesk::absent);
        return transactions.call(merchant, () -> table.page(merchant, states, from, limit));
    }

    @Override
    public List<Outreach> ofClaim(MerchantId merchant, UUID claim) {
        return transactions.call(merchant, () -> table.ofClaim(merchant, claim));
    }

    @Override
    public Optional<Outreach> find(MerchantId merchant, UUID id) {
        return transactions.call(merchant, () -> table.find(merchant, id));
    }

    @Override
    public int find(MerchantId merchant, UUID id, Actor actor) {
        return transactions.call(merchant, () -> {
            var claim = claims.find(merchant, id).orElseThrow(OutreachDesk::absent);
            var concluded = investigations.of(claim);
            table.weigh(merchant, id, OutreachRules.likely(concluded));
            boolean whole = OutreachRules.isOfWholeParcels(concluded, claim.filing());
            var ordered = whole ? null : concluded.ordered();
            if ((ordered == null && !whole) || OutreachRules.isOfTheListing(concluded)) {
                return 0;
            }
            var shipped = new LinkedHashMap<String, AtRisk>();
            concluded.atRisk().stream()
                    .filter(AtRisk::shipped)
                    .limit(MOST_OF_A_CLAIM)
                    .forEach(risk -> shipped.put(risk.orderNumber(), risk));
            shipped.keySet().removeAll(complained(merchant, shipped.keySet()));
            return table.insert(shipped.values().stream()
                    .map(risk -> found(
                            claim,
                            risk.orderNumber(),
                            ordered,
                            concluded.received(),
                            Outreach.Why.AT_RISK,
                            risk.probability()))
                    .toList());
        });
    }

    /** The other side of a swap, where it is sure enough and they have not come themselves. */
    void swapped(MerchantId merchant, UUID id) {
        transactions.run(
                merchant,
                () -> claims.find(merchant, id).ifPresent(claim -> {
                    var concluded = investigations.of(claim);
                    var partner = concluded.counterpart();
                    if (partner != null && partner.confidence() >= OutreachRules.SURE_ENOUGH) {
                        orders.find(merchant, partner.orderNumber())
                                .filter(_ -> complained(merchant, List.of(partner.orderNumber()))
                                        .isEmpty())
                                .ifPresent(order -> swapped(claim, concluded, partner, order));
                    }
                }));
    }

    private void swapped(Claim claim, Investigation concluded, Investigation.Counterpart partner, Order order) {
        if (OutreachRules.isOfWholeParcels(concluded, claim.filing())) {
            var found = found(claim, order.orderNumber(), null, null, Outreach.Why.SWAP, partner.confidence());
            table.widen(found);
            table.insert(List.of(found));
            return;
        }
        // In a longer cycle they got a third one's goods.
        var came = partner.kind() == Investigation.Counterpart.Kind.SWAP ? concluded.ordered() : null;
        OutreachRules.lacks(order, concluded.received())
                .map(lacks -> found(claim, order.orderNumber(), lacks, came, Outreach.Why.SWAP, partner.confidence()))
                .ifPresent(found -> table.insert(List.of(found)));
    }

    private Collection<String> complained(MerchantId merchant, Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : complaints.alike(merchant, null, null, clock.instant().minus(LOOKS_BACK), numbers).stream()
                        .map(Complaint::orderNumber)
                        .collect(Collectors.toSet());
    }

    private Outreach found(
            Claim claim,
            String order,
            @Nullable Sku ordered,
            @Nullable Sku received,
            Outreach.Why why,
            double probability) {
        return new Outreach(
                claim.merchant(),
                Ids.next(),
                claim.id(),
                claim.number(),
                order,
                ordered,
                received,
                why,
                probability,
                Outreach.State.OPEN,
                now(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Override
    public Written write(MerchantId merchant, UUID id, Actor actor) {
        return transactions.call(merchant, () -> {
            var outreach = table.hold(merchant, id).orElseThrow(OutreachDesk::absent);
            OutreachRules.writable(outreach).ifPresent(OutreachDesk::refuse);
            table.mailedAt(merchant, id)
                    .flatMap(before -> OutreachRules.again(before, clock.instant()))
                    .ifPresent(OutreachDesk::refuse);
            var order = order(outreach);
            boolean byMail = letter.to(outreach, order)
                    .map(mailing -> mailings.send(merchant, mailing))
                    .orElse(false);
            if (outreach.state() == Outreach.State.OPEN) {
                table.written(merchant, id, EventWords.name(actor), now());
            }
            if (byMail) {
                table.mailed(merchant, id, now());
            }
            // The mail makes its own link when it leaves; nobody else needs one.
            var path = byMail ? null : issue(merchant, id, clock.instant().plus(LINK_LASTS));
            return new Written(table.find(merchant, id).orElseThrow(), byMail, path);
        });
    }

    @Override
    public String issue(MerchantId merchant, UUID outreach, Instant expiresAt) {
        var secret = Secret.random();
        var now = clock.instant();
        transactions.run(
                merchant,
                () -> table.insertLink(merchant, secret.hash(), outreach, expiresAt, now, now.minus(LINKS_STAY)));
        return "/check/" + secret.text();
    }

    @Override
    public Optional<About> about(MerchantId merchant, UUID outreach) {
        return find(merchant, outreach).map(found -> new About(found.orderNumber(), found.filed()));
    }

    @Override
    public Outreach leave(MerchantId merchant, UUID id, String note, Actor actor) {
        return transactions.call(merchant, () -> {
            var outreach = table.hold(merchant, id).orElseThrow(OutreachDesk::absent);
            OutreachRules.leavable(outreach, note).ifPresent(OutreachDesk::refuse);
            table.end(merchant, id, Outreach.State.LEFT, EventWords.name(actor), note.strip(), now());
            return table.find(merchant, id).orElseThrow();
        });
    }

    @Override
    public Optional<Opened> open(String token) {
        return table.findLink(new Secret(token).hash(), clock.instant());
    }

    @Override
    public void right(MerchantId merchant, UUID id) {
        transactions.run(merchant, () -> {
            var outreach = table.hold(merchant, id).orElseThrow(OutreachDesk::absent);
            if (outreach.state() == Outreach.State.CLAIMED) {
                OutreachRules.writable(outreach).ifPresent(OutreachDesk::refuse);
            }
            if (outreach.state() != Outreach.State.RIGHT) {
                table.end(merchant, id, Outreach.State.RIGHT, null, null, now());
            }
        });
    }

    @Override
    public String wrong(MerchantId merchant, UUID id, int units, Demand demand, String language) {
        return transactions.call(merchant, () -> {
            var outreach = table.hold(merchant, id).orElseThrow(OutreachDesk::absent);
            var before = filing.before(outreach);
            if (before.isPresent()) {
                return before.get().trackPath();
            }
            var order = order(outreach);
            OutreachRules.answerable(outreach, order, units).ifPresent(OutreachDesk::refuse);
            var filed = filing.file(outreach, order, units, demand, language);
            table.claimed(merchant, outreach.orderNumber(), filed.claim().id(), now());
            return filed.trackPath();
        });
    }

    /** They have come themselves, whichever way. */
    void claimed(MerchantId merchant, UUID id) {
        transactions.run(
                merchant,
                () -> claims.find(merchant, id).ifPresent(claim -> {
                    var number = claim.filing().orderNumber();
                    if (number != null) {
                        table.claimed(merchant, number, id, now());
                    }
                }));
    }

    private Order order(Outreach outreach) {
        return orders.find(outreach.merchant(), outreach.orderNumber()).orElseThrow(OutreachDesk::absent);
    }

    private static void refuse(Refusal refusal) {
        throw new Refused(refusal);
    }

    private static Refused absent() {
        return new Refused(Refusal.absent());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
