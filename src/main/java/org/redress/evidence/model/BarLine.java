package org.redress.evidence.model;

import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.common.BitArray;
import com.google.zxing.oned.Code128Reader;
import com.google.zxing.oned.ITFReader;
import com.google.zxing.oned.OneDReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.kernel.Gtin;

/** Finds Code 128 and ITF-14 among the edges on a line, drawn anew in black and white with room between the pixels. */
final class BarLine {
    /** Cells to the pixel. */
    private static final int FINENESS = 3;

    private static final int LEAST_EDGES = 26;
    private static final int LEAST_LETTERS = 4;

    /** By how much a bar or space may be wider than the widest between the marks and still be of the code. */
    private static final float WITHIN = 1.5f;

    /** So that FNC1 stays visible: in front as "]C1", between elements as U+001D. */
    private static final Map<DecodeHintType, ?> GS1 = Map.of(DecodeHintType.ASSUME_GS1, true);

    private static final Map<DecodeHintType, ?> ITF_14 = Map.of(DecodeHintType.ALLOWED_LENGTHS, new int[] {14});

    private BarLine() {}

    static List<EanLine.Found> read(float[] edges) {
        if (edges.length < LEAST_EDGES) {
            return List.of();
        }
        var found = new ArrayList<EanLine.Found>();
        var cells = cells(edges);
        read(new Code128Reader(), cells, GS1).ifPresent(found::add);
        read(new ITFReader(), cells, ITF_14).ifPresent(found::add);
        cells.reverse();
        read(new Code128Reader(), cells, GS1).ifPresent(code -> found.add(turned(code, cells.getSize())));
        read(new ITFReader(), cells, ITF_14).ifPresent(code -> found.add(turned(code, cells.getSize())));
        return found.stream().map(code -> fromEdgeToEdge(code, edges)).toList();
    }

    /** ZXing says where the middles of the outermost marks are; the code ends where more space follows than is ever within it. */
    private static EanLine.Found fromEdgeToEdge(EanLine.Found code, float[] edges) {
        int first = 0;
        while (first + 1 < edges.length && edges[first + 1] <= code.from()) {
            first++;
        }
        int last = first;
        float widest = 0;
        while (last + 1 < edges.length && edges[last] < code.to()) {
            last++;
            widest = Math.max(widest, edges[last] - edges[last - 1]);
        }
        while (first > 0 && edges[first] - edges[first - 1] <= WITHIN * widest) {
            first--;
        }
        while (last + 1 < edges.length && edges[last + 1] - edges[last] <= WITHIN * widest) {
            last++;
        }
        return new EanLine.Found(code.format(), code.text(), edges[first], edges[last], code.error(), code.margin());
    }

    private static BitArray cells(float[] edges) {
        int margin = 60;
        int size = (int) (edges[edges.length - 1] * FINENESS) + margin;
        var cells = new BitArray(size);
        for (int i = 0; i + 1 < edges.length; i += 2) {
            int from = Math.round(edges[i] * FINENESS);
            int to = Math.min(size - margin, Math.round(edges[i + 1] * FINENESS));
            if (to > from) {
                cells.setRange(from, to);
            }
        }
        return cells;
    }

    private static Optional<EanLine.Found> read(OneDReader reader, BitArray cells, Map<DecodeHintType, ?> hints) {
        try {
            var result = reader.decodeRow(0, cells, hints);
            var text = result.getText();
            var format = result.getBarcodeFormat().name();
            var points = result.getResultPoints();
            if (BarcodeReader.printed(text).length() < LEAST_LETTERS
                    || (format.equals("ITF") && Gtin.parse(text).isEmpty())) {
                return Optional.empty();
            }
            return Optional.of(
                    new EanLine.Found(format, text, points[0].getX() / FINENESS, points[1].getX() / FINENESS, 0, 1));
        } catch (ReaderException nothingHere) {
            return Optional.empty();
        }
    }

    private static EanLine.Found turned(EanLine.Found code, int cells) {
        float length = (float) cells / FINENESS;
        return new EanLine.Found(
                code.format(), code.text(), length - code.to(), length - code.from(), code.error(), code.margin());
    }
}
