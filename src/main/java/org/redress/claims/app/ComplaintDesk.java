package org.redress.claims.app;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.Complaint;
import org.redress.claims.Complaints;
import org.redress.claims.Pictures;
import org.redress.claims.store.ClaimTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.springframework.stereotype.Service;

@Service
class ComplaintDesk implements Complaints {
    private final MerchantTransactions transactions;
    private final CaseFile caseFile;
    private final ClaimTable claims;

    ComplaintDesk(MerchantTransactions transactions, CaseFile caseFile, ClaimTable claims) {
        this.transactions = transactions;
        this.caseFile = caseFile;
        this.claims = claims;
    }

    @Override
    public Pictures pictures(Claim claim) {
        return transactions.call(claim.merchant(), () -> caseFile.pictures(claim));
    }

    @Override
    public List<Complaint> alike(
            MerchantId merchant,
            @Nullable Sku ordered,
            @Nullable Sku received,
            Instant since,
            Collection<String> orders) {
        return transactions.call(merchant, () -> claims.alike(merchant, ordered, received, since, orders));
    }

    @Override
    public List<UUID> alikeTo(Claim claim) {
        return transactions.call(claim.merchant(), () -> claims.alikeTo(claim.merchant(), claim.id()));
    }

    @Override
    public List<UUID> open(
            MerchantId merchant, Collection<String> orders, Collection<String> numbers, Collection<String> articles) {
        return orders.isEmpty() && numbers.isEmpty() && articles.isEmpty()
                ? List.of()
                : transactions.call(merchant, () -> claims.open(merchant, orders, numbers, articles));
    }
}
