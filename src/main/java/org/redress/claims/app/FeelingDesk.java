package org.redress.claims.app;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.redress.claims.Feelings;
import org.redress.claims.store.FeelingTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.MerchantId;
import org.redress.manners.Moods;
import org.springframework.stereotype.Component;

@Component
class FeelingDesk implements Feelings {
    private final MerchantTransactions transactions;
    private final FeelingTable table;
    private final Moods moods;

    FeelingDesk(MerchantTransactions transactions, FeelingTable table, Moods moods) {
        this.transactions = transactions;
        this.table = table;
        this.moods = moods;
    }

    @Override
    public void heard(MerchantId merchant, UUID claim, String words, Instant at) {
        var signs = moods.read(words);
        if (!signs.isEmpty()) {
            transactions.run(merchant, () -> table.add(merchant, claim, signs, at));
        }
    }

    @Override
    public Map<UUID, List<Feeling>> of(MerchantId merchant, Collection<UUID> claims) {
        return claims.isEmpty() ? Map.of() : transactions.call(merchant, () -> table.of(merchant, claims));
    }
}
