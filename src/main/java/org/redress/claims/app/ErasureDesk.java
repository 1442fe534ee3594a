package org.redress.claims.app;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ErasureRequest;
import org.redress.claims.Erasures;
import org.redress.claims.EventWords;
import org.redress.claims.Filing;
import org.redress.claims.Matters;
import org.redress.claims.store.ClaimTable;
import org.redress.claims.store.ErasureTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.stereotype.Component;

@Component
class ErasureDesk implements Erasures {
    private static final int MONTHS_TO_ANSWER = 1;
    private static final int YEARS_KEPT = 3;
    private static final int MOST_YEARS = 10;

    private final MerchantTransactions transactions;
    private final ClaimTable claims;
    private final ErasureTable table;
    private final Moves moves;
    private final Matters matters;

    ErasureDesk(
            MerchantTransactions transactions, ClaimTable claims, ErasureTable table, Moves moves, Matters matters) {
        this.transactions = transactions;
        this.claims = claims;
        this.table = table;
        this.moves = moves;
        this.matters = matters;
    }

    @Override
    public ErasureRequest request(MerchantId merchant, UUID claim, @Nullable String note, Actor actor) {
        if (note != null && note.codePointCount(0, note.length()) > Filing.LONGEST_TEXT) {
            throw new Refused(
                    Refusal.invalid("/note", "TOO_LONG", Phrase.of("portal.fault.too-long", Filing.LONGEST_TEXT)));
        }
        return transactions.call(merchant, () -> {
            var held = claims.hold(merchant, claim).orElseThrow(() -> new Refused(Refusal.absent()));
            var now = moves.now();
            var answerBy =
                    now.atOffset(ZoneOffset.UTC).plusMonths(MONTHS_TO_ANSWER).toInstant();
            if (table.insert(merchant, claim, note, now, answerBy)) {
                moves.record(held, new ClaimEvent.ErasureRequested(note, answerBy), actor, now);
            }
            return table.ofClaim(merchant, claim).getFirst();
        });
    }

    @Override
    public ErasureRequest answer(MerchantId merchant, UUID id, LocalDate keptUntil, String message, Actor actor) {
        var says = message.replace("\r\n", "\n").strip();
        if (says.isEmpty() || says.length() > LONGEST_ANSWER || says.indexOf('\0') >= 0) {
            throw new Refused(
                    Refusal.invalid("/message", "ANSWER", Phrase.of("claims.fault.erasure-answer", LONGEST_ANSWER)));
        }
        return transactions.call(merchant, () -> {
            var asked = table.find(merchant, id).orElseThrow(() -> new Refused(Refusal.absent()));
            var held = claims.hold(merchant, asked.claim()).orElseThrow(() -> new Refused(Refusal.absent()));
            matters.checkConfidential(held, says, "/message");
            var now = moves.now();
            var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            if (keptUntil.isBefore(today) || keptUntil.isAfter(today.plusYears(MOST_YEARS))) {
                throw new Refused(Refusal.invalid(
                        "/keptUntil", "OUT_OF_RANGE", Phrase.of("claims.fault.kept-until", MOST_YEARS)));
            }
            if (!table.answer(merchant, id, now, EventWords.name(actor), keptUntil, says)) {
                throw new Refused(Refusal.conflict("ANSWERED_ALREADY", Phrase.of("claims.refusal.answered-already")));
            }
            moves.record(held, new ClaimEvent.ErasureAnswered(keptUntil, says), actor, now);
            return table.find(merchant, id).orElseThrow();
        });
    }

    @Override
    public List<ErasureRequest> ofClaim(MerchantId merchant, UUID claim) {
        return transactions.call(merchant, () -> table.ofClaim(merchant, claim));
    }

    @Override
    public Page<ErasureRequest> page(MerchantId merchant, boolean open, @Nullable String after, int limit) {
        var from = after == null ? null : Ids.parse(after).orElseThrow(() -> new Refused(Refusal.absent()));
        return transactions.call(merchant, () -> table.page(merchant, open, from, limit));
    }

    @Override
    public LocalDate keptUntil(Claim claim) {
        return LocalDate.ofInstant(claim.filedAt(), ZoneOffset.UTC)
                .plusYears(YEARS_KEPT)
                .plusDays(1);
    }
}
