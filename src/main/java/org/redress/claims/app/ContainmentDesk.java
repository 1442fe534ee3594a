package org.redress.claims.app;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Containment;
import org.redress.claims.Containments;
import org.redress.claims.EventWords;
import org.redress.claims.store.ContainmentTable;
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
class ContainmentDesk implements Containments {
    private final MerchantTransactions transactions;
    private final ContainmentTable table;
    private final InstantSource clock;

    ContainmentDesk(MerchantTransactions transactions, ContainmentTable table, InstantSource clock) {
        this.transactions = transactions;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Page<Containment> page(MerchantId merchant, boolean open, @Nullable String after, int limit) {
        var from = after == null ? null : Ids.parse(after).orElseThrow(() -> new Refused(Refusal.absent()));
        return transactions.call(merchant, () -> table.page(merchant, open, from, limit));
    }

    @Override
    public List<Containment> ofClaim(MerchantId merchant, UUID claim) {
        return transactions.call(merchant, () -> table.ofClaim(merchant, claim));
    }

    @Override
    public Containment end(MerchantId merchant, UUID id, String finding, Actor actor) {
        var found = finding.strip();
        if (found.isEmpty() || found.length() > LONGEST_FINDING || found.indexOf('\0') >= 0) {
            throw new Refused(
                    Refusal.invalid("/finding", "FINDING", Phrase.of("claims.fault.finding", LONGEST_FINDING)));
        }
        return transactions.call(merchant, () -> {
            if (!table.end(merchant, id, found, EventWords.name(actor), clock.instant())
                    && table.find(merchant, id)
                            .filter(ended -> !found.equals(ended.finding()))
                            .isPresent()) {
                throw new Refused(Refusal.conflict("ENDED_ALREADY", Phrase.of("claims.refusal.ended-already")));
            }
            return table.find(merchant, id).orElseThrow(() -> new Refused(Refusal.absent()));
        });
    }
}
