package org.redress.access.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.redress.access.CustomerLinks;
import org.redress.access.Secret;
import org.redress.access.store.LinkTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.MerchantId;
import org.springframework.stereotype.Component;

@Component
class CustomerLinkDesk implements CustomerLinks {
    private final LinkTable table;
    private final MerchantTransactions transactions;
    private final InstantSource clock;

    CustomerLinkDesk(LinkTable table, MerchantTransactions transactions, InstantSource clock) {
        this.table = table;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String issue(MerchantId merchant, UUID claim, Instant expiresAt) {
        var secret = Secret.random();
        transactions.run(
                merchant, () -> table.insertCustomerLink(merchant, secret.hash(), claim, expiresAt, clock.instant()));
        return "/track/" + secret.text();
    }

    @Override
    public Optional<Opened> open(String token) {
        return table.findCustomerLink(new Secret(token).hash(), clock.instant());
    }
}
