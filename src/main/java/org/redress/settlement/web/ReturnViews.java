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
import org.redress.settlement.Dispositions;
import org.redress.settlement.EarlierReceipt;
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
        var names = names(viewer.merchant(), returns, List.of(), corrections);
        return returns.stream()
                .map(back -> view(back, List.of(), corrections, viewer, words, names))
                .toList();
    }

    /** One return with all that was ever written down about it. */
    ReturnView whole(
            GoodsReturn back,
            List<EarlierReceipt> earlier,
            Collection<StockCorrection> corrections,
            Viewer viewer,
            Words words) {
        var names = names(viewer.merchant(), List.of(back), earlier, corrections);
        return view(back, earlier, corrections, viewer, words, names);
    }

    private Map<Sku, Product> names(
            MerchantId merchant,
            List<GoodsReturn> returns,
            List<EarlierReceipt> earlier,
            Collection<StockCorrection> corrections) {
        Set<Sku> skus = new LinkedHashSet<>();
        for (var back : returns) {
            back.expected().forEach(goods -> skus.add(goods.sku()));
            back.pieces().forEach(piece -> skus.add(piece.sku()));
        }
        earlier.forEach(receipt -> receipt.pieces().forEach(piece -> skus.add(piece.sku())));
        corrections.forEach(correction -> skus.add(correction.sku()));
        return skus.isEmpty() ? Map.of() : products.find(merchant, skus);
    }

    private static ReturnView view(
            GoodsReturn back,
            List<EarlierReceipt> earlier,
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
        var proposed = back.pieces().stream()
                .map(piece -> piece.disposition()
                        == Dispositions.proposed(piece.ours(), names.get(piece.sku()), piece.condition()))
                .toList();
        var claim = "/desk/claims/" + back.claim();
        return new ReturnView(
                back,
                ReturnPages.PATH + "/" + back.id(),
                directs ? claim : null,
                expected,
                pieces(back.pieces(), words, names),
                proposed,
                earlier.stream().map(receipt -> earlier(receipt, words, names)).toList(),
                back.match() == null ? null : words.say("settlement.back.match", back.match()),
                tone(back.match()),
                corrections.stream()
                        .filter(correction -> correction.returned().equals(back.id()))
                        .map(correction -> correction(correction, directs ? claim : null, words, names))
                        .toList());
    }

    private static List<String> pieces(List<GoodsReturn.Piece> pieces, Words words, Map<Sku, Product> names) {
        return pieces.isEmpty()
                ? List.of(words.say("settlement.back.nothing"))
                : pieces.stream().map(piece -> piece(piece, words, names)).toList();
    }

    private static String piece(GoodsReturn.Piece piece, Words words, Map<Sku, Product> names) {
        return words.say(
                piece.ours() ? "settlement.back.piece" : "settlement.back.piece.foreign",
                units(piece.quantity(), piece.sku(), words, names),
                words.say("settlement.back.condition", piece.condition()),
                words.say("settlement.back.disposition", piece.disposition()));
    }

    private static ReturnView.Earlier earlier(EarlierReceipt receipt, Words words, Map<Sku, Product> names) {
        return new ReturnView.Earlier(
                receipt.why() == null
                        ? words.say("settlement.back.received", receipt.by(), receipt.at())
                        : words.say("settlement.back.amended", receipt.by(), receipt.at(), receipt.why()),
                pieces(receipt.pieces(), words, names),
                receipt.note());
    }

    private static String tone(@Nullable ReturnMatch match) {
        return match == ReturnMatch.SAME ? "agrees" : match != null && match.asksAgain() ? "differs" : "unknown";
    }

    private static ReturnView.Correction correction(
            StockCorrection correction, @Nullable String claim, Words words, Map<Sku, Product> names) {
        var failed = correction.state() == Step.State.FAILED;
        var untaken = correction.state() == Step.State.REVERSED;
        return new ReturnView.Correction(
                words.say(
                        "settlement.back.books." + correction.stock() + (correction.units() > 0 ? ".more" : ".fewer"),
                        units(Math.abs(correction.units()), correction.sku(), words, names)),
                words.say("settlement.back.reason" + (correction.putsRight() ? ".undone" : ""), correction.reason()),
                untaken ? words.say("settlement.back.void") : words.say("settlement.state", correction.state()),
                failed ? "differs" : correction.state() == Step.State.DONE ? "agrees" : "unknown",
                correction.reference() == null ? null : words.say("settlement.reference", correction.reference()),
                correction.lastError() == null || untaken
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
