package org.redress.claims.web.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.kernel.Gtin;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Order;

/** What was tapped in step 2, as the lines of a claim; or what has to be said more exactly. */
final class DraftLines {
    private final Optional<Order> order;
    private final Optional<Filing.Received> seen;
    private final Faults faults = new Faults();
    private final List<Filing.Line> lines = new ArrayList<>();

    private DraftLines(Optional<Order> order, Optional<Filing.Received> seen) {
        this.order = order;
        this.seen = seen;
    }

    /**
     * @param order where it is known, and the customer's
     * @param seen the one article in the photos that was not ordered: what came, unless somebody says otherwise
     */
    static DraftLines of(Draft draft, Optional<Order> order, Optional<Filing.Received> seen) {
        var picked = draft.picked();
        var made = new DraftLines(order, picked.size() == 1 ? seen : Optional.empty());
        if (picked.isEmpty()) {
            made.faults.add("pick", "portal.fault.pick");
        } else if (picked.size() > Filing.MOST_LINES) {
            made.faults.add("pick", "portal.fault.too-many-lines", Filing.MOST_LINES);
        } else {
            picked.forEach(made::add);
        }
        return made;
    }

    Faults faults() {
        return faults;
    }

    List<Filing.Line> lines() {
        return lines;
    }

    private void add(Draft.Row row) {
        switch (row.key()) {
            case Draft.EXTRA -> lines.add(new Filing.Line(null, 0, Problem.EXTRA_ITEM, extra(row)));
            case Draft.PARCEL -> addParcel(row);
            case Draft.UNLISTED -> addUnlisted(row);
            default -> addOrdered(row);
        }
    }

    private Filing.@Nullable Received extra(Draft.Row row) {
        var received = received(row, count(row, 1));
        if (received == null) {
            faults.add("came." + row.key(), "portal.fault.extra");
        }
        return received;
    }

    /** The parcel as a whole: every article of the order is affected. */
    private void addParcel(Draft.Row row) {
        var problem = row.problem();
        if (problem == null) {
            faults.add("problem." + row.key(), "portal.fault.problem");
            return;
        }
        var received = problem == Problem.WRONG_PARCEL ? received(row, 1) : null;
        var known = order.orElseThrow();
        Draft.skus(known).stream().limit(Filing.MOST_LINES).forEach(sku -> {
            var first = lines.isEmpty();
            lines.add(new Filing.Line(sku, known.ordered(sku), problem, first ? received : null));
        });
    }

    /** We do not know the order, so the customer's own words name the article. */
    private void addUnlisted(Draft.Row row) {
        var problem = row.problem();
        if (problem == null) {
            faults.add("problem." + row.key(), "portal.fault.problem");
            return;
        }
        if (problem == Problem.EXTRA_ITEM) {
            lines.add(new Filing.Line(null, 0, problem, extra(row)));
            return;
        }
        if (problem == Problem.WRONG_PARCEL) {
            lines.add(new Filing.Line(null, 1, problem, received(row, 1)));
            return;
        }
        var sku = sku(row.sku().isEmpty() ? row.ordered() : row.sku());
        if (sku == null) {
            faults.add("ordered." + row.key(), "portal.fault.ordered");
            return;
        }
        int quantity = number(row.quantity());
        if (quantity < 1 || quantity > Filing.MOST_LINES * 10) {
            faults.add("quantity." + row.key(), "portal.fault.quantity-some");
            return;
        }
        lines.add(new Filing.Line(sku, quantity, problem, isAnother(problem) ? received(row, quantity) : null));
    }

    private void addOrdered(Draft.Row row) {
        var sku = sku(row.sku());
        int ordered = sku == null ? 0 : order.map(known -> known.ordered(sku)).orElse(0);
        if (sku == null || ordered == 0) {
            return;
        }
        var problem = row.problem();
        if (problem == null) {
            faults.add("problem." + row.key(), "portal.fault.problem");
        } else if (problem == Problem.WRONG_QUANTITY) {
            addNumber(row, sku, ordered);
        } else {
            int quantity = row.quantity().isEmpty() ? ordered : number(row.quantity());
            if (quantity < 1 || quantity > ordered) {
                faults.add("quantity." + row.key(), "portal.fault.quantity", ordered);
            } else {
                var received = isAnother(problem) ? received(row, quantity) : null;
                lines.add(new Filing.Line(sku, quantity, problem, received));
            }
        }
    }

    /** Too few are units that we still owe; too many are something extra. */
    private void addNumber(Draft.Row row, Sku sku, int ordered) {
        int came = number(row.cameCount());
        if (came < 0 || came > 1_000_000) {
            faults.add("cameCount." + row.key(), "portal.fault.came-count");
        } else if (came == ordered) {
            faults.add("cameCount." + row.key(), "portal.fault.as-ordered", ordered);
        } else if (came == 0) {
            lines.add(new Filing.Line(sku, ordered, Problem.MISSING_ITEM, null));
        } else if (came < ordered) {
            var none = new Filing.Received(sku, null, null, 0);
            lines.add(new Filing.Line(sku, ordered - came, Problem.WRONG_QUANTITY, none));
        } else {
            var surplus = new Filing.Received(sku, null, null, came - ordered);
            lines.add(new Filing.Line(sku, 0, Problem.EXTRA_ITEM, surplus));
        }
    }

    private static boolean isAnother(Problem problem) {
        return problem == Problem.WRONG_ITEM || problem == Problem.WRONG_VARIANT || problem == Problem.WRONG_PARCEL;
    }

    /** What came, as it was said; else as the photo shows it; else nothing is known of it. */
    private Filing.@Nullable Received received(Draft.Row row, int quantity) {
        var chosen = sku(row.cameSku());
        if (chosen != null) {
            return new Filing.Received(chosen, null, null, quantity);
        }
        if (row.came().isEmpty()) {
            return seen.map(known -> new Filing.Received(known.sku(), known.gtin(), known.description(), quantity))
                    .orElse(null);
        }
        var gtin = Gtin.parse(row.came().replace(" ", ""));
        return gtin.isPresent()
                ? new Filing.Received(null, gtin.get(), null, quantity)
                : new Filing.Received(null, null, row.came(), quantity);
    }

    private static int count(Draft.Row row, int usual) {
        int count = number(row.cameCount());
        return count < 1 || count > 1_000_000 ? usual : count;
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : -1;
    }

    private static @Nullable Sku sku(String text) {
        var short64 = text.length() <= 64 ? text : text.substring(0, 64).strip();
        return Sku.isValid(short64) ? new Sku(short64) : null;
    }
}
