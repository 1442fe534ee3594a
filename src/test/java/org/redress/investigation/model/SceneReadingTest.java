package org.redress.investigation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.redress.investigation.model.Scenes.JUG;
import static org.redress.investigation.model.Scenes.MUG;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.claims.Channel;
import org.redress.claims.Filing;
import org.redress.claims.Pictures;
import org.redress.investigation.Clue;
import org.redress.investigation.Mechanism;
import org.redress.investigation.Stage;
import org.redress.kernel.Demand;
import org.redress.kernel.Gtin;
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

class SceneReadingTest {
    private static final Gtin MUG_CODE = new Gtin("09521321001183");
    private static final Gtin JUG_CODE = new Gtin("09521321001664");
    private static final Instant DELIVERED = Scenes.hour(50);

    private Filing.Line line = new Filing.Line(MUG, 1, Problem.WRONG_ITEM, received(JUG, 1));
    private @Nullable Integer weighed;
    private List<TraceEvent> events = List.of();
    private List<TraceEvent> shelf = List.of();
    private Pictures pictures = Pictures.NONE;
    private String supplier = "Potters";
    private String warehouse = "W1";

    private static Filing.Received received(Sku sku, int units) {
        return new Filing.Received(sku, null, null, units);
    }

    private static Product product(Sku sku, Gtin code, int grams, String supplier) {
        return new Product(sku, sku.value(), code, grams, null, null, null, supplier, null);
    }

