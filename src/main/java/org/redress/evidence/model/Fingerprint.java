package org.redress.evidence.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a picture looks like from far away, in twice 64 bits that stay nearly the same when it is saved anew, made smaller or
 * brighter (perceptual hashing; domain.md F3).
 *
 * @param waves the signs of 64 low frequencies against their median (pHash: discrete cosine transform of 32 by 32)
 * @param slopes whether it gets brighter from each of 8 by 8 fields to the next (dHash)
 */
public record Fingerprint(long waves, long slopes) {
    /** Up to here it is the same shot. */
    public static final int SAME = 5;

    /** Up to here a person may want to look. */
    public static final int SIMILAR = 10;

    public static final int BANDS = 4;
    private static final int BAND_BITS = Long.SIZE / BANDS;

    /** Of 10 different bits in four bands, one band has no more than two. */
    private static final int NEIGHBOURHOOD = SIMILAR / BANDS;

    private static final int SIDE = 32;
    private static final int WAVES = 8;

    /** The mean strength of the waves below which there is nothing to recognise: a wall, a lid on the lens. */
    private static final double LEAST_STRENGTH = 25;

    /** Empty for a picture without features, which would be like any other. */
    public static Optional<Fingerprint> of(Luminance picture) {
        var waves = waves(picture.reduced(SIDE, SIDE));
        double strength = Math.sqrt(Arrays.stream(waves).map(w -> w * w).sum() / waves.length);
        return strength < LEAST_STRENGTH
                ? Optional.empty()
                : Optional.of(new Fingerprint(signs(waves), slopes(picture.reduced(WAVES + 1, WAVES))));
    }

    /** In bits: that of the one of the two in which they differ more, so that both have to agree. */
    public int distance(Fingerprint other) {
        return Math.max(Long.bitCount(waves ^ other.waves), Long.bitCount(slopes ^ other.slopes));
    }

    /**
     * All values that this band of the waves has in a picture that differs in no more than two bits of it. Whoever is
     * similar has such a value in at least one band, so that an index finds all of them.
     */
    public Set<Integer> neighbours(int band) {
        int value = (int) (waves >>> (Long.SIZE - BAND_BITS * (band + 1))) & 0xFFFF;
        return neighbours(value, NEIGHBOURHOOD);
    }

    private static Set<Integer> neighbours(int value, int bits) {
        var near = new TreeSet<Integer>();
        near.add(value);
        for (int i = 0; i < bits; i++) {
            for (int known : near.toArray(Integer[]::new)) {
                for (int bit = 0; bit < BAND_BITS; bit++) {
                    near.add(known ^ 1 << bit);
                }
            }
        }
        return near;
    }

    /** Without the constant and the waves along one side only, which are mostly light and shadow. */
    private static double[] waves(float[] pixels) {
        var cosines = new double[WAVES][SIDE];
        for (int wave = 0; wave < WAVES; wave++) {
            for (int x = 0; x < SIDE; x++) {
                cosines[wave][x] = Math.cos((2 * x + 1) * (wave + 1) * Math.PI / (2 * SIDE)) * Math.sqrt(2.0 / SIDE);
            }
        }
        var rows = new double[WAVES][SIDE];
        for (int wave = 0; wave < WAVES; wave++) {
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    rows[wave][y] += cosines[wave][x] * pixels[y * SIDE + x];
                }
            }
        }
        var waves = new double[WAVES * WAVES];
        for (int down = 0; down < WAVES; down++) {
            for (int across = 0; across < WAVES; across++) {
                for (int y = 0; y < SIDE; y++) {
                    waves[down * WAVES + across] += cosines[down][y] * rows[across][y];
                }
            }
        }
        return waves;
    }

    private static long signs(double[] waves) {
        var sorted = waves.clone();
        Arrays.sort(sorted);
        double median = (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
        long signs = 0;
        for (double wave : waves) {
            signs = signs << 1 | (wave > median ? 1 : 0);
        }
        return signs;
    }

    private static long slopes(float[] fields) {
        long slopes = 0;
        for (int y = 0; y < WAVES; y++) {
            for (int x = 0; x < WAVES; x++) {
                int at = y * (WAVES + 1) + x;
                slopes = slopes << 1 | (fields[at] < fields[at + 1] ? 1 : 0);
            }
        }
        return slopes;
    }
}
