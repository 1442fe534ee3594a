package org.redress.investigation.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Channel;
import org.redress.claims.Complaint;
import org.redress.claims.Filing;
import org.redress.claims.Pictures;
import org.redress.investigation.Clue;
import org.redress.kernel.Demand;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.traces.Parcel;
import org.redress.traces.Scale;
import org.redress.traces.TraceEvent;
import org.redress.traces.TraceEvent.Goods;
import org.redress.traces.TraceEvent.Moment;
import org.redress.traces.TraceEvent.Scan;
import org.redress.traces.Trail;

/** A mug and a jug from one shelf: the customer of order OWN got a jug for their mug. */
final class Scenes implements RiskList.Records {
    static final Sku MUG = new Sku("MUG");
    static final Sku JUG = new Sku("JUG");
    static final String SLOT = "urn:slot:A-01";
    static final String OWN = "OWN";
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final int MUG_GRAMS = 400;
    static final int JUG_GRAMS = 900;

    private final Map<String, Parcel> sent = new LinkedHashMap<>();
    private final List<TraceEvent> picks = new ArrayList<>();
    private final List<Complaint> complaints = new ArrayList<>();

    static Instant hour(int hours) {
        return NOON.plus(Duration.ofHours(hours));
    }

    static TraceEvent event(
            Moment moment,
            Instant at,
            @Nullable String order,
            @Nullable Scan scan,
            List<Goods> goods,
            List<Goods> books) {
        return event(moment, at, order, scan, goods, books, null);
    }

    static TraceEvent ofLot(Moment moment, Instant at, String lot, List<Goods> goods) {
        return event(moment, at, null, null, goods, List.of(), lot);
    }

    private static TraceEvent event(
            Moment moment,
            Instant at,
            @Nullable String order,
            @Nullable Scan scan,
            List<Goods> goods,
            List<Goods> books,
            @Nullable String lot) {
        return new TraceEvent(
                new UUID(at.getEpochSecond(), moment.name().length()),
                false,
                at,
                null,
                moment,
                null,
                null,
                order == null ? List.of() : List.of(order),
                List.of(),
                goods,
                books,
                false,
                SLOT,
                null,
                lot,
                null,
                null,
                null,
                null,
                scan,
                false,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    static List<Goods> goods(Sku sku, int units) {
        return List.of(new Goods(sku, null, "urn:sku:" + sku.value(), units));
    }

    static Product product(Sku sku, int grams) {
        return new Product(sku, sku.value(), null, grams, null, null, null, null, null);
    }

    static Parcel parcel(String order, Instant at, Sku sku, int expected, @Nullable Integer weighed) {
        return new Parcel(
                "T" + order,
                order,
                "DHL",
                null,
                "W1",
                at,
                null,
                expected,
                weighed,
                null,
                List.of(new Parcel.Line(sku, 1)));
    }

    /** An order for one mug, an hour after the other. */
    Scenes sent(int hour, int weighed, Scan scan) {
        var order = hour == 0 ? OWN : "H" + hour;
        picks.add(event(Moment.PICK, hour(hour), order, scan, goods(MUG, 1), List.of()));
        sent.put(order, parcel(order, hour(hour + 1), MUG, MUG_GRAMS, weighed));
        return this;
    }

    /** Its customer got the mug and expected something else. */
    Scenes wishesElse(int hour) {
        complaints.add(new Complaint("H" + hour, hour(hour + 48), Set.of(MUG), Set.of(MUG)));
        return this;
    }

    static Filing filing(Problem problem, @Nullable Sku received) {
        return new Filing(
                OWN,
                null,
                new Filing.Contact("", null, null),
                Channel.PORTAL,
                "",
                Demand.RESHIP,
                null,
                null,
                null,
                List.of(new Filing.Line(
                        MUG, 1, problem, received == null ? null : new Filing.Received(received, null, null, 1))),
                Locale.ENGLISH,
                Map.of());
    }

    Scene scene(@Nullable Sku received, List<TraceEvent> shelf, Scene.Neighbour... neighbours) {
        var own = sent.get(OWN);
        return new Scene(
                hour(72),
                filing(Problem.WRONG_ITEM, received),
                Optional.empty(),
                Map.of(MUG, product(MUG, MUG_GRAMS), JUG, product(JUG, JUG_GRAMS)),
                Pictures.NONE,
                new Trail(
                        own == null ? List.of() : List.of(own),
                        picks.stream()
                                .filter(pick -> pick.orders().contains(OWN))
                                .toList(),
                        List.of()),
                Scale.USUAL,
                shelf,
                Arrays.asList(neighbours),
                List.of(),
                List.of(),
                null);
    }

    static Findings findings(Scene scene) {
        return new Findings(Question.of(scene).orElseThrow(), new Signs(), new EnumMap<>(Clue.class), null, List.of());
    }

    @Override
    public List<TraceEvent> picks(Set<String> slots, Instant from, Instant until) {
        return picks;
    }

    @Override
    public List<TraceEvent> picks(Sku article, Instant from, Instant until) {
        return picks.stream()
                .filter(pick -> pick.goods().stream().anyMatch(each -> article.equals(each.sku())))
                .toList();
    }

    @Override
    public List<String> holding(Sku article, Instant from, Instant until) {
        return article.equals(MUG) ? List.copyOf(sent.keySet()) : List.of();
    }

    @Override
    public Map<String, List<Parcel>> parcels(Collection<String> orders) {
        var found = new LinkedHashMap<String, List<Parcel>>();
        orders.forEach(order -> found.put(order, sent.containsKey(order) ? List.of(sent.get(order)) : List.of()));
        return found;
    }

    @Override
    public List<Complaint> complaints(Collection<String> orders, Instant since) {
        return complaints;
    }

    @Override
    public Scale scale(String warehouse) {
        return Scale.USUAL;
    }
}
