package org.redress.claims.web.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Secret;
import org.redress.claims.Filings;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Demand;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Order;

/**
 * What somebody has typed so far, just as typed. It travels with the form from step to step; nothing of it is kept here
 * until the last one.
 *
 * @param form drawn at random at the first step, so that a second tap makes no second claim
 * @param contact an e-mail address or a phone number
 * @param link that opens the order in the place of its number and the contact; empty where there is none
 */
public record Draft(
        UUID form,
        String orderNumber,
        String contact,
        List<Row> rows,
        List<Photo> photos,
        @Nullable Demand demand,
        String statement,
        String name,
        Secret link) {
    /** The row for something that was not on the order. */
    static final String EXTRA = "x";

    static final Secret NO_LINK = new Secret("");

    /** The row for the parcel as a whole. */
    static final String PARCEL = "p";

    /** The row for what was ordered where we do not know the order. */
    static final String UNLISTED = "u";

    Filings.Sent sent() {
        return new Filings.Sent(form, toString());
    }

    /**
     * One article, or the parcel.
     *
     * @param key its number on the order, or one of the three letters
     * @param ordered what was ordered, in words, where we do not know the order
     * @param came what came, in words or digits
     * @param cameCount how many came
     */
    public record Row(
            String key,
            boolean picked,
            String sku,
            String ordered,
            @Nullable Problem problem,
            String quantity,
            String cameSku,
            String came,
            String cameCount) {
        static Row empty(String key, String sku, int quantity) {
            return new Row(key, false, sku, "", null, quantity > 0 ? String.valueOf(quantity) : "", "", "", "");
        }

        public boolean has(Problem other) {
            return problem == other;
        }

        Row under(String otherKey) {
            return new Row(otherKey, picked, sku, ordered, problem, quantity, cameSku, came, cameCount);
        }
    }

    public record Photo(EvidenceId id, EvidenceKind kind) {}

    static Draft fresh() {
        return new Draft(UUID.randomUUID(), "", "", List.of(), List.of(), null, "", "", NO_LINK);
    }

    Draft about(String number) {
        return new Draft(form, number, contact, rows, photos, demand, statement, name, link);
    }

    Draft by(Secret orderLink) {
        return new Draft(form, orderNumber, contact, rows, photos, demand, statement, name, orderLink);
    }

    public boolean isByLink() {
        return !link.text().isEmpty();
    }

    /**
     * Under which name a phone keeps what was filled in and is not sent yet. What came by a link has a name of its own, by
     * which nobody comes to the link.
     *
     * @param shop its path
     */
    public String shelf(String shop) {
        return isByLink() ? shop + "#" + link.sealed("kept on the phone").substring(0, 32) : shop;
    }

    Draft with(List<Photo> further) {
        var all = new ArrayList<>(photos);
        all.addAll(further);
        return new Draft(form, orderNumber, contact, rows, List.copyOf(all), demand, statement, name, link);
    }

    /** The rows that step 2 shows: what we know to be ordered, each with what was typed about it. */
    Draft over(Optional<Order> order) {
        var typed = new HashMap<String, Row>();
        rows.forEach(row -> typed.putIfAbsent(row.sku().isEmpty() ? row.key() : "sku:" + row.sku(), row));
        var shown = new ArrayList<Row>();
        if (order.isPresent()) {
            for (var sku : skus(order.get())) {
                var key = String.valueOf(shown.size());
                var row = typed.getOrDefault(
                        "sku:" + sku, Row.empty(key, sku.value(), order.get().ordered(sku)));
                shown.add(row.under(key));
            }
            shown.add(typed.getOrDefault(EXTRA, Row.empty(EXTRA, "", 0)));
            shown.add(typed.getOrDefault(PARCEL, Row.empty(PARCEL, "", 0)));
        } else {
            shown.add(typed.getOrDefault(UNLISTED, Row.empty(UNLISTED, "", 1)));
        }
        // The number as the shop writes it, once we know which order it is.
        var number = order.map(Order::orderNumber).orElse(orderNumber);
        return new Draft(form, number, contact, List.copyOf(shown), photos, demand, statement, name, link);
    }

    static List<Sku> skus(Order order) {
        var skus = new LinkedHashSet<Sku>();
        order.lines().forEach(line -> skus.add(line.sku()));
        return List.copyOf(skus);
    }

    /** What the claim is about: the whole parcel, or the articles that were tapped. */
    public List<Row> picked() {
        var parcel = rows.stream()
                .filter(row -> row.key().equals(PARCEL) && row.picked())
                .toList();
        return parcel.isEmpty() ? rows.stream().filter(Row::picked).toList() : parcel;
    }

    Optional<Row> row(String key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst();
    }
}
