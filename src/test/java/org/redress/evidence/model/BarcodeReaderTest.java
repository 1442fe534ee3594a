package org.redress.evidence.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.evidence.EvidenceItem.Barcode;
import org.redress.gs1.Sscc;
import org.redress.kernel.Gtin;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.Code2Of5;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.Ean;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.backend.Upc;
import uk.org.okapibarcode.output.Java2DRenderer;

/** Reads labels that the project draws itself, as a phone would see them: askew, blurred, noisy, in uneven light. */
class BarcodeReaderTest {
    private static final String MUG = "5012345678900";
    private static final String CUP = "4006381333931";

    @ParameterizedTest
    @CsvSource({
        "EAN_13, 5012345678900, 5012345678900, 05012345678900",
        "UPC_A, 01234567890, 012345678905, 00012345678905",
        "EAN_8, 9638507, 96385074, 00000096385074",
        "UPC_E, 0123456, 01234565, 00012345000065",
        "CODE_128, RDR-2026-0042, RDR-2026-0042,",
        "CODE_128, 05012345678900, 05012345678900, 05012345678900",
        "ITF, 1501234567890, 15012345678907, 15012345678907",
        "QR_CODE, https://id.example.com/01/05012345678900/10/AB, https://id.example.com/01/05012345678900/10/AB,"
                + " 05012345678900",
        "QR_CODE, 5012345678900, 5012345678900, 05012345678900",
        "DATA_MATRIX, https://id.example.com/01/05012345678900, https://id.example.com/01/05012345678900, 05012345678900",
    })
    void every_kind_of_code_is_read_with_its_gtin(String format, String content, String text, String gtin) {
        var photo = photo(1000, 800, label(symbol(format, content), 3, 250, 250));
        assertThat(read(photo)).singleElement().satisfies(barcode -> {
            assertThat(barcode.format()).isEqualTo(format);
            assertThat(barcode.text()).isEqualTo(text);
            assertThat(barcode.gtin()).isEqualTo(gtin == null ? null : new Gtin(gtin));
        });
    }

