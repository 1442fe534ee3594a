package org.redress.evidence.model;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.decoder.Decoder;
import com.google.zxing.datamatrix.detector.Detector;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.detector.FinderPattern;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** QR and DataMatrix, which correct and check themselves. */
final class SquareCodes {
    /** Larger pictures are read at half their size: a code that can only be read at full size is rare and this is slow. */
    private static final int LARGEST = 2200;

    /** DataMatrix is found from its middle outwards, so first come the places that could be one, with room around. */
    private static final List<Double> ROOM = List.of(0.15, 0.35, 0.6);

    /** The same text has to be read in two places, since the smallest DataMatrix correct chance into sense; larger ones do not. */
    private static final int SURE = 2;

    private static final int SURE_ROWS = 14;

    private static final Map<DecodeHintType, ?> TRY_HARDER = Map.of(DecodeHintType.TRY_HARDER, true);

    private SquareCodes() {}

    /** @param sure in how many places it was read, larger ones counting as two */
    private record Matrix(int sure, Outline outline) {
        Matrix and(Matrix other) {
            return new Matrix(sure + other.sure, outline);
        }
    }

    /**
     * Each code once, and where it was read first, in pixels of the first picture.
     *
     * @param sizes each half as wide and high as the one before
     */
    static Map<Votes.Code, Outline> read(List<Luminance> sizes) {
        Map<Votes.Code, Outline> found = new LinkedHashMap<>();
        Map<String, Matrix> matrices = new LinkedHashMap<>();
        double scale = 1;
        for (var picture : sizes) {
            if (picture.longestSide() <= LARGEST) {
                read(bitmap(picture), scale, found, matrices);
            }
            scale *= 2;
        }
        matrices.forEach((text, matrix) -> {
            if (matrix.sure() >= SURE) {
                found.put(new Votes.Code("DATA_MATRIX", text), matrix.outline());
            }
        });
        return found;
    }

    private static void read(
            BinaryBitmap bitmap, double scale, Map<Votes.Code, Outline> found, Map<String, Matrix> matrices) {
        BitMatrix whole;
        try {
            whole = bitmap.getBlackMatrix();
        } catch (NotFoundException nothingHere) {
            return;
        }
        if (Finders.areFewIn(whole)) {
            qr(bitmap, scale, found);
        }
        dataMatrixes(whole, scale, matrices);
    }

    private static BinaryBitmap bitmap(Luminance picture) {
        return new BinaryBitmap(new HybridBinarizer(new PlanarYUVLuminanceSource(
                picture.pixels(), picture.width(), picture.height(), 0, 0, picture.width(), picture.height(), false)));
    }

    private static void qr(BinaryBitmap bitmap, double scale, Map<Votes.Code, Outline> found) {
        try {
            for (var result : new QRCodeMultiReader().decodeMultiple(bitmap, TRY_HARDER)) {
                found.putIfAbsent(
                        new Votes.Code("QR_CODE", storable(result.getText())),
                        aroundFinders(result.getResultPoints()).scaled(scale, 0, 0));
            }
        } catch (NotFoundException nothingHere) {
            return;
        }
    }

    /** The middles of the three large squares lie three and a half cells inside: bottom left, top left, top right. */
    private static Outline aroundFinders(ResultPoint[] finders) {
        var corner = finders[1];
        double downX = finders[0].getX() - corner.getX();
        double downY = finders[0].getY() - corner.getY();
        double rightX = finders[2].getX() - corner.getX();
        double rightY = finders[2].getY() - corner.getY();
        double cell = corner instanceof FinderPattern finder ? finder.getEstimatedModuleSize() : 0;
        double down = 3.5 * cell / Math.max(1, Math.hypot(downX, downY));
        double right = 3.5 * cell / Math.max(1, Math.hypot(rightX, rightY));
        var start = new Outline.Point(corner.getX(), corner.getY())
                .plus(-down * downX - right * rightX, -down * downY - right * rightY);
        double across = 1 + 2 * right;
        double along = 1 + 2 * down;
        return new Outline(List.of(
                start,
                start.plus(across * rightX, across * rightY),
                start.plus(across * rightX + along * downX, across * rightY + along * downY),
                start.plus(along * downX, along * downY)));
    }

    private static void dataMatrixes(BitMatrix whole, double scale, Map<String, Matrix> found) {
        for (var place : Texture.places(whole)) {
            for (double room : ROOM) {
                var wider = place.widened(room, whole);
                dataMatrix(window(whole, wider), scale, wider.left(), wider.top(), found);
            }
        }
        dataMatrix(whole, scale, 0, 0, found);
    }

    private static void dataMatrix(BitMatrix window, double scale, int left, int top, Map<String, Matrix> found) {
        try {
            var detected = new Detector(window).detect();
            var cells = detected.getBits();
            var text = new Decoder().decode(cells).getText();
            var corners = Arrays.stream(detected.getPoints())
                    .map(point -> new Outline.Point(point.getX(), point.getY()))
                    .toList();
            found.merge(
                    storable(text),
                    new Matrix(
                            cells.getHeight() >= SURE_ROWS ? SURE : 1, new Outline(corners).scaled(scale, left, top)),
                    Matrix::and);
        } catch (ReaderException | IllegalArgumentException nothingHere) {
            return;
        }
    }

    private static BitMatrix window(BitMatrix whole, Texture.Place place) {
        var window = new BitMatrix(place.width(), place.height());
        for (int y = 0; y < place.height(); y++) {
            for (int x = 0; x < place.width(); x++) {
                if (whole.get(place.left() + x, place.top() + y)) {
                    window.set(x, y);
                }
            }
        }
        return window;
    }

    /** Such a code can hold any bytes; no text of ours can hold NUL or half a character. */
    private static String storable(String text) {
        var storable = new StringBuilder();
        text.codePoints()
                .filter(point -> point != 0)
                .map(point -> Character.getType(point) == Character.SURROGATE ? 0xFFFD : point)
                .forEach(storable::appendCodePoint);
        return storable.toString();
    }
}
