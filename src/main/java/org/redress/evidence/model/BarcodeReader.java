package org.redress.evidence.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.evidence.EvidenceItem.Barcode;
import org.redress.gs1.GtinUri;
import org.redress.gs1.Sscc;
import org.redress.kernel.Gtin;

/**
 * Finds the barcodes in a picture: EAN-13 and -8, UPC-A and -E, Code 128, ITF-14, QR and DataMatrix. A single line that
 * happens to make sense proves nothing in a photograph, so many lines are read in several ways, and only what enough of
 * them agree on is said ({@link Votes}); silence means unknown.
 */
public final class BarcodeReader {
    /** A picture is also read at half its size, and again, down to this. */
    private static final int SMALLEST = 700;

    /** The same for codes that are no lines. */
    private static final int SMALLEST_SQUARE = 250;

    /** Smaller pictures are also read at twice their size: edges are then found more finely. */
    private static final int SMALL = 1000;

    /** Trying harder is for sizes up to this; larger ones would take too long, and their halves are less noisy. */
    private static final int LARGEST_FOR_PATIENCE = 1400;

    private static final int LINES_PER_PASS = 90;
    private static final int LEAST_DISTANCE = 3;

    /** Lines that look for codes as people hold them: level, on its side, and a bit askew. */
    private static final List<Pass> USUAL = passes(
            List.of(0, 90, -14, 14, 76, 104), 3, List.of(Sharpening.NONE, Sharpening.LIGHT, Sharpening.STRONG), 0.14f);

    /** Where those find nothing: more askew, with more lines taken together against noise, and faint edges counted. */
    private static final List<Pass> PATIENT = Stream.of(
                    passes(
                            List.of(-30, 30, 60, 120, 45, 135),
                            3,
                            List.of(Sharpening.NONE, Sharpening.LIGHT, Sharpening.STRONG),
                            0.14f),
                    passes(
                            List.of(0, 90, -8, 8, 82, 98),
                            11,
                            List.of(Sharpening.NONE, Sharpening.LIGHT, Sharpening.MIDDLE, Sharpening.STRONG),
                            0.08f))
            .flatMap(List::stream)
            .toList();

    private static final Pattern GS1_MARKS = Pattern.compile("^\\]C1|\\u001d");

    private BarcodeReader() {}

    /** One way to read a line. */
    private record Pass(int degrees, int thickness, List<Sharpening> sharpenings, float share) {}

    enum Sharpening {
        NONE(0, 0),
        LIGHT(2, 2),
        MIDDLE(3, 4),
        STRONG(5, 6);

        private final float strength;
        private final int radius;

        Sharpening(float strength, int radius) {
            this.strength = strength;
            this.radius = radius;
        }

        ScanLine of(ScanLine line) {
            return this == NONE ? line : line.sharpened(strength, radius);
        }
    }

    private static List<Pass> passes(List<Integer> degrees, int thickness, List<Sharpening> sharpenings, float share) {
        return degrees.stream()
                .map(angle -> new Pass(angle, thickness, sharpenings, share))
                .toList();
    }

    /** @param outline where it stands, in pixels of the picture */
    record Found(Barcode barcode, Outline outline) {}

    /** Each text once, the one that most lines agree on first. */
    public static List<Barcode> read(Luminance picture) {
        return find(picture).stream().map(Found::barcode).toList();
    }

    /** The same, and where each stands. */
    static List<Found> find(Luminance picture) {
        var sizes = sizes(picture);
        var votes = new Votes();
        for (var size : sizes) {
            USUAL.forEach(pass -> scan(size, pass, votes));
        }
        var squares = SquareCodes.read(forSquares(sizes));
        if (votes.decided().isEmpty() && squares.isEmpty()) {
            tryHarder(sizes, votes);
        }
        var found = new ArrayList<Found>();
        votes.decided().forEach(code -> found.add(found(code, votes.outline(code))));
        squares.forEach((code, outline) -> found.add(found(code, outline)));
        return found;
    }

    /** Not larger than it came, and smaller than lines are read in: a square seen from near has large cells. */
    private static List<Luminance> forSquares(List<Sized> sizes) {
        var pictures = sizes.stream()
                .filter(size -> size.scale() >= 1)
                .map(Sized::picture)
                .collect(Collectors.toCollection(ArrayList::new));
        for (var last = pictures.getLast().halved();
                last.longestSide() >= SMALLEST_SQUARE && last.shortestSide() >= 2;
                last = last.halved()) {
            pictures.add(last);
        }
        return pictures;
    }

