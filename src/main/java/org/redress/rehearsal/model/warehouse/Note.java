package org.redress.rehearsal.model.warehouse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.redress.gs1.Sscc;
import org.redress.traces.TraceEvent;
import org.redress.traces.TraceEvent.Action;
import org.redress.traces.TraceEvent.Goods;
import org.redress.traces.TraceEvent.Moment;
import org.redress.traces.TraceEvent.Scan;
import org.redress.traces.TraceEvent.Spot;
import org.redress.traces.TraceEvent.Trouble;

/** An event while it is written. */
final class Note {
    private final UUID id;
    private final Moment moment;
    private final String step;
    private final Action action;
    private final Instant at;
    private final List<Goods> goods = new ArrayList<>(2);
    private List<Goods> expected = List.of();
    private List<String> orders = List.of();
    private List<Sscc> parcels = List.of();
    private List<String> returns = List.of();
    private @Nullable String place;
    private @Nullable Spot spot;
    private @Nullable String lot;
    private @Nullable String trackingNumber;
    private @Nullable String operator;
    private @Nullable String tote;
    private @Nullable String wave;
    private @Nullable Scan scan;
    private boolean shortPick;
    private @Nullable Integer grams;
    private @Nullable String carrier;
    private @Nullable String disposition;
    private @Nullable Trouble trouble;
    private @Nullable Integer metres;

    Note(UUID id, Moment moment, String step, Action action, Instant at) {
        this.id = id;
        this.moment = moment;
        this.step = step;
        this.action = action;
        this.at = at;
    }

    private static Goods goods(Item item, int units) {
        return new Goods(item.sku(), null, "urn:redress:sku:" + item.sku(), units);
    }

    Note with(Item item, int units) {
        goods.add(goods(item, units));
        return this;
    }

    Note expected(List<Item> items, ToIntFunction<Item> units) {
        expected =
                items.stream().map(item -> goods(item, units.applyAsInt(item))).toList();
        return this;
    }

    Note order(String number) {
        orders = List.of(number);
        return this;
    }

    Note parcel(Consignment consignment) {
        parcels = List.of(consignment.sscc());
        trackingNumber = consignment.trackingNumber();
        return this;
    }

    Note returned(String claim) {
        returns = List.of(claim);
        return this;
    }

    Note slot(Slot slot) {
        place = slot.uri();
        spot = slot.spot();
        return this;
    }

    Note place(String uri) {
        place = uri;
        return this;
    }

    Note lot(@Nullable String name) {
        lot = name;
        return this;
    }

    Note by(String who) {
        operator = who;
        return this;
    }

    Note round(String inTote, String inWave) {
        tote = inTote;
        wave = inWave;
        return this;
    }

    Note tote(String name) {
        tote = name.isEmpty() ? null : name;
        return this;
    }

    Note scan(Scan how, boolean tooFew) {
        scan = how;
        shortPick = tooFew;
        return this;
    }

    Note grams(@Nullable Integer weight) {
        grams = weight;
        return this;
    }

    Note carrier(String name) {
        carrier = name;
        return this;
    }

    Note onItsWay(@Nullable Trouble what) {
        disposition = "in_transit";
        trouble = what;
        return this;
    }

    Note metres(@Nullable Integer distance) {
        metres = distance;
        return this;
    }

    TraceEvent event() {
        return new TraceEvent(
                id,
                false,
                at,
                null,
                moment,
                step,
                action,
                orders,
                parcels,
                List.copyOf(goods),
                expected,
                false,
                place,
                spot,
                lot,
                trackingNumber,
                operator,
                tote,
                wave,
                scan,
                shortPick,
                grams,
                carrier,
                disposition,
                trouble,
                metres,
                returns);
    }
}
