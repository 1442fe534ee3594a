package org.redress.settlement.app;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Claims;
import org.redress.claims.EventWords;
import org.redress.database.MerchantTransactions;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import org.redress.remedy.Remedy;
import org.redress.settlement.EarlierReceipt;
import org.redress.settlement.GoodsReturn;
import org.redress.settlement.Receipt;
import org.redress.settlement.Returns;
import org.redress.settlement.Step;
import org.redress.settlement.StockCorrection;
import org.redress.settlement.model.GoodsBack;
import org.redress.settlement.model.StockMachine;
import org.redress.settlement.store.CorrectionTable;
import org.redress.settlement.store.ReturnLedger;
import org.redress.settlement.store.ReturnTable;
import org.redress.settlement.store.ReturnTable.Position;
import org.redress.ui.JsonBody;
import org.springframework.stereotype.Component;

/** Does what {@link Returns} promises. */
@Component
class ReturnDesk implements Returns {
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    private final MerchantTransactions transactions;
    private final ReturnTable returns;
    private final CorrectionTable corrections;
    private final ReturnLedger ledger;
    private final ReceiptReading reading;
    private final ReceiptRecord record;
    private final Bookkeeping books;
    private final Claims claims;
    private final Evidence evidence;
    private final StockQueue queue;
    private final InstantSource clock;

