package org.redress.claims.app;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.access.Merchants;
import org.redress.claims.Claim;
import org.redress.claims.Stumbles;
import org.redress.claims.model.SearchWords;
import org.redress.claims.store.ClaimTable;
import org.redress.claims.store.WordTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.redress.orders.Products;
import org.springframework.stereotype.Component;

/** Claims from before words were kept are found by theirs as well, the newest first. */
@Component
class WordSweep {
    private static final int AT_ONCE = 200;

    private final Merchants merchants;
    private final MerchantTransactions transactions;
    private final ClaimTable claims;
    private final WordTable words;
    private final Products products;
    private final Stumbles stumbles;
    private final InstantSource clock;

    WordSweep(
            Merchants merchants,
            MerchantTransactions transactions,
            ClaimTable claims,
            WordTable words,
            Products products,
            Stumbles stumbles,
            InstantSource clock) {
        this.merchants = merchants;
        this.transactions = transactions;
        this.claims = claims;
        this.words = words;
        this.products = products;
        this.stumbles = stumbles;
        this.clock = clock;
    }

    void sweep() {
        merchants.all().forEach(merchant -> {
            while (some(merchant.id()) == AT_ONCE) {
                // Batch by batch, so that no transaction is long.
            }
        });
    }

    private int some(MerchantId merchant) {
        var ids = transactions.call(merchant, () -> words.lacking(merchant, clock.instant(), AT_ONCE));
        var round = stumbles.round(merchant, Stumbles.Task.WORDS);
        try {
            transactions.run(merchant, () -> add(merchant, ids));
            // Who was put aside before is so no more.
            ids.forEach(id -> round.work(id, () -> {}));
        } catch (RuntimeException oneOfThem) {
            ids.forEach(id -> round.work(id, () -> transactions.run(merchant, () -> add(merchant, List.of(id)))));
        }
        return ids.size();
    }

    private void add(MerchantId merchant, List<UUID> ids) {
        var lacking = claims.all(merchant, ids);
        var names = names(merchant, lacking);
        lacking.forEach(claim -> words.add(
                merchant,
                claim.id(),
                SearchWords.of(
                        claim.filing(),
                        claim.number(),
                        skus(claim).map(names::get).flatMap(Stream::ofNullable).toList())));
    }

    private Map<Sku, String> names(MerchantId merchant, Collection<Claim> some) {
        var skus = some.stream().flatMap(WordSweep::skus).collect(Collectors.toSet());
        var names = new HashMap<Sku, String>();
        if (!skus.isEmpty()) {
            products.find(merchant, skus).forEach((sku, product) -> names.put(sku, product.name()));
        }
        return names;
    }

    private static Stream<Sku> skus(Claim claim) {
        return claim.filing().lines().stream()
                .flatMap(line -> Stream.of(
                        line.sku(),
                        line.received() == null ? null : line.received().sku()))
                .flatMap(Stream::ofNullable);
    }
}
