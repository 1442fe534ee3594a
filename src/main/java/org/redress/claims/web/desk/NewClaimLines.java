package org.redress.claims.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.kernel.Gtin;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import org.redress.orders.Order;

/** What an agent ticked about one order, as the lines of a claim; none where nothing is said about its articles yet. */
public final class NewClaimLines {
    private NewClaimLines() {}

    /**
     * @param known the article that stands for what came, where the catalogue has it
     * @throws Refused INVALID where a problem has no article or an article no problem
     */
    public static List<Filing.Line> of(NewClaim.About about, Order order, @Nullable Sku known) {
        var problem = about.problem();
        if (problem == null) {
            if (!about.units().isEmpty()) {
                throw refused("desk.new.fault.problem", order);
            }
            return List.of();
        }
        if (problem == Problem.EXTRA_ITEM) {
            return List.of(new Filing.Line(null, 0, problem, received(about, known, 1)));
        }
        boolean whole = about.units().isEmpty()
                && (problem == Problem.WRONG_PARCEL || problem == Problem.NOT_RECEIVED || problem == Problem.LATE);
        var lines = new ArrayList<Filing.Line>();
        for (var sku : order.lines().stream()
                .map(Order.Line::sku)
                .distinct()
                .limit(Filing.MOST_LINES)
                .toList()) {
            if (whole || about.units().containsKey(sku.value())) {
                int units = whole ? order.ordered(sku) : units(about.units().getOrDefault(sku.value(), ""), order);
                lines.add(new Filing.Line(sku, units, problem, lines.isEmpty() ? came(about, known, units) : null));
            }
        }
        if (lines.isEmpty()) {
            throw refused("desk.new.fault.article", order);
        }
        return lines;
    }

    private static int units(String typed, Order order) {
        if (!typed.matches("[0-9]{1,7}")) {
            throw refused("desk.new.fault.units", order);
        }
        return Integer.parseInt(typed);
    }

    private static Filing.@Nullable Received came(NewClaim.About about, @Nullable Sku known, int units) {
        return about.came().isEmpty() ? null : received(about, known, units);
    }

    private static Filing.Received received(NewClaim.About about, @Nullable Sku known, int units) {
        if (known != null) {
            return new Filing.Received(known, null, null, units);
        }
        var gtin = Gtin.parse(about.came().replace(" ", ""));
        return new Filing.Received(
                null, gtin.orElse(null), gtin.isPresent() || about.came().isEmpty() ? null : about.came(), units);
    }

    private static Refused refused(String key, Order order) {
        return new Refused(Refusal.invalid("/lines", "MISSING", Phrase.of(key, order.orderNumber())));
    }

    /** What was typed, where it can be the number of an article. */
    public static Optional<Sku> sku(NewClaim.About about) {
        return Sku.isValid(about.came()) ? Optional.of(new Sku(about.came())) : Optional.empty();
    }
}
