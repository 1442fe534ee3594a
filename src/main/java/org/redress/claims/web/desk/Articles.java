package org.redress.claims.web.desk;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.claims.Claim;
import org.redress.claims.Filing;
import org.redress.claims.Given;
import org.redress.claims.Offer;
import org.redress.evidence.EvidenceItem;
import org.redress.kernel.Gtin;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyOption;
import org.redress.remedy.RemedyPlan;
import org.springframework.stereotype.Component;

/** What people call the articles of some claims: one query for all of them. */
@Component
public class Articles {
    private final Products products;

    Articles(Products products) {
        this.products = products;
    }

    /** @param known articles that have been read already */
    public Names of(
            MerchantId merchant, Collection<Claim> claims, List<RemedyOption> options, Map<Sku, Product> known) {
        return of(merchant, claims, options, known, List.of());
    }

    /** @param more articles that something else names */
    Names of(
            MerchantId merchant,
            Collection<Claim> claims,
            List<RemedyOption> options,
            Map<Sku, Product> known,
            Collection<Sku> more) {
        var skus = new LinkedHashSet<>(more);
        for (var claim : claims) {
            claim.filing().lines().forEach(line -> skus.addAll(skus(line)));
            claim.offers().stream().map(Offer::plan).forEach(plan -> skus.addAll(skus(plan)));
            claim.given().stream().map(Given::remedy).forEach(remedy -> skus.addAll(skus(remedy)));
        }
        options.forEach(option -> skus.addAll(skus(option.plan())));
        skus.removeAll(known.keySet());
        var named = new HashMap<>(known);
        if (!skus.isEmpty()) {
            named.putAll(products.find(merchant, skus));
        }
        return new Names(named);
    }

    /** What the codes on these pictures stand for, as far as the catalogue knows. */
    Map<Gtin, String> byCode(MerchantId merchant, Collection<EvidenceItem> files) {
        var codes = files.stream()
                .filter(file -> file.places() != null)
                .flatMap(file -> file.barcodes().stream())
                .map(EvidenceItem.Barcode::gtin)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
        if (codes.isEmpty()) {
            return Map.of();
        }
        return products.byGtin(merchant, codes).entrySet().stream()
                .filter(found -> !found.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, found -> found.getValue().getFirst().name()));
    }

    public Names of(MerchantId merchant, Collection<Sku> skus) {
        return new Names(skus.isEmpty() ? Map.of() : products.find(merchant, skus));
    }

    private static List<Sku> skus(Filing.Line line) {
        return Stream.concat(
                        Stream.ofNullable(line.sku()),
                        Stream.ofNullable(line.received())
                                .map(Filing.Received::sku)
                                .flatMap(Stream::ofNullable))
                .toList();
    }

    private static List<Sku> skus(RemedyPlan plan) {
        return plan.remedies().stream().flatMap(remedy -> skus(remedy).stream()).toList();
    }

    private static List<Sku> skus(Remedy remedy) {
        return remedy.goods().stream().map(Remedy.Goods::sku).toList();
    }
}
