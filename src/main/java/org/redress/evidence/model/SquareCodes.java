package org.redress.evidence.model;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.decoder.Decoder;
import com.google.zxing.datamatrix.detector.Detector;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    static List<Votes.Code> read(List<Luminance> sizes) {
        Set<Votes.Code> found = new LinkedHashSet<>();
        Map<String, Integer> matrices = new LinkedHashMap<>();
        for (var picture : sizes) {
            if (picture.longestSide() > LARGEST) {
                continue;
            }
            read(bitmap(picture), found, matrices);
        }
        matrices.forEach((text, windows) -> {
            if (windows >= SURE) {
                found.add(new Votes.Code("DATA_MATRIX", text));
            }
        });
        return new ArrayList<>(found);
    }

    private static void read(BinaryBitmap bitmap, Set<Votes.Code> found, Map<String, Integer> matrices) {
        BitMatrix whole;
        try {
            whole = bitmap.getBlackMatrix();
        } catch (NotFoundException nothingHere) {
            return;
        }
        if (Finders.areFewIn(whole)) {
            qr(bitmap, found);
        }
        dataMatrixes(whole, matrices);
    }

    private static BinaryBitmap bitmap(Luminance picture) {
        return new BinaryBitmap(new HybridBinarizer(new PlanarYUVLuminanceSource(
                picture.pixels(), picture.width(), picture.height(), 0, 0, picture.width(), picture.height(), false)));
    }

    private static void qr(BinaryBitmap bitmap, Set<Votes.Code> found) {
        try {
            for (var result : new QRCodeMultiReader().decodeMultiple(bitmap, TRY_HARDER)) {
                found.add(new Votes.Code("QR_CODE", storable(result.getText())));
            }
        } catch (NotFoundException nothingHere) {
            return;
        }
    }

    private static void dataMatrixes(BitMatrix whole, Map<String, Integer> found) {
        for (var place : Texture.places(whole)) {
            for (double room : ROOM) {
                var wider = place.widened(room, whole);
                dataMatrix(window(whole, wider), found);
            }
        }
        dataMatrix(whole, found);
    }

    private static void dataMatrix(BitMatrix window, Map<String, Integer> found) {
        try {
            var cells = new Detector(window).detect().getBits();
            var text = new Decoder().decode(cells).getText();
            found.merge(storable(text), cells.getHeight() >= SURE_ROWS ? SURE : 1, Integer::sum);
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
