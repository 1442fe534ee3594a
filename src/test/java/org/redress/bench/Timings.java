package org.redress.bench;

import java.util.Arrays;
import java.util.stream.LongStream;

/** How long each of many requests took. */
final class Timings {
    private final LongStream.Builder collected = LongStream.builder();

    void add(long nanos) {
        collected.add(nanos);
    }

    /** The times so far, to be asked once. */
    Spread spread() {
        var sorted = collected.build().sorted().toArray();
        return new Spread(rank(sorted, 0.5), rank(sorted, 0.95), rank(sorted, 0.99), rank(sorted, 1));
    }

    /** The smallest time that at least this share of the requests took no longer than. */
    private static double rank(long[] sorted, double share) {
        if (sorted.length == 0) {
            throw new IllegalStateException("Nothing was measured");
        }
        int place = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(place, 0)] / 1e6;
    }

    static double median(double... values) {
        var sorted = Arrays.stream(values).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** In milliseconds. */
    record Spread(double median, double p95, double p99, double max) {
        String withP99() {
            return "%.1f / %.1f / %.1f / %.1f ms".formatted(median, p95, p99, max);
        }

        String text() {
            return median < 1
                    ? "%.3f / %.3f / %.2f ms".formatted(median, p95, max)
                    : "%.1f / %.1f / %.1f ms".formatted(median, p95, max);
        }
    }
}