    @Test
    void the_gtin_is_found_within_gs1_elements() {
        var code128 = new Code128();
        code128.setDataType(Symbol.DataType.GS1);
        code128.setContent("[01]05012345678900[10]LOT7");
        assertThat(read(photo(1200, 800, label(code128, 2, 200, 250))))
                .extracting(Barcode::gtin)
                .containsExactly(new Gtin("05012345678900"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 20, 33, 45, 60, 90, 118, 135, 180, 200, 270, 311})
    void a_label_is_read_however_the_phone_was_held(int degrees) {
        var photo = turned(photo(900, 900, label(symbol("EAN_13", MUG), 3, 280, 330)), degrees);
        assertThat(read(photo)).extracting(Barcode::text).containsExactly(MUG);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void blur_noise_and_shadow_are_borne(long seed) {
        var photo = photo(900, 700, label(symbol("EAN_13", MUG), 3, 250, 230));
        var seen = shaded(noisy(blurred(turned(photo, (int) seed * 4 - 14), 3), seed));
        assertThat(read(seen)).extracting(Barcode::text).containsExactly(MUG);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void what_is_too_blurred_to_tell_digits_apart_is_unknown_and_not_guessed(long seed) {
        var photo = photo(900, 700, label(symbol("EAN_13", MUG), 3, 250, 230));
        var seen = shaded(noisy(blurred(turned(photo, (int) seed * 4 - 14), 5), seed));
        assertThat(read(seen)).extracting(Barcode::text).isSubsetOf(MUG);
    }

    @Test
    void a_large_photo_with_a_small_label_is_read() {
        var photo = noisy(photo(4000, 3000, label(symbol("EAN_13", MUG), 4, 2900, 600)), 7);
        assertThat(read(photo)).extracting(Barcode::text).containsExactly(MUG);
    }

    @Test
    void several_codes_in_one_picture_are_all_read() {
        var photo = photo(
                1400,
                1000,
                label(symbol("EAN_13", MUG), 3, 100, 100),
                label(symbol("EAN_13", CUP), 3, 800, 120),
                label(symbol("CODE_128", "1Z999AA10123456784"), 3, 150, 550),
                label(symbol("QR_CODE", "ORDER 536365"), 6, 1000, 600));
        assertThat(read(photo))
                .extracting(Barcode::text)
                .containsExactlyInAnyOrder(MUG, CUP, "1Z999AA10123456784", "ORDER 536365");
    }

    /** What a customer lays side by side: the article, the carrier's label, the packing slip. */
    @ParameterizedTest
    @ValueSource(ints = {0, 6, 90, 180, 263})
    void the_article_its_parcel_and_its_order_are_read_from_one_picture(int degrees) {
        var sscc = new Code128();
        sscc.setDataType(Symbol.DataType.GS1);
        sscc.setContent("[00]106141412345678908");
        var photo = turned(
                photo(
                        1600,
                        1600,
                        label(symbol("EAN_13", MUG), 3, 350, 350),
                        label(sscc, 3, 500, 750),
                        label(symbol("QR_CODE", "ORDER 536365"), 6, 900, 1050)),
                degrees);
        var read = read(noisy(photo, degrees));
        assertThat(read)
                .extracting(Barcode::text)
                .containsExactlyInAnyOrder(MUG, "00106141412345678908", "ORDER 536365");
        assertThat(read).extracting(Barcode::sscc).containsOnlyOnce(new Sscc("106141412345678908"));
        assertThat(read).extracting(Barcode::gtin).containsOnlyOnce(new Gtin("05012345678900"));
    }

    @Test
    void what_stands_between_the_elements_of_a_gs1_code_is_understood_and_not_shown() {
        var label = new Code128();
        label.setDataType(Symbol.DataType.GS1);
        label.setContent("[01]05012345678900[10]LOT7[21]42");
        assertThat(read(photo(1600, 1200, label(label, 2, 200, 250))))
                .containsExactly(new Barcode("CODE_128", "010501234567890010LOT72142", new Gtin("05012345678900")));
    }

    @Test
    void the_elements_of_a_square_gs1_code_name_the_parcel() {
        var matrix = new DataMatrix();
        matrix.setDataType(Symbol.DataType.GS1);
        matrix.setContent("[00]106141412345678908");
        assertThat(read(photo(900, 700, label(matrix, 8, 250, 230))))
                .containsExactly(
                        new Barcode("DATA_MATRIX", "00106141412345678908", null, new Sscc("106141412345678908")));
    }

    @Test
    void a_light_code_on_dark_ground_is_read() {
        var photo = photo(900, 700, label(symbol("EAN_13", MUG), 3, 250, 230));
        assertThat(read(inverted(photo))).extracting(Barcode::text).containsExactly(MUG);
    }

    @Test
    void a_picture_without_a_code_says_nothing() {
        assertThat(read(photo(1200, 900))).isEmpty();
        assertThat(read(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB))).isEmpty();
        assertThat(read(new BufferedImage(3000, 2, BufferedImage.TYPE_INT_RGB))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void stripes_by_chance_are_no_code(long seed) {
        var random = new Random(seed);
        var picture = new BufferedImage(1000, 700, BufferedImage.TYPE_INT_RGB);
        var graphics = white(picture);
        for (int x = 80; x < 920; ) {
            int bar = 3 * (1 + random.nextInt(4));
            graphics.fillRect(x, 100, bar, 500);
            x += bar + 3 * (1 + random.nextInt(4));
        }
        graphics.dispose();
        assertThat(read(picture)).isEmpty();
    }

    @Test
    void a_code_of_which_a_part_is_torn_off_says_nothing() {
        var photo = photo(900, 700, label(symbol("EAN_13", MUG), 3, 250, 230));
        var torn = new BufferedImage(900, 700, BufferedImage.TYPE_INT_RGB);
        var graphics = white(torn);
        graphics.drawImage(photo.getSubimage(0, 0, 400, 700), 0, 0, null);
        graphics.dispose();
        assertThat(read(torn)).isEmpty();
    }

    private static List<Barcode> read(BufferedImage picture) {
        return BarcodeReader.read(Luminance.of(picture));
    }

    private record Label(Symbol symbol, double scale, int x, int y) {}

    private static Label label(Symbol symbol, double scale, int x, int y) {
        return new Label(symbol, scale, x, y);
    }

    private static Symbol symbol(String format, String content) {
        Symbol symbol = switch (format) {
            case "EAN_13" -> new Ean(Ean.Mode.EAN13);
            case "EAN_8" -> new Ean(Ean.Mode.EAN8);
            case "UPC_A" -> new Upc(Upc.Mode.UPCA);
            case "UPC_E" -> new Upc(Upc.Mode.UPCE);
            case "CODE_128" -> new Code128();
            case "ITF" -> new Code2Of5(Code2Of5.ToFMode.ITF14);
            case "QR_CODE" -> new QrCode();
            case "DATA_MATRIX" -> new DataMatrix();
            default -> throw new IllegalArgumentException(format);
        };
        symbol.setQuietZoneHorizontal(10);
        symbol.setContent(format.equals("EAN_13") ? content.substring(0, 12) : content);
        return symbol;
    }

    /** A box with writing on it, and labels. */
    private static BufferedImage photo(int width, int height, Label... labels) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = white(picture);
        graphics.setColor(new Color(196, 170, 130));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.DARK_GRAY);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 26));
        graphics.drawString("FRAGILE  Handle with care  1 / 2  HHHIIILLL", 20, 40);
        graphics.drawString("Made for people who like tea", 20, height - 20);
        for (var label : labels) {
            var symbol = label.symbol();
            graphics.setColor(Color.WHITE);
            graphics.fillRect(
                    label.x() - 25,
                    label.y() - 25,
                    (int) (symbol.getWidth() * label.scale()) + 50,
                    (int) (symbol.getHeight() * label.scale()) + 50);
            var placed = (Graphics2D) graphics.create();
            placed.translate(label.x(), label.y());
            new Java2DRenderer(
                            placed,
                            label.scale(),
                            uk.org.okapibarcode.graphics.Color.WHITE,
                            uk.org.okapibarcode.graphics.Color.BLACK)
                    .render(symbol);
            placed.dispose();
        }
        graphics.dispose();
        return picture;
    }

