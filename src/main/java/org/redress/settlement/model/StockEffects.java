package org.redress.settlement.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.settlement.GoodsReturn.Piece;
import org.redress.settlement.StockCorrection.Reason;
import org.redress.settlement.StockCorrection.Stock;

/**
 * What goods that came back prove about the warehouse's books. The mistake was booked as if the right article had left: it
 * still lies on its shelf, and what left in its place is still in the books. Only what came back proves that; what the
 * customer kept, or what nobody can tell apart, corrects nothing.
 */
public final class StockEffects {
    private final Map<Sku, Integer> left = new LinkedHashMap<>();
    private final Map<Sku, Integer> net = new TreeMap<>();

    private StockEffects(Collection<Piece> pieces) {
        pieces.stream().filter(Piece::ours).forEach(piece -> left.merge(piece.sku(), piece.quantity(), Integer::sum));
    }

    /** One correction that the books need. */
    public record Effect(Sku sku, int units, Stock stock, Reason reason) {}

    /**
     * One line's mistake.
     *
     * @param ordered null where nothing was left out, such as for an extra article
     * @param came null where the claim does not say which article
     */
    private record Mistake(
            @Nullable Sku ordered, int lacking, @Nullable Sku came, int units) {
        boolean isOpen() {
            return units > 0;
        }

        Mistake without(int proven) {
            return new Mistake(ordered, Math.max(0, lacking - proven), came, units - proven);
        }
    }

    /**
     * The corrections for the mistake itself, over everything that came back for the claim, less what was told before.
     * An article that was both left out and sent nets: its books are right where as much left as was booked.
     *
     * @param pieces of all its returns so far
     * @param onOrder articles that were ordered: to get one of those back proves no mistake by itself
     * @param told because of the mistake before
     */
    public static List<Effect> ofMistake(
            List<Filing.Line> lines, Collection<Piece> pieces, Set<Sku> onOrder, Collection<Effect> told) {
        var effects = new StockEffects(pieces);
        effects.readRightfulLines(lines);
        effects.readMistakes(lines, onOrder);
        var before = new HashMap<Sku, Integer>();
        told.forEach(effect -> before.merge(effect.sku(), effect.units(), Integer::sum));
        before.keySet().forEach(sku -> effects.net.putIfAbsent(sku, 0));
        return effects.net.entrySet().stream()
                .map(entry -> ofMistake(entry.getKey(), entry.getValue(), before.getOrDefault(entry.getKey(), 0)))
                .filter(effect -> effect.units() != 0)
                .toList();
    }

    /** What is put right keeps the reason that it was told for. */
    private static Effect ofMistake(Sku sku, int proven, int before) {
        var sense = proven != 0 ? proven : before;
        return new Effect(sku, proven - before, Stock.SELLABLE, sense > 0 ? Reason.NEVER_LEFT : Reason.LEFT_INSTEAD);
    }

    /**
     * Where the goods of one return go now, less what was told before: what is destroyed or sent back is in no books.
     *
     * @param told because of these goods before
     */
    public static List<Effect> ofGoods(Collection<Piece> pieces, Collection<Effect> told) {
        var sellable = new TreeMap<Sku, Integer>();
        var blocked = new TreeMap<Sku, Integer>();
        for (var piece : pieces) {
            if (piece.ours()) {
                switch (piece.disposition()) {
                    case RESELL -> sellable.merge(piece.sku(), piece.quantity(), Integer::sum);
                    case QUARANTINE -> blocked.merge(piece.sku(), piece.quantity(), Integer::sum);
                    case DESTROY, SEND_BACK -> {}
                }
            }
        }
        for (var effect : told) {
            var stock = effect.stock() == Stock.SELLABLE ? sellable : blocked;
            stock.merge(effect.sku(), -effect.units(), Integer::sum);
        }
        var effects = new ArrayList<Effect>();
        sellable.forEach((sku, units) -> effects.add(new Effect(sku, units, Stock.SELLABLE, Reason.CAME_BACK)));
        blocked.forEach((sku, units) -> effects.add(new Effect(sku, units, Stock.BLOCKED, Reason.CAME_BACK)));
        effects.removeIf(effect -> effect.units() == 0);
        return effects;
    }

