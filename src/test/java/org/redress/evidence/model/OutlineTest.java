package org.redress.evidence.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.evidence.CodePlace;
import org.redress.evidence.CodePlace.Corner;
import org.redress.evidence.EvidenceItem.Barcode;
import org.redress.evidence.SampleFiles;
import org.redress.evidence.model.Outline.Point;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.Ean;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.output.Java2DRenderer;

/** Where a code is drawn is where it stands, however the camera was held. */
class OutlineTest {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;
    private static final int LEFT = 240;
    private static final int TOP = 160;

    /** A picture of one code, its upper left corner at a fifth of width and height. */
    private static BufferedImage picture(Symbol symbol, int size) {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.translate(LEFT, TOP);
        new Java2DRenderer(
                        graphics,
                        size,
                        uk.org.okapibarcode.graphics.Color.WHITE,
                        uk.org.okapibarcode.graphics.Color.BLACK)
                .render(symbol);
        graphics.dispose();
        return picture;
    }

    private static Symbol ean() {
        var symbol = new Ean(Ean.Mode.EAN13);
        symbol.setContent("501234567890");
        return symbol;
    }

    private static PictureReading reading(Symbol symbol, int size, int orientation) throws IOException {
        var jpeg = SampleFiles.encoded(picture(symbol, size), "jpg");
        return PictureReading.of(
                FileType.JPEG,
                SampleFiles.withExif(jpeg, SampleFiles.tiff(orientation, "2026:05:04 10:11:12", "+08:00")));
    }

    private static double least(CodePlace place, java.util.function.ToDoubleFunction<Corner> side) {
        return place.corners().stream().mapToDouble(side).min().orElseThrow();
    }

    private static double most(CodePlace place, java.util.function.ToDoubleFunction<Corner> side) {
        return place.corners().stream().mapToDouble(side).max().orElseThrow();
    }

    /** The middle of the code as it is stored, set upright by each of EXIF's eight ways. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_code_is_found_where_it_stands_in_the_upright_picture(int orientation) throws IOException {
        var symbol = ean();
        var reading = reading(symbol, 3, orientation);
        assertThat(reading.barcodes()).extracting(Barcode::text).containsExactly("5012345678900");
        assertThat(reading.places()).extracting(CodePlace::text).containsExactly("5012345678900");
        var place = reading.places().getFirst();
        double x = (LEFT + symbol.getWidth() * 3 / 2.0) / WIDTH;
        double y = (TOP + symbol.getHeight() * 3 / 2.0) / HEIGHT;
        var middle = switch (orientation) {
            case 2 -> new Corner(1 - x, y);
            case 3 -> new Corner(1 - x, 1 - y);
            case 4 -> new Corner(x, 1 - y);
            case 5 -> new Corner(y, x);
            case 6 -> new Corner(1 - y, x);
            case 7 -> new Corner(1 - y, 1 - x);
            case 8 -> new Corner(y, 1 - x);
            default -> new Corner(x, y);
        };
        assertThat((least(place, Corner::x) + most(place, Corner::x)) / 2).isCloseTo(middle.x(), within(0.03));
        assertThat((least(place, Corner::y) + most(place, Corner::y)) / 2).isCloseTo(middle.y(), within(0.05));
    }

    private static Symbol code128() {
        var symbol = new Code128();
        symbol.setContent("NW4471820395GB");
        return symbol;
    }

    static Stream<Arguments> bars() {
        return Stream.of(
                Arguments.of(ean(), 95), Arguments.of(code128(), code128().getWidth()));
    }

    @ParameterizedTest
    @MethodSource("bars")
    void the_sides_of_a_bar_code_are_its_outermost_bars(Symbol symbol, int modules) throws IOException {
        var place = reading(symbol, 3, 1).places().getFirst();
        assertThat((most(place, Corner::x) - least(place, Corner::x)) * WIDTH).isCloseTo(modules * 3, within(8.0));
        assertThat((most(place, Corner::y) - least(place, Corner::y)) * HEIGHT)
                .isBetween(symbol.getHeight() * 1.5, symbol.getHeight() * 3.1);
    }

    @ParameterizedTest
    @CsvSource({"QR, 8", "DATA_MATRIX, 3"})
    void a_square_code_is_framed_from_edge_to_edge(String kind, int size) throws IOException {
        Symbol symbol = kind.equals("QR") ? new QrCode() : new DataMatrix();
        symbol.setContent("https://id.example.com/01/05012345678900");
        var place = reading(symbol, size, 1).places().getFirst();
        assertThat(least(place, Corner::x) * WIDTH).isCloseTo(LEFT, within(2.0 * size));
        assertThat(least(place, Corner::y) * HEIGHT).isCloseTo(TOP, within(2.0 * size));
        assertThat(most(place, Corner::x) * WIDTH).isCloseTo(LEFT + symbol.getWidth() * size, within(2.0 * size));
        assertThat(most(place, Corner::y) * HEIGHT).isCloseTo(TOP + symbol.getHeight() * size, within(2.0 * size));
    }

    @Test
    void points_askew_are_framed_askew() {
        var outline = Outline.around(
                List.of(new Point(0, 10), new Point(10, 0), new Point(30, 20), new Point(20, 30), new Point(15, 15)));
        assertThat(outline.corners())
                .usingRecursiveFieldByFieldElementComparator(
                        org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration.builder()
                                .withComparatorForType(
                                        (one, other) -> Math.abs(one - other) < 1e-6 ? 0 : Double.compare(one, other),
                                        Double.class)
                                .build())
                .containsExactlyInAnyOrder(new Point(0, 10), new Point(10, 0), new Point(30, 20), new Point(20, 30));
    }
}
