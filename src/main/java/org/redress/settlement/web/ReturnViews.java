package org.redress.settlement.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.ReturnMatch;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.redress.settlement.GoodsReturn;
import org.redress.settlement.Step;
import org.redress.settlement.StockCorrection;
import org.redress.ui.Words;
import org.springframework.stereotype.Component;

/** Says returns and what follows from them in words. */
@Component
class ReturnViews {
    private final Products products;

    ReturnViews(Products products) {
        this.products = products;
    }

    List<ReturnView> views(
            List<GoodsReturn> returns, Collection<StockCorrection> corrections, Viewer viewer, Words words) {
        var names = names(viewer.merchant(), returns, corrections);
        return returns.stream()
                .map(back -> view(back, corrections, viewer, words, names))
                .toList();
    }

    private Map<Sku, Product> names(
            MerchantId merchant, List<GoodsReturn> returns, Collection<StockCorrection> corrections) {
        Set<Sku> skus = new LinkedHashSet<>();
        for (var back : returns) {
            back.expected().forEach(goods -> skus.add(goods.sku()));
            back.pieces().forEach(piece -> skus.add(piece.sku()));
        }
        corrections.forEach(correction -> skus.add(correction.sku()));
        return skus.isEmpty() ? Map.of() : products.find(merchant, skus);
    }

    private static ReturnView view(
            GoodsReturn back,
            Collection<StockCorrection> corrections,
            Viewer viewer,
            Words words,
            Map<Sku, Product> names) {
        var directs = viewer.has(Role.AGENT) || viewer.has(Role.SUPERVISOR);
        var expected = new ArrayList<String>();
        back.expected().forEach(goods -> expected.add(units(goods.quantity(), goods.sku(), words, names)));
        if (!back.expectedWhole()) {
            expected.add(words.say(back.expected().isEmpty() ? "settlement.back.unknown" : "settlement.back.more"));
        }
        var pieces = back.pieces().stream()
                .map(piece -> words.say(
                        piece.ours() ? "settlement.back.piece" : "settlement.back.piece.foreign",
                        units(piece.quantity(), piece.sku(), words, names),
                        words.say("settlement.back.condition", piece.condition()),
                        words.say("settlement.back.disposition", piece.disposition())))
                .toList();
        var claim = "/desk/claims/" + back.claim();
        return new ReturnView(
                back,
                ReturnPages.PATH + "/" + back.id(),
                directs ? claim : null,
                expected,
                pieces,
                back.match() == null ? null : words.say("settlement.back.match", back.match()),
                tone(back.match()),
                corrections.stream()
                        .filter(correction -> correction.returned().equals(back.id()))
                        .map(correction -> correction(correction, directs ? claim : null, words, names))
                        .toList());
    }

    private static String tone(@Nullable ReturnMatch match) {
        return match == ReturnMatch.SAME ? "agrees" : match != null && match.asksAgain() ? "differs" : "unknown";
    }

    private static ReturnView.Correction correction(
            StockCorrection correction, @Nullable String claim, Words words, Map<Sku, Product> names) {
        var failed = correction.state() == Step.State.FAILED;
        return new ReturnView.Correction(
                words.say(
                        "settlement.back.books." + correction.stock() + (correction.units() > 0 ? ".more" : ".fewer"),
                        units(Math.abs(correction.units()), correction.sku(), words, names)),
                words.say("settlement.back.reason" + (correction.putsRight() ? ".undone" : ""), correction.reason()),
                words.say("settlement.state", correction.state()),
                failed ? "differs" : correction.state() == Step.State.DONE ? "agrees" : "unknown",
                correction.reference() == null ? null : words.say("settlement.reference", correction.reference()),
                correction.lastError() == null
                        ? null
                        : words.say(correction.lastError().sentence()),
                correction.doneAt(),
                failed && claim != null ? claim + "/corrections/" + correction.id() + "/attempts" : null);
    }

    private static String units(int quantity, Sku sku, Words words, Map<Sku, Product> names) {
        var product = Optional.ofNullable(names.get(sku));
        return product.isPresent()
                ? words.say(
                        "settlement.back.units.named", quantity, product.get().name(), sku.value())
                : words.say("settlement.back.units", quantity, sku.value());
    }
}