    private Scene scene() {
        var filing = new Filing(
                Scenes.OWN,
                null,
                new Filing.Contact("", null, null),
                Channel.PORTAL,
                "",
                Demand.RESHIP,
                null,
                null,
                null,
                List.of(line),
                Locale.ENGLISH,
                Map.of());
        var parcel = new Parcel(
                "T1",
                Scenes.OWN,
                "DHL",
                null,
                warehouse,
                Scenes.hour(2),
                DELIVERED,
                Scenes.MUG_GRAMS,
                weighed,
                null,
                List.of(new Parcel.Line(MUG, 1)));
        return new Scene(
                Scenes.hour(72),
                filing,
                Optional.empty(),
                Map.of(
                        MUG, product(MUG, MUG_CODE, Scenes.MUG_GRAMS, supplier),
                        JUG, product(JUG, JUG_CODE, Scenes.JUG_GRAMS, supplier)),
                pictures,
                new Trail(List.of(parcel), events, List.of()),
                Scale.USUAL,
                shelf,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private Signs signs() {
        return SceneReading.of(scene()).orElseThrow().signs();
    }

    private Posterior posterior() {
        return Reasoning.infer(EvidenceModel.usual(), signs());
    }

    private static TraceEvent pick(Sku sku) {
        return Scenes.event(Moment.PICK, Scenes.hour(1), Scenes.OWN, Scan.ITEM, Scenes.goods(sku, 1), List.of());
    }

    private void photographed(Gtin... codes) {
        pictures = new Pictures(Set.of(codes), Set.of(), Set.of(), List.of(), false);
    }

    @Test
    void of_a_merchant_who_records_no_picks_it_is_unknown_whose_stock_it_was() {
        assertThat(signs().ownStock()).isNull();
        assertThat(posterior().leadingStage()).isNotEqualTo(Stage.SUPPLIER);
        events = List.of(pick(MUG));
        assertThat(signs().ownStock()).isTrue();
        events = List.of(pick(JUG));
        assertThat(signs().ownStock()).as("others of the order were picked").isFalse();
        events = List.of();
        warehouse = "potters";
        assertThat(signs().ownStock()).as("sent by its supplier").isFalse();
    }

    @Test
    void who_got_too_few_has_not_ordered_the_wrong_thing() {
        line = new Filing.Line(MUG, 2, Problem.WRONG_QUANTITY, received(MUG, 0));
        photographed(MUG_CODE);
        assertThat(signs().of(Clue.CODE_AS_ORDERED)).isNull();
        assertThat(signs().isSaidAsOrdered()).isFalse();
        assertThat(posterior().of(Stage.CUSTOMER)).isLessThan(0.3);
        line = new Filing.Line(MUG, 1, Problem.MISSING_ITEM, null);
        assertThat(signs().of(Clue.CODE_AS_ORDERED)).isNull();
        line = new Filing.Line(MUG, 0, Problem.EXTRA_ITEM, received(MUG, 2));
        assertThat(signs().of(Clue.CODE_AS_ORDERED)).isNull();
        line = new Filing.Line(MUG, 1, Problem.WRONG_ITEM, received(MUG, 1));
        assertThat(signs().of(Clue.CODE_AS_ORDERED)).isTrue();
    }

    @Test
    void a_parcel_with_one_too_few_weighs_less() {
        line = new Filing.Line(MUG, 1, Problem.WRONG_QUANTITY, received(MUG, 0));
        weighed = 40;
        assertThat(signs().weightRatio()).isGreaterThan(10);
        weighed = Scenes.MUG_GRAMS;
        assertThat(signs().weightRatio()).isLessThan(0.1);
        line = new Filing.Line(MUG, 1, Problem.WRONG_QUANTITY, null);
        assertThat(signs().isWeighed()).as("nobody says how many came").isFalse();
    }

    @Test
    void a_photo_of_both_articles_says_nothing() {
        photographed(MUG_CODE);
        assertThat(signs().of(Clue.CODE_AS_ORDERED)).isTrue();
        photographed(JUG_CODE);
        assertThat(signs().of(Clue.CODE_AS_ORDERED)).isFalse();
        photographed(MUG_CODE, JUG_CODE);
        assertThat(signs().of(Clue.CODE_AS_ORDERED)).isNull();
    }

    @Test
    void a_camera_may_know_the_hour_and_not_the_time_zone() {
        pictures = new Pictures(Set.of(), Set.of(), Set.of(), List.of(DELIVERED.minusSeconds(8 * 3_600)), false);
        assertThat(signs().of(Clue.PICTURE_DOUBT)).isFalse();
        pictures = new Pictures(Set.of(), Set.of(), Set.of(), List.of(DELIVERED.minusSeconds(30 * 3_600)), false);
        assertThat(signs().of(Clue.PICTURE_DOUBT)).isTrue();
    }

    @Test
    void where_our_own_error_explains_it_no_doubt_of_the_picture_is_shown() {
        events = List.of(
                Scenes.event(Moment.PICK, Scenes.hour(1), Scenes.OWN, Scan.NONE, Scenes.goods(MUG, 1), List.of()));
        pictures = new Pictures(Set.of(JUG_CODE), Set.of(), Set.of(), List.of(), true);
        weighed = Scenes.JUG_GRAMS;
        var scene = scene();
        var findings = SceneReading.of(scene).orElseThrow();
        assertThat(findings.signs().of(Clue.PICTURE_DOUBT)).isTrue();
        var found = Reasoning.of(EvidenceModel.usual(), scene, findings, null, Scenes.hour(73));
        assertThat(found.leadingStage()).isNotEqualTo(Stage.CUSTOMER);
        assertThat(found.facts())
                .filteredOn(fact -> fact.clue() == Clue.PICTURE_DOUBT)
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.present()).isNull();
                    assertThat(fact.sentence().key()).isEqualTo("investigation.fact.E18.aside");
                });
    }

    @Test
    void goods_that_only_a_gtin_names_are_the_article_that_bears_it() {
        var byCode = new Goods(null, MUG_CODE, "urn:epc:idpat:sgtin:9521321.000118.*", 1);
        var picked = Scenes.event(Moment.PICK, Scenes.hour(1), Scenes.OWN, Scan.ITEM, List.of(byCode), List.of());
        var scene = scene();
        assertThat(picked.named(code -> Question.article(scene, code)).goods())
                .singleElement()
                .satisfies(goods -> assertThat(goods.sku()).isEqualTo(MUG));
        assertThat(pick(MUG).named(_ -> Optional.of(JUG)).goods().getFirst().sku())
                .isEqualTo(MUG);
    }

    private TraceEvent ofLot(Moment moment, int hour, String lot) {
        return Scenes.ofLot(moment, Scenes.hour(hour), lot, Scenes.goods(MUG, 10));
    }

    @Test
    void labels_that_every_lot_gets_in_the_house_say_nothing() {
        events = List.of(pick(MUG));
        shelf = List.of(ofLot(Moment.LABELLING, -9, "L1"), ofLot(Moment.PUTAWAY, -8, "L1"));
        assertThat(signs().of(Clue.INBOUND_DOUBT)).isTrue();
        shelf = List.of(
                ofLot(Moment.LABELLING, -99, "L2"),
                ofLot(Moment.LABELLING, -98, "L3"),
                ofLot(Moment.LABELLING, -97, "L4"),
                ofLot(Moment.LABELLING, -9, "L1"),
                ofLot(Moment.PUTAWAY, -8, "L1"));
        assertThat(signs().of(Clue.INBOUND_DOUBT)).isNull();
    }

    private static TraceEvent count(int hour, List<Goods> found, List<Goods> books) {
        return Scenes.event(Moment.STOCKTAKE, Scenes.hour(hour), null, null, found, books);
    }

    @Test
    void a_count_that_the_books_do_not_know_waits_for_the_next() {
        events = List.of(pick(MUG));
        shelf = List.of(
                count(3, Scenes.goods(MUG, 5), List.of()), count(4, Scenes.goods(MUG, 5), Scenes.goods(MUG, 4)));
        assertThat(signs().of(Clue.STOCK_SHIFTED)).isTrue();
        events = List.of();
        shelf = List.of(count(-24 * 30, Scenes.goods(MUG, 5), Scenes.goods(MUG, 4)));
        assertThat(signs().of(Clue.STOCK_SHIFTED)).as("before the order").isNull();
    }

    @Test
    void who_lives_in_a_slot_is_no_stranger_there() {
        events = List.of(pick(MUG));
        var found =
                List.of(Scenes.goods(MUG, 4).getFirst(), Scenes.goods(JUG, 3).getFirst());
        shelf = List.of(count(4, found, Scenes.goods(MUG, 4)));
        assertThat(signs().of(Clue.STRANGER_IN_SLOT)).isTrue();
        var lives = Scenes.event(Moment.PUTAWAY, Scenes.hour(-5), null, null, Scenes.goods(JUG, 9), List.of());
        shelf = List.of(lives, count(4, found, Scenes.goods(MUG, 4)));
        assertThat(signs().of(Clue.STRANGER_IN_SLOT)).isNull();
    }

    @Test
    void what_is_inferred_still_sums_to_one() {
        double sum = 0;
        for (var mechanism : Mechanism.values()) {
            sum += posterior().of(mechanism);
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
    }
}
