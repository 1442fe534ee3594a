package org.redress.settlement.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.claims.ReturnMatch;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.remedy.Remedy;
import org.redress.settlement.GoodsReturn;

/** What should come back by what the claim says came, and how that compares with what did. */
public final class GoodsBack {
    private GoodsBack() {}

    /** @param whole whether the goods are all that comes back; some may have no article number */
    public record Expected(List<Remedy.Goods> goods, boolean whole) {}

    /**
     * The label's goods where the claim says that they came. Where the label names what was ordered, or nothing, all that
     * the claim says came.
     */
    public static Expected expected(List<Remedy.Goods> labelled, List<Filing.Line> lines) {
        var came = came(lines);
        var all = lines.stream().filter(GoodsBack::holdsSomething).allMatch(line -> heldSku(line) != null);
        if (!labelled.isEmpty() && labelled.stream().allMatch(goods -> came.containsKey(goods.sku()))) {
            return new Expected(labelled, true);
        }
        return new Expected(list(came), all && !came.isEmpty());
    }

    /** What the customer holds wrongly, by article, as far as it has a number. */
    static Map<Sku, Integer> came(List<Filing.Line> lines) {
        var units = new LinkedHashMap<Sku, Integer>();
        for (var line : lines) {
            var sku = heldSku(line);
            if (sku != null && holdsSomething(line)) {
                units.merge(sku, heldUnits(line), Math::addExact);
            }
        }
        return units;
    }

    private static boolean holdsSomething(Filing.Line line) {
        return heldUnits(line) > 0;
    }

    private static int heldUnits(Filing.Line line) {
        if (line.received() != null) {
            return line.received().quantity();
        }
        return line.problem() == Problem.DAMAGED ? line.quantity() : 0;
    }

    private static @Nullable Sku heldSku(Filing.Line line) {
        if (line.received() != null) {
            return line.received().sku();
        }
        return line.problem() == Problem.DAMAGED ? line.sku() : null;
    }

    /** Unknown is unknown: with nothing to compare with there is no other answer. */
    public static ReturnMatch compare(
            List<Remedy.Goods> expected, boolean whole, Collection<GoodsReturn.Piece> pieces) {
        var found = new LinkedHashMap<Sku, Integer>();
        pieces.forEach(piece -> found.merge(piece.sku(), piece.quantity(), Integer::sum));
        if (found.isEmpty()) {
            return ReturnMatch.NOTHING_CAME;
        }
        if (expected.isEmpty()) {
            return ReturnMatch.UNKNOWN;
        }
        var wanted = new LinkedHashMap<Sku, Integer>();
        expected.forEach(goods -> wanted.merge(goods.sku(), goods.quantity(), Integer::sum));
        if (whole && !wanted.keySet().containsAll(found.keySet())) {
            return ReturnMatch.OTHER_ARTICLE;
        }
        if (wanted.entrySet().stream().anyMatch(each -> found.getOrDefault(each.getKey(), 0) < each.getValue())) {
            return whole ? ReturnMatch.FEWER : ReturnMatch.UNKNOWN;
        }
        if (wanted.entrySet().stream().anyMatch(each -> found.getOrDefault(each.getKey(), 0) > each.getValue())) {
            return ReturnMatch.MORE;
        }
        return whole ? ReturnMatch.SAME : ReturnMatch.UNKNOWN;
    }

    private static List<Remedy.Goods> list(Map<Sku, Integer> units) {
        return units.entrySet().stream()
                .map(entry -> new Remedy.Goods(entry.getKey(), entry.getValue()))
                .toList();
    }
}
