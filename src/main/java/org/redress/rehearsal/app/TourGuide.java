package org.redress.rehearsal.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.redress.rehearsal.SampleTour;
import org.redress.rehearsal.model.Conditions;
import org.redress.rehearsal.model.LabelPhoto;
import org.redress.rehearsal.model.Mishap;
import org.redress.rehearsal.model.SampleSeason;
import org.redress.rehearsal.model.SampleShop;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

@Component
@ConditionalOnProperty(name = "redress.sample", havingValue = "true", matchIfMissing = true)
class TourGuide implements SampleTour {
    private static final Map<Mishap, List<String>> PHOTOS = Map.of(
            Mishap.TRY_MUG, List.of("blue-mug.jpg", "blue-mug-in-the-dark.jpg"),
            Mishap.TRY_NOTEBOOK, List.of("small-notebook.jpg"),
            Mishap.TRY_CUP, List.of("blue-cup.jpg"),
            Mishap.TRY_TOWEL, List.of("packing-slip.jpg", "candle-only.jpg"));

    private static final List<String> OF_THE_LOT = List.of("grey-label.jpg", "blue-bowl.jpg");

    private final SampleData data;
    private final SingletonSupplier<SampleShop> shop;
    private final SingletonSupplier<SampleSeason> season;
    private final Map<String, byte[]> drawn = new ConcurrentHashMap<>();

    TourGuide(SampleData data) {
        this.data = data;
        this.shop = SingletonSupplier.of(data::shop);
        this.season = SingletonSupplier.of(data::season);
    }

    @Override
    public List<Stop> stops() {
        var stops = new ArrayList<Stop>();
        data.merchant().ifPresent(merchant -> {
            if (data.isLoaded(merchant, shop.obtain())) {
                Arrays.stream(Mishap.values())
                        .filter(PHOTOS::containsKey)
                        .map(this::stop)
                        .forEach(stops::add);
            }
            if (data.isLoaded(merchant, season.obtain())) {
                stops.add(ofTheLot());
            }
        });
        return List.copyOf(stops);
    }

    private Stop ofTheLot() {
        var order = season.obtain().untold();
        return new Stop(
                "TRY_LABEL",
                order.orderNumber(),
                String.valueOf(order.customer().email()),
                String.valueOf(order.customer().language()),
                OF_THE_LOT);
    }

    private Stop stop(Mishap mishap) {
        var order = shop.obtain().order(mishap);
        return new Stop(
                mishap.name(),
                order.orderNumber(),
                String.valueOf(order.customer().email()),
                mishap.shop().language(),
                PHOTOS.getOrDefault(mishap, List.of()));
    }

    @Override
    public Optional<byte[]> photo(String name) {
        boolean offered = stops().stream().anyMatch(stop -> stop.photos().contains(name));
        return offered ? Optional.of(drawn.computeIfAbsent(name, this::draw)) : Optional.empty();
    }

    private byte[] draw(String name) {
        var catalogue = shop.obtain().catalogue();
        return switch (name) {
            case "blue-mug.jpg" -> LabelPhoto.item(catalogue.article("MUG-BLU-350"), Conditions.moderate(41));
            case "blue-mug-in-the-dark.jpg" -> LabelPhoto.item(catalogue.article("MUG-BLU-350"), Conditions.heavy(42));
            case "small-notebook.jpg" -> LabelPhoto.item(catalogue.article("NBK-BLU-A6"), Conditions.moderate(43));
            case "blue-cup.jpg" -> LabelPhoto.item(catalogue.article("BEI-BLU-350"), Conditions.moderate(44));
            case "grey-label.jpg" -> LabelPhoto.item(season.obtain().mislabelled(), Conditions.moderate(47));
            case "blue-bowl.jpg" -> LabelPhoto.goods(List.of(season.obtain().underTheLabel()), Conditions.moderate(48));
            case "candle-only.jpg" -> LabelPhoto.goods(List.of(catalogue.article("XUN-GUI")), Conditions.moderate(45));
            case "packing-slip.jpg" ->
                LabelPhoto.packingSlip(
                        shop.obtain().order(Mishap.TRY_TOWEL), shop.obtain().products(), Conditions.moderate(46));
            default -> throw new IllegalArgumentException("No stop of the tour has " + name);
        };
    }
}