    private static void tryHarder(List<Sized> sizes, Votes votes) {
        var small = sizes.stream()
                .filter(size -> size.picture().longestSide() <= LARGEST_FOR_PATIENCE)
                .toList();
        for (var size : small) {
            PATIENT.forEach(pass -> scan(size, pass, votes));
        }
        if (votes.decided().isEmpty()) {
            small.forEach(size -> USUAL.forEach(pass -> scan(size.negative(), pass, votes)));
        }
    }

    private record Sized(Luminance picture, double scale) {
        /** Light codes on dark ground. */
        Sized negative() {
            return new Sized(picture.inverted(), scale);
        }
    }

    private static List<Sized> sizes(Luminance picture) {
        var sizes = new ArrayList<Sized>();
        if (picture.longestSide() < SMALL) {
            sizes.add(new Sized(picture.doubled(), 0.5));
        }
        sizes.add(new Sized(picture, 1));
        var last = picture;
        for (int scale = 2; last.longestSide() / 2 >= SMALLEST && last.shortestSide() >= 2; scale *= 2) {
            last = last.halved();
            sizes.add(new Sized(last, scale));
        }
        return sizes;
    }

    /** Parallel lines all over the picture. */
    private static void scan(Sized sized, Pass pass, Votes votes) {
        var picture = sized.picture();
        double angle = Math.toRadians(pass.degrees());
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double length = picture.width() * Math.abs(cos) + picture.height() * Math.abs(sin);
        double span = picture.width() * Math.abs(sin) + picture.height() * Math.abs(cos);
        double distance = Math.max(LEAST_DISTANCE, span / LINES_PER_PASS);
        for (double aside = distance / 2 - span / 2; aside < span / 2; aside += distance) {
            var inside = clip(picture, -sin * aside, cos * aside, cos, sin, length);
            if (inside == null) {
                continue;
            }
            var line = ScanLine.across(picture, inside.x(), inside.y(), angle, inside.length(), pass.thickness());
            readLine(line, pass, new Votes.Line(sized.scale(), pass.degrees(), aside, inside.x(), inside.y()), votes);
        }
    }

    private record Inside(double x, double y, int length) {}

    /** The part of a line, given from the middle of the picture, that lies inside it. */
    private static @Nullable Inside clip(
            Luminance picture, double fromMiddleX, double fromMiddleY, double cos, double sin, double length) {
        double x = picture.width() / 2.0 + fromMiddleX;
        double y = picture.height() / 2.0 + fromMiddleY;
        double from = -length;
        double to = length;
        if (Math.abs(cos) > 1e-6) {
            from = Math.max(from, Math.min(-x / cos, (picture.width() - 1 - x) / cos));
            to = Math.min(to, Math.max(-x / cos, (picture.width() - 1 - x) / cos));
        }
        if (Math.abs(sin) > 1e-6) {
            from = Math.max(from, Math.min(-y / sin, (picture.height() - 1 - y) / sin));
            to = Math.min(to, Math.max(-y / sin, (picture.height() - 1 - y) / sin));
        }
        int inside = (int) (to - from);
        return inside < 60 ? null : new Inside(x + from * cos, y + from * sin, inside);
    }

    private static void readLine(ScanLine line, Pass pass, Votes.Line where, Votes votes) {
        for (var sharpening : pass.sharpenings()) {
            var edges = sharpening.of(line).edges(pass.share());
            var way = pass.thickness() + sharpening.name();
            for (var found : new EanLine(edges).find()) {
                votes.add(found, where, way);
            }
            for (var found : new EanLine(backwards(edges)).find()) {
                votes.add(found.turned(), where, way);
            }
            if (sharpening == Sharpening.NONE || sharpening == Sharpening.LIGHT) {
                BarLine.read(edges).forEach(found -> votes.add(found, where, way));
            }
        }
    }

    /** The same edges from the other end; the first leads into the dark again. */
    private static float[] backwards(float[] edges) {
        int count = edges.length - edges.length % 2;
        var backwards = new float[count];
        for (int i = 0; i < count; i++) {
            backwards[i] = -edges[count - 1 - i];
        }
        return backwards;
    }

    private static Found found(Votes.Code code, Outline outline) {
        return new Found(barcode(code.format(), code.text()), outline);
    }

    private static Barcode barcode(String format, String text) {
        return new Barcode(
                format,
                printed(text),
                gtin(format, text).orElse(null),
                format.startsWith("EAN") || format.startsWith("UPC")
                        ? null
                        : Sscc.parse(text).orElse(null));
    }

    /** Without the marks of GS1 that stand in a code and on no label. */
    static String printed(String text) {
        return GS1_MARKS.matcher(text).replaceAll("");
    }

    static Optional<Gtin> gtin(String format, String text) {
        return format.equals("UPC_E") ? Gtin.parse(UpcE.expanded(text)) : GtinUri.parse(text);
    }
}
