package org.redress.outreach.app;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.redress.claims.Bystanders;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.claims.Filing;
import org.redress.database.MerchantTransactions;
import org.redress.outreach.Outreach;
import org.redress.outreach.store.OutreachTable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Those to whom a claim led, and the one whose claim led to this customer. */
@Component
@Order(0)
class LedHere implements Bystanders {
    private final MerchantTransactions transactions;
    private final OutreachTable table;
    private final Claims claims;

    LedHere(MerchantTransactions transactions, OutreachTable table, Claims claims) {
        this.transactions = transactions;
        this.table = table;
        this.claims = claims;
    }

    @Override
    public Set<String> orders(Claim claim) {
        return transactions.call(claim.merchant(), () -> {
            var orders = new HashSet<String>();
            table.ofClaim(claim.merchant(), claim.id()).stream()
                    .map(Outreach::orderNumber)
                    .forEach(orders::add);
            claims.all(claim.merchant(), table.ledTo(claim.merchant(), claim.id())).stream()
                    .map(Claim::filing)
                    .map(Filing::orderNumber)
                    .flatMap(Stream::ofNullable)
                    .forEach(orders::add);
            return orders;
        });
    }
}
