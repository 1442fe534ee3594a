package org.redress.access.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.redress.access.OrderLinks;
import org.redress.access.Secret;
import org.redress.access.store.LinkTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.MerchantId;
import org.springframework.stereotype.Component;

@Component
class OrderLinkDesk implements OrderLinks {
    private final LinkTable table;
    private final MerchantTransactions transactions;
    private final InstantSource clock;

    OrderLinkDesk(LinkTable table, MerchantTransactions transactions, InstantSource clock) {
        this.table = table;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String issue(MerchantId merchant, String orderNumber, String holder, Instant expiresAt) {
        var link = Secret.random();
        transactions.run(
                merchant,
                () -> table.insertOrderLink(
                        merchant, link.hash(), orderNumber, link.sealed(holder), expiresAt, clock.instant()));
        return "/report/" + link.text();
    }

    @Override
    public Optional<Opened> open(String token) {
        return table.findOrderLink(new Secret(token), clock.instant());
    }

    @Override
    public void revoke(MerchantId merchant, String orderNumber) {
        transactions.run(merchant, () -> table.revokeOrderLinks(merchant, orderNumber));
    }
}
