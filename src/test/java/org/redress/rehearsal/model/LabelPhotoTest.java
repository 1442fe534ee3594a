package org.redress.rehearsal.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.redress.orders.Order;

class LabelPhotoTest {
    private final SampleShop shop = SampleShop.upTo(LocalDate.of(2026, 11, 24), SampleShop.SEED, 60);
    private final Article mug = shop.catalogue().article("MUG-BLU-350");

    @Test
    void a_box_photographed_as_usual_shows_its_article_number() {
        var wanted = String.valueOf(mug.product().gtin()).substring(1);
        long read = LongStream.range(0, 8)
                .filter(seed -> decoded(LabelPhoto.item(mug, Conditions.moderate(seed)), BarcodeFormat.EAN_13)
                        .equals(Optional.of(wanted)))
                .count();
        assertThat(read).isGreaterThanOrEqualTo(7);
    }

    @Test
    void a_steady_hand_is_always_read_whatever_the_article() {
        for (var sku : List.of("BEI-RED-350", "TEA-EGR-100", "LMP-BRS", "NBK-GRN-A5", "MJN-PNK-L")) {
            var article = shop.catalogue().article(sku);
            var photo = LabelPhoto.item(article, Conditions.steady(sku.hashCode()));
            assertThat(decoded(photo, BarcodeFormat.EAN_13))
                    .as(sku)
                    .contains(String.valueOf(article.product().gtin()).substring(1));
        }
    }

    @Test
    void a_photograph_in_the_dark_may_show_nothing_but_never_another_number() {
        var wanted = String.valueOf(mug.product().gtin()).substring(1);
        var read = LongStream.range(0, 6)
                .mapToObj(seed -> decoded(LabelPhoto.item(mug, Conditions.heavy(seed)), BarcodeFormat.EAN_13))
                .toList();
        assertThat(read).contains(Optional.empty());
        assertThat(read.stream().flatMap(Optional::stream)).allMatch(wanted::equals);
    }

    @Test
    void the_label_of_the_carrier_shows_the_tracking_number() {
        var to = shop.orders().getFirst().shipTo();
        var photo = LabelPhoto.outerLabel(to, "NW4471820395GB", Conditions.moderate(5));
        assertThat(decoded(photo, BarcodeFormat.CODE_128)).contains("NW4471820395GB");
    }

    @Test
    void the_packing_slip_shows_the_order_number() {
        Order order = shop.order(Mishap.TOWEL_MISSING);
        var photo = LabelPhoto.packingSlip(order, shop.products(), Conditions.moderate(6));
        assertThat(decoded(photo, BarcodeFormat.QR_CODE)).contains(order.orderNumber());
    }

    @Test
    void goods_without_their_boxes_show_no_barcode() {
        var photo = LabelPhoto.goods(
                List.of(
                        mug,
                        shop.catalogue().article("TWL-MUS"),
                        shop.catalogue().article("PLT-GRY-27")),
                Conditions.moderate(7));
        assertThat(decoded(photo, BarcodeFormat.EAN_13)).isEmpty();
    }

    @Test
    void a_photograph_is_a_jpeg_of_bounded_size_and_the_same_each_time() throws IOException {
        var photo = LabelPhoto.item(mug, Conditions.moderate(1));
        assertThat(photo).startsWith(0xFF, 0xD8, 0xFF).hasSizeLessThan(2_000_000);
        var picture = ImageIO.read(new ByteArrayInputStream(photo));
        assertThat(picture.getWidth()).isEqualTo(1600);
        assertThat(picture.getHeight()).isEqualTo(1200);
        assertThat(LabelPhoto.item(mug, Conditions.moderate(1))).isEqualTo(photo);
        assertThat(LabelPhoto.item(mug, Conditions.moderate(2))).isNotEqualTo(photo);
    }

    private static Optional<String> decoded(byte[] photo, BarcodeFormat format) {
        try {
            var picture = ImageIO.read(new ByteArrayInputStream(photo));
            var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture)));
            var hints = Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.POSSIBLE_FORMATS, List.of(format));
            return Optional.of(new MultiFormatReader().decode(bitmap, hints).getText());
        } catch (NotFoundException nothingThere) {
            return Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