    /** What was damaged, or meant for somebody else, left as it was booked. */
    private void readRightfulLines(List<Filing.Line> lines) {
        var rightful = lines.stream()
                .filter(line -> line.problem() == Problem.DAMAGED || line.problem() == Problem.WRONG_PARCEL)
                .toList();
        GoodsBack.came(rightful).forEach(this::take);
        if (rightful.stream()
                .anyMatch(line -> line.problem() == Problem.WRONG_PARCEL
                        && (line.received() == null || line.received().sku() == null))) {
            // Whatever else is in a stranger's parcel was booked for that stranger.
            left.clear();
        }
    }

    private void readMistakes(List<Filing.Line> lines, Set<Sku> onOrder) {
        var open = new ArrayList<Mistake>();
        for (var line : lines) {
            var mistake = mistake(line);
            if (mistake != null) {
                int proven = mistake.came() == null ? 0 : take(mistake.came(), mistake.units());
                prove(mistake, proven);
                open.add(mistake.without(proven));
            }
        }
        open.removeIf(mistake -> !mistake.isOpen());
        left.keySet().removeAll(onOrder);
        readOtherArticles(open);
    }

    private static @Nullable Mistake mistake(Filing.Line line) {
        var received = line.received();
        if (received == null || received.quantity() <= 0) {
            return null;
        }
        return switch (line.problem()) {
            case WRONG_ITEM, WRONG_VARIANT ->
                new Mistake(line.sku(), line.quantity(), received.sku(), received.quantity());
            case EXTRA_ITEM -> new Mistake(null, 0, received.sku(), received.quantity());
            case WRONG_QUANTITY ->
                received.sku() == null || received.sku().equals(line.sku())
                        ? surplus(line, received)
                        : new Mistake(line.sku(), line.quantity(), received.sku(), received.quantity());
            case MISSING_ITEM, WRONG_PARCEL, DAMAGED, NOT_RECEIVED, LATE -> null;
        };
    }

    private static @Nullable Mistake surplus(Filing.Line line, Filing.Received received) {
        int more = received.quantity() - line.quantity();
        return more > 0 && line.sku() != null ? new Mistake(null, 0, line.sku(), more) : null;
    }

    /**
     * Another article than claimed came back: it left in the place of what is still open. Where it cannot be told which
     * articles stand for which lines, nothing is proven.
     */
    private void readOtherArticles(List<Mistake> open) {
        int wanted = open.stream().mapToInt(Mistake::units).sum();
        int others = left.values().stream().mapToInt(Integer::intValue).sum();
        var one = left.size() == 1
                && open.stream().map(Mistake::ordered).distinct().count() == 1;
        if (others == 0 || wanted == 0 || (others != wanted && !one)) {
            return;
        }
        int proven = Math.min(others, wanted);
        left.forEach((sku, units) -> net.merge(sku, -Math.min(units, proven), Integer::sum));
        int rest = proven;
        for (var mistake : open) {
            int units = Math.min(rest, mistake.units());
            book(mistake.ordered(), Math.min(mistake.lacking(), units));
            rest -= units;
        }
    }

    private void prove(Mistake mistake, int units) {
        book(mistake.ordered(), Math.min(mistake.lacking(), units));
        book(mistake.came(), -units);
    }

    private void book(@Nullable Sku sku, int units) {
        if (units != 0) {
            net.merge(Objects.requireNonNull(sku), units, Integer::sum);
        }
    }

    private int take(Sku sku, int units) {
        int taken = Math.min(units, left.getOrDefault(sku, 0));
        if (taken > 0) {
            left.merge(sku, -taken, Integer::sum);
            left.remove(sku, 0);
        }
        return taken;
    }
}