    private static Graphics2D white(BufferedImage picture) {
        var graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        return graphics;
    }

    private static BufferedImage turned(BufferedImage picture, int degrees) {
        var turned = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var graphics = white(turned);
        graphics.setColor(new Color(196, 170, 130));
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        graphics.rotate(Math.toRadians(degrees), picture.getWidth() / 2.0, picture.getHeight() / 2.0);
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        return turned;
    }

    private static BufferedImage blurred(BufferedImage picture, int size) {
        var weights = new float[size * size];
        Arrays.fill(weights, 1f / weights.length);
        return new ConvolveOp(new Kernel(size, size, weights), ConvolveOp.EDGE_NO_OP, null).filter(picture, null);
    }

    private static BufferedImage noisy(BufferedImage picture, long seed) {
        var random = new Random(seed);
        return each(picture, (x, y, value) -> value + random.nextGaussian() * 12);
    }

    private static BufferedImage shaded(BufferedImage picture) {
        return each(picture, (x, y, value) -> value * (0.35 + 0.6 * x / picture.getWidth()));
    }

    private static BufferedImage inverted(BufferedImage picture) {
        return each(picture, (x, y, value) -> 255 - value);
    }

    private interface Tone {
        double at(int x, int y, int value);
    }

    private static BufferedImage each(BufferedImage picture, Tone tone) {
        var changed = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int grey = picture.getRGB(x, y) >> 8 & 0xFF;
                int value = (int) Math.clamp(tone.at(x, y, grey), 0.0, 255.0);
                changed.setRGB(x, y, value << 16 | value << 8 | value);
            }
        }
        return changed;
    }
}
