package org.redress.claims.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.claims.web.portal.Reading.Outcome;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.EvidenceItem.Barcode;
import org.redress.evidence.EvidenceItem.ReadState;
import org.redress.evidence.EvidenceKind;
import org.redress.gs1.Sscc;
import org.redress.kernel.Gtin;
import org.redress.kernel.Ids;
import org.redress.kernel.Sku;
import org.redress.orders.Product;

class ReadingTest {
    private static final Gtin CODE = Gtin.parse("4006381333931").orElseThrow();
    private static final Sku RED = new Sku("RED");
    private static final Product BLUE_MUG = product("BLUE", "Blue mug");
    private static final Product RED_MUG = product("RED", "Red mug");

    @Test
    void another_article_is_named_beside_the_ordered_one() {
        assertThat(read(Map.of(CODE, List.of(BLUE_MUG)), List.of(RED), code()))
                .isEqualTo(new Reading(Outcome.DIFFERS, "Blue mug", "Red mug"));
    }

    @Test
    void a_code_that_two_articles_carry_counts_as_the_ordered_one() {
        assertThat(read(Map.of(CODE, List.of(BLUE_MUG, RED_MUG)), List.of(RED), code())
                        .outcome())
                .isEqualTo(Outcome.SAME);
    }

    @Test
    void a_code_outside_the_catalogue_is_shown_as_printed() {
        assertThat(read(Map.of(), List.of(RED), code()))
                .isEqualTo(new Reading(Outcome.UNLISTED, "4006381333931", "Red mug"));
    }

    @Test
    void no_barcode_says_nothing_about_the_goods() {
        assertThat(read(Map.of(), List.of(RED))).isEqualTo(new Reading(Outcome.NO_BARCODE, null, null));
    }

    @Test
    void a_label_names_its_parcel_and_any_other_code_its_text() {
        var parcel = new Barcode("CODE_128", "00106141412345678908", null, new Sscc("106141412345678908"));
        assertThat(read(Map.of(), List.of(RED), new Barcode("CODE_128", "1Z999AA10123456784", null), parcel))
                .isEqualTo(new Reading(Outcome.LABEL, "106141412345678908", null));
        assertThat(read(Map.of(), List.of(RED), new Barcode("QR_CODE", "hello", null)))
                .isEqualTo(new Reading(Outcome.TEXT, "hello", null));
        assertThat(read(Map.of(), List.of(RED), new Barcode("QR_CODE", "😀".repeat(500), null)))
                .isEqualTo(new Reading(Outcome.TEXT, "😀".repeat(60) + "…", null));
    }

    @Test
    void where_no_order_is_known_the_article_is_only_named() {
        assertThat(read(Map.of(CODE, List.of(BLUE_MUG)), List.of(), code()).outcome())
                .isEqualTo(Outcome.NAMED);
    }

    @Test
    void a_file_that_waits_and_one_that_cannot_be_read_say_so() {
        assertThat(Reading.of(item(ReadState.PENDING), Map.of(), List.of(RED), Map.of())
                        .outcome())
                .isEqualTo(Outcome.PENDING);
        assertThat(Reading.of(item(ReadState.FAILED), Map.of(), List.of(RED), Map.of())
                        .outcome())
                .isEqualTo(Outcome.NOT_SHOWN);
    }

    private static Reading read(Map<Gtin, List<Product>> articles, List<Sku> ordered, Barcode... codes) {
        return Reading.of(item(ReadState.DONE, codes), articles, ordered, Map.of(RED, RED_MUG));
    }

    private static Barcode code() {
        return new Barcode("EAN_13", "4006381333931", CODE);
    }

    @Test
    void a_video_is_for_people_and_a_file_that_nothing_opens_asks_for_a_photo() {
        assertThat(outcome(item("video/mp4", 0, ReadState.DONE))).isEqualTo(Outcome.VIDEO);
        assertThat(outcome(item("video/mp4", 0, ReadState.FAILED))).isEqualTo(Outcome.VIDEO);
        assertThat(outcome(item("video/mp4", 640, ReadState.DONE))).isEqualTo(Outcome.VIDEO);
        assertThat(outcome(item("video/mp4", 0, ReadState.PENDING))).isEqualTo(Outcome.PENDING_VIDEO);
        assertThat(outcome(item("video/mp4", 640, ReadState.DONE, code()))).isEqualTo(Outcome.UNLISTED);
        assertThat(outcome(item("image/heic", 0, ReadState.DONE))).isEqualTo(Outcome.NOT_SHOWN);
    }

    private static Outcome outcome(EvidenceItem item) {
        return Reading.of(item, Map.of(), List.of(RED), Map.of()).outcome();
    }

    private static EvidenceItem item(ReadState state, Barcode... codes) {
        return item("image/jpeg", 1, state, codes);
    }

    private static EvidenceItem item(String mediaType, int width, ReadState state, Barcode... codes) {
        var id = new EvidenceId(Ids.next());
        return new EvidenceItem(
                id,
                null,
                EvidenceKind.ITEM,
                "a",
                mediaType,
                1,
                "",
                width,
                width,
                state,
                List.of(codes),
                null,
                Instant.EPOCH);
    }

    private static Product product(String sku, String name) {
        return new Product(new Sku(sku), name, CODE, null, null, null, null, null, null);
    }
}
