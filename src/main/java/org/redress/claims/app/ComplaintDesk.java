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
import org.redress.claims.store.ComplaintTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.springframework.stereotype.Service;

@Service
class ComplaintDesk implements Complaints {
    private final MerchantTransactions transactions;
    private final CaseFile caseFile;
    private final ComplaintTable complaints;

    ComplaintDesk(MerchantTransactions transactions, CaseFile caseFile, ComplaintTable complaints) {
        this.transactions = transactions;
        this.caseFile = caseFile;
        this.complaints = complaints;
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
        return transactions.call(merchant, () -> complaints.alike(merchant, ordered, received, since, orders));
    }

    @Override
    public List<UUID> alikeTo(Claim claim) {
        return transactions.call(claim.merchant(), () -> complaints.alikeTo(claim.merchant(), claim.id()));
    }

    @Override
    public List<UUID> open(
            MerchantId merchant, Collection<String> orders, Collection<String> numbers, Collection<String> articles) {
        return orders.isEmpty() && numbers.isEmpty() && articles.isEmpty()
                ? List.of()
                : transactions.call(merchant, () -> complaints.open(merchant, orders, numbers, articles));
    }
}