    ReturnDesk(
            MerchantTransactions transactions,
            ReturnTable returns,
            CorrectionTable corrections,
            ReturnLedger ledger,
            ReceiptReading reading,
            ReceiptRecord record,
            Bookkeeping books,
            Claims claims,
            Evidence evidence,
            StockQueue queue,
            InstantSource clock) {
        this.transactions = transactions;
        this.returns = returns;
        this.corrections = corrections;
        this.ledger = ledger;
        this.reading = reading;
        this.record = record;
        this.books = books;
        this.claims = claims;
        this.evidence = evidence;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public Page<GoodsReturn> page(MerchantId merchant, boolean received, @Nullable String after, int limit) {
        var from = after == null ? null : position(after);
        var found = transactions.call(
                merchant,
                () -> received
                        ? returns.received(merchant, from, limit + 1)
                        : returns.expected(merchant, from, limit + 1));
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), cursor(found.get(limit - 1)));
    }

    private static String cursor(GoodsReturn last) {
        return (last.receivedAt() == null ? last.expectedAt() : last.receivedAt()) + "_" + last.id();
    }

    private static Position position(String after) {
        try {
            var parts = after.split("_", -1);
            if (parts.length == 2) {
                var at = Instant.parse(parts[0]);
                if (at.isAfter(Instant.EPOCH) && at.isBefore(FAR)) {
                    return new Position(at, Ids.parse(parts[1]).orElseThrow(ReturnDesk::notOurs));
                }
            }
        } catch (DateTimeException notOurs) {
            // answered below
        }
        throw notOurs();
    }

    private static Refused notOurs() {
        return new Refused(Refusal.invalid("/after", "NOT_A_POSITION", Phrase.of("settlement.back.fault.after")));
    }

    @Override
    public Optional<GoodsReturn> find(MerchantId merchant, UUID id) {
        return transactions.call(merchant, () -> returns.find(merchant, id));
    }

    @Override
    public List<GoodsReturn> ofClaim(MerchantId merchant, UUID claim) {
        return transactions.call(merchant, () -> returns.ofClaim(merchant, claim));
    }

    @Override
    public List<EarlierReceipt> earlier(MerchantId merchant, GoodsReturn back) {
        return back.amended() == null
                ? List.of()
                : transactions.call(merchant, () -> ledger.earlier(merchant, back.id()));
    }

    @Override
    public List<StockCorrection> corrections(MerchantId merchant, Collection<GoodsReturn> all) {
        var ids = all.stream()
                .filter(back -> !back.isAwaited())
                .map(GoodsReturn::id)
                .toList();
        return ids.isEmpty() ? List.of() : transactions.call(merchant, () -> corrections.ofReturns(merchant, ids));
    }

    @Override
    public GoodsReturn receive(MerchantId merchant, UUID id, Receipt receipt, Actor actor) {
        return transactions.call(merchant, () -> {
            var awaited = held(merchant, id);
            var claim = claims.find(merchant, awaited.claim()).orElseThrow(ReturnDesk::absent);
            if (!awaited.isAwaited()) {
                throw receivedAlready();
            }
            var pieces = reading.read(awaited, claim, receipt);
            var now = now();
            var received = found(awaited, pieces, receipt.photo(), note(receipt), now, EventWords.name(actor), null);
            if (!returns.receive(received)) {
                throw receivedAlready();
            }
            ledger.append(received, ReturnLedger.What.RECEIVED, actor, now);
            keepPhoto(claim, receipt.photo(), actor);
            record.keep(received);
            tellClaim(received, actor);
            books.teach(received, now);
            return returns.find(merchant, id).orElseThrow();
        });
    }

    /** As it stands once nobody else can receive or amend it. */
    private GoodsReturn held(MerchantId merchant, UUID id) {
        var claim = returns.find(merchant, id).orElseThrow(ReturnDesk::absent).claim();
        returns.holdClaim(merchant, claim);
        return returns.find(merchant, id).orElseThrow();
    }

    private static @Nullable String note(Receipt receipt) {
        return receipt.note() == null || receipt.note().isBlank()
                ? null
                : receipt.note().strip();
    }

    private static GoodsReturn found(
            GoodsReturn back,
            List<GoodsReturn.Piece> pieces,
            @Nullable EvidenceId photo,
            @Nullable String note,
            Instant at,
            String by,
            GoodsReturn.@Nullable Amendment amendment) {
        return new GoodsReturn(
                back.merchant(),
                back.id(),
                back.claim(),
                back.claimNumber(),
                back.step(),
                back.orderNumber(),
                back.label(),
                back.expected(),
                back.expectedWhole(),
                GoodsReturn.State.RECEIVED,
                pieces,
                GoodsBack.compare(back.expected(), back.expectedWhole(), pieces),
                photo,
                note,
                back.expectedAt(),
                at,
                by,
                null,
                amendment);
    }

    private void keepPhoto(Claim claim, @Nullable EvidenceId photo, Actor actor) {
        if (photo != null) {
            evidence.attach(claim.merchant(), claim.id(), Map.of(photo, EvidenceKind.ITEM));
            claims.handle(claim.merchant(), claim.id(), new ClaimCommand.AddEvidence(Set.of(photo)), actor, null);
        }
    }

    private void tellClaim(GoodsReturn received, Actor actor) {
        var units = new LinkedHashMap<Sku, Integer>();
        received.pieces().forEach(piece -> units.merge(piece.sku(), piece.quantity(), Integer::sum));
        var goods = units.entrySet().stream()
                .map(entry -> new Remedy.Goods(entry.getKey(), entry.getValue()))
                .toList();
        var match = GoodsBack.compare(received.expected(), received.expectedWhole(), received.pieces());
        claims.handle(
                received.merchant(),
                received.claim(),
                new ClaimCommand.RecordReturn(goods, match, received.amended() != null),
                actor,
                null);
    }

    @Override
    public GoodsReturn amend(MerchantId merchant, UUID id, Receipt receipt, String why, int seen, Actor actor) {
        return transactions.call(merchant, () -> {
            var before = held(merchant, id);
            var claim = claims.find(merchant, before.claim()).orElseThrow(ReturnDesk::absent);
            if (before.isAwaited()) {
                throw new Refused(Refusal.conflict("NOT_RECEIVED", Phrase.of("settlement.back.refusal.not-received")));
            }
            if (before.receipts() != seen) {
                throw stale();
            }
            var amendment = new GoodsReturn.Amendment(seen, reason(why), now(), EventWords.name(actor));
            var amended = amended(before, receipt, reading.read(before, claim, receipt), amendment);
            if (!returns.amend(amended, amendment, seen)) {
                throw stale();
            }
            ledger.append(amended, ReturnLedger.What.AMENDED, actor, amendment.at());
            keepPhoto(claim, receipt.photo(), actor);
            record.amend(before, amended);
            if (!amended.pieces().equals(before.pieces())) {
                tellClaim(amended, actor);
            }
            books.teach(amended, amendment.at());
            return returns.find(merchant, id).orElseThrow();
        });
    }

    private static String reason(String why) {
        var text = why.strip();
        if (text.isEmpty()
                || text.codePointCount(0, text.length()) > Receipt.LONGEST_NOTE
                || !JsonBody.isStorable(text)) {
            throw new Refused(Refusal.invalid(
                    "/why", "REASON_NEEDED", Phrase.of("settlement.back.fault.REASON_NEEDED", Receipt.LONGEST_NOTE)));
        }
        return text;
    }

    private static GoodsReturn amended(
            GoodsReturn before, Receipt receipt, List<GoodsReturn.Piece> pieces, GoodsReturn.Amendment amendment) {
        var note = note(receipt);
        if (pieces.equals(before.pieces()) && Objects.equals(note, before.note()) && receipt.photo() == null) {
            throw new Refused(
                    Refusal.invalid("/pieces", "NOTHING_AMENDED", Phrase.of("settlement.back.fault.NOTHING_AMENDED")));
        }
        return found(
                before,
                pieces,
                receipt.photo() == null ? before.photo() : receipt.photo(),
                note,
                Objects.requireNonNull(before.receivedAt()),
                Objects.requireNonNull(before.receivedBy()),
                amendment);
    }

    @Override
    public StockCorrection tellAgain(MerchantId merchant, UUID claim, UUID id, Actor actor) {
        return transactions.call(merchant, () -> {
            returns.holdClaim(merchant, claim);
            var correction = corrections
                    .find(merchant, id)
                    .filter(found -> found.claim().equals(claim))
                    .orElseThrow(ReturnDesk::absent);
            var now = now();
            var again = StockMachine.again(correction, now);
            if (correction.state() != Step.State.FAILED || !corrections.update(again, correction.version())) {
                throw new Refused(
                        Refusal.conflict("CORRECTION_NOT_FAILED", Phrase.of("settlement.back.refusal.not-failed")));
            }
            ledger.append(again, ReturnLedger.What.TOLD_AGAIN, actor, now);
            queue.add(merchant, id, again.version(), now);
            return again;
        });
    }

    private static Refused absent() {
        return new Refused(Refusal.absent());
    }

    private static Refused stale() {
        return new Refused(
                new Refusal(Refusal.Kind.STALE, "STALE", Phrase.of("settlement.back.refusal.amended"), List.of()));
    }

    private static Refused receivedAlready() {
        return new Refused(Refusal.conflict(RECEIVED_ALREADY, Phrase.of("settlement.back.refusal.received")));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
