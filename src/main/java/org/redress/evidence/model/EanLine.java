package org.redress.evidence.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Gtin;

/**
 * Finds EAN-13, UPC-A, EAN-8 and UPC-E among the edges on a line. Digits are told apart by the distances between edges
 * of the same direction, which ink spread and blur leave as they are (GS1 General Specifications, 5.2, reference decode
 * algorithm); only where those leave two digits is the width of the bars asked.
 */
final class EanLine {
    /** Widths of space, bar, space, bar of each digit with odd parity (set A); set B is its mirror. */
    private static final int[][] SET_A = {
        {3, 2, 1, 1}, {2, 2, 2, 1}, {2, 1, 2, 2}, {1, 4, 1, 1}, {1, 1, 3, 2},
        {1, 2, 3, 1}, {1, 1, 1, 4}, {1, 3, 1, 2}, {1, 2, 1, 3}, {3, 1, 1, 2}
    };

    /** By the thirteenth digit: which of the six left digits are of set B, the first in the highest bit. */
    private static final int[] FIRST_DIGIT = {
        0b000000, 0b001011, 0b001101, 0b001110, 0b010011, 0b011001, 0b011100, 0b010101, 0b010110, 0b011010
    };

    /** By the check digit of UPC-E with number system 0: which digits are of set B. */
    private static final int[] UPC_E_CHECK = {
        0b111000, 0b110100, 0b110010, 0b110001, 0b101100, 0b100110, 0b100011, 0b101010, 0b101001, 0b100101
    };

    private static final int DIGIT_RUNS = 4;
    private static final int DIGIT_MODULES = 7;

    private final float[] edges;

    /** Squared distance from the ideal digit that still counts, in modules. */
    private static final float DIGIT_ERROR = 0.45f;

    /** The same, as the mean of all digits. */
    private static final float MEAN_ERROR = 0.2f;

    /** How far a digit may be wider or narrower than the mean one. */
    private static final float WIDTH_ERROR = 0.28f;

    /** Free space on both sides, in modules; less than printed, for photos are cut and bent. */
    private static final float QUIET = 4;

    /**
     * A code on a line, from one edge to another.
     *
     * @param error how far its digits were from ideal ones, on the whole
     * @param margin how much further the next best digit was, where it was closest
     */
    record Found(String format, String text, float from, float to, float error, float margin) {
        /** The same, of a line that was read from its end. */
        Found turned() {
            return new Found(format, text, -to, -from, error, margin);
        }
    }

    private record Digits(String text, int parity, float error, float margin) {}

    EanLine(float[] edges) {
        this.edges = edges;
    }

    List<Found> find() {
        var found = new ArrayList<Found>();
        for (int start = 0; start + 33 < edges.length; start += 2) {
            addIfFound(found, ean13(start));
            addIfFound(found, ean8(start));
            addIfFound(found, upcE(start));
        }
        return found;
    }

    private static void addIfFound(List<Found> found, @Nullable Found code) {
        if (code != null && code.error() <= MEAN_ERROR) {
            found.add(code);
        }
    }

    /** 3 runs, six digits, 5 runs, six digits, 3 runs. */
    private @Nullable Found ean13(int start) {
        int end = start + 59;
        if (end >= edges.length) {
            return null;
        }
        float module = (edges[end] - edges[start]) / 95;
        if (!isQuiet(start, end, module)
                || !isGuard(start, 3, module)
                || !isGuard(start + 27, 5, module)
                || !isGuard(start + 56, 3, module)) {
            return null;
        }
        float spread = spread(start, start + 27, start + 56);
        var left = digits(start + 3, 6, module, spread, true);
        var right = left == null ? null : digits(start + 32, 6, module, spread, false);
        if (left == null || right == null) {
            return null;
        }
        int first = indexOf(FIRST_DIGIT, left.parity());
        var text = first + left.text() + right.text();
        if (first < 0 || Gtin.parse(text).isEmpty()) {
            return null;
        }
        float error = (left.error() + right.error()) / 12;
        float margin = Math.min(left.margin(), right.margin());
        return first == 0
                ? new Found("UPC_A", text.substring(1), edges[start], edges[end], error, margin)
                : new Found("EAN_13", text, edges[start], edges[end], error, margin);
    }

    /** 3 runs, four digits, 5 runs, four digits, 3 runs. */
    private @Nullable Found ean8(int start) {
        int end = start + 43;
        if (end >= edges.length) {
            return null;
        }
        float module = (edges[end] - edges[start]) / 67;
        if (!isQuiet(start, end, module)
                || !isGuard(start, 3, module)
                || !isGuard(start + 19, 5, module)
                || !isGuard(start + 40, 3, module)) {
            return null;
        }
        float spread = spread(start, start + 19, start + 40);
        var left = digits(start + 3, 4, module, spread, true);
        var right = left == null ? null : digits(start + 24, 4, module, spread, false);
        if (left == null || right == null || left.parity() != 0) {
            return null;
        }
        var text = left.text() + right.text();
        return Gtin.parse(text).isEmpty()
                ? null
                : new Found(
                        "EAN_8",
                        text,
                        edges[start],
                        edges[end],
                        (left.error() + right.error()) / 8,
                        Math.min(left.margin(), right.margin()));
    }

    /** 3 runs, six digits, 6 runs. The check digit stands in the parities. */
    private @Nullable Found upcE(int start) {
        int end = start + 33;
        float module = (edges[end] - edges[start]) / 51;
        if (!isQuiet(start, end, module) || !isGuard(start, 3, module) || !isGuard(start + 27, 6, module)) {
            return null;
        }
        float spread = spread(start, start + 28, start + 30);
        var digits = digits(start + 3, 6, module, spread, true);
        if (digits == null) {
            return null;
        }
        int check = indexOf(UPC_E_CHECK, digits.parity());
        int system = 0;
        if (check < 0) {
            check = indexOf(UPC_E_CHECK, ~digits.parity() & 0b111111);
            system = 1;
        }
        var text = system + digits.text() + check;
        return check < 0 || Gtin.parse(UpcE.expanded(text)).isEmpty()
                ? null
                : new Found("UPC_E", text, edges[start], edges[end], digits.error() / 6, digits.margin());
    }

    private boolean isQuiet(int start, int end, float module) {
        float before = start == 0 ? Float.MAX_VALUE : edges[start] - edges[start - 1];
        float after = end + 1 == edges.length ? Float.MAX_VALUE : edges[end + 1] - edges[end];
        return before > QUIET * module && after > QUIET * module;
    }

    /** Runs of one module each: every two of them make two, whatever the ink did. */
    private boolean isGuard(int from, int runs, float module) {
        float whole = edges[from + runs] - edges[from];
        if (Math.abs(whole / runs / module - 1) > 0.35f) {
            return false;
        }
        for (int i = from; i + 2 <= from + runs; i++) {
            if (Math.abs((edges[i + 2] - edges[i]) / (2 * module) - 1) > 0.45f) {
                return false;
            }
        }
        return true;
    }

    /** By how much a bar is wider than it should be, seen on the guards, where all bars and spaces are of one module. */
    private float spread(int startGuard, int middleGuard, int endGuard) {
        float bars = bar(startGuard) + bar(startGuard + 2) + bar(middleGuard + 1) + bar(endGuard) + bar(endGuard + 2);
        float spaces = bar(startGuard + 1) + bar(middleGuard) + bar(middleGuard + 2) + bar(endGuard + 1);
        return (bars / 5 - spaces / 4) / 2;
    }

    private float bar(int run) {
        return edges[run + 1] - edges[run];
    }

    private @Nullable Digits digits(int from, int count, float module, float spread, boolean left) {
        var text = new StringBuilder();
        int parity = 0;
        float error = 0;
        float margin = Float.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            int at = from + i * DIGIT_RUNS;
            float width = edges[at + DIGIT_RUNS] - edges[at];
            if (Math.abs(width / DIGIT_MODULES / module - 1) > WIDTH_ERROR) {
                return null;
            }
            float unit = width / DIGIT_MODULES;
            int best = -1;
            float least = Float.MAX_VALUE;
            float second = Float.MAX_VALUE;
            for (int candidate = 0; candidate < (left ? 20 : 10); candidate++) {
                float distance = distance(at, unit, spread, candidate, left);
                if (distance < least) {
                    second = least;
                    least = distance;
                    best = candidate;
                } else {
                    second = Math.min(second, distance);
                }
            }
            if (least > DIGIT_ERROR) {
                return null;
            }
            error += least;
            margin = Math.min(margin, second - least);
            text.append(best % 10);
            parity = parity << 1 | (best >= 10 ? 1 : 0);
        }
        return new Digits(text.toString(), parity, error, margin);
    }

    /** From the runs at this place to a digit: 0 to 9 of set A (or C, on the right), 10 to 19 of set B. */
    private float distance(int at, float unit, float spread, int candidate, boolean left) {
        var widths = SET_A[candidate % 10];
        boolean mirrored = candidate >= 10;
        float first = (edges[at + 2] - edges[at]) / unit;
        float second = (edges[at + 3] - edges[at + 1]) / unit;
        float third = (edges[at + 4] - edges[at + 2]) / unit;
        float bars = (left ? bar(at + 1) + bar(at + 3) : bar(at) + bar(at + 2)) / unit - 2 * spread / unit;
        int w0 = mirrored ? widths[3] : widths[0];
        int w1 = mirrored ? widths[2] : widths[1];
        int w2 = mirrored ? widths[1] : widths[2];
        int w3 = mirrored ? widths[0] : widths[3];
        float d1 = first - (w0 + w1);
        float d2 = second - (w1 + w2);
        float d3 = third - (w2 + w3);
        float d4 = bars - (left ? w1 + w3 : w0 + w2);
        return d1 * d1 / 2 + d2 * d2 + d3 * d3 / 2 + d4 * d4 / 4;
    }

    private static int indexOf(int[] values, int wanted) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
