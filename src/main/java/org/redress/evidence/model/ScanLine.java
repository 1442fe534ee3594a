package org.redress.evidence.model;

import java.util.Arrays;

/** Brightness along a straight line through a picture, and the edges of dark and light on it. */
final class ScanLine {
    /** Contrast that no print has: below it there is noise only. */
    private static final float LEAST_CONTRAST = 5;

    private final float[] brightness;

    ScanLine(float[] brightness) {
        this.brightness = brightness;
    }

    /**
     * Follows a line, taking the mean of several parallel ones, a pixel apart.
     *
     * @param x where the line begins, in pixels
     * @param angle of the line, clockwise from rightwards, in radians
     * @param thickness how many parallel lines
     */
    static ScanLine across(Luminance picture, double x, double y, double angle, int length, int thickness) {
        double stepX = Math.cos(angle);
        double stepY = Math.sin(angle);
        var brightness = new float[length];
        for (int line = 0; line < thickness; line++) {
            double aside = line - (thickness - 1) / 2.0;
            double atX = x - aside * stepY;
            double atY = y + aside * stepX;
            for (int i = 0; i < length; i++) {
                brightness[i] += picture.at(atX, atY);
                atX += stepX;
                atY += stepY;
            }
        }
        for (int i = 0; i < length; i++) {
            brightness[i] /= thickness;
        }
        return new ScanLine(brightness);
    }

    /** Undoes some of the blur: each point is pushed away from the mean around it. */
    ScanLine sharpened(float strength, int radius) {
        var sums = new float[brightness.length + 1];
        for (int i = 0; i < brightness.length; i++) {
            sums[i + 1] = sums[i] + brightness[i];
        }
        var sharp = new float[brightness.length];
        for (int i = 0; i < brightness.length; i++) {
            int from = Math.max(0, i - radius);
            int to = Math.min(brightness.length, i + radius + 1);
            float mean = (sums[to] - sums[from]) / (to - from);
            sharp[i] = brightness[i] + strength * (brightness[i] - mean);
        }
        return new ScanLine(sharp);
    }

    /**
     * Where light turns dark and dark light, between pixels. A turn counts when it is larger than this share of the
     * contrast around it. The first edge leads into the dark, and they alternate.
     */
    float[] edges(float share) {
        var contrast = contrastAround();
        var edges = new float[brightness.length];
        int count = 0;
        int high = 0;
        int low = 0;
        boolean falling = false;
        boolean any = false;
        for (int i = 1; i < brightness.length; i++) {
            float turn = Math.max(LEAST_CONTRAST, share * contrast[i]);
            if (!any) {
                high = brightness[i] > brightness[high] ? i : high;
                low = brightness[i] < brightness[low] ? i : low;
                if (brightness[high] - brightness[i] > turn) {
                    any = true;
                    falling = true;
                    low = i;
                } else if (brightness[i] - brightness[low] > turn) {
                    any = true;
                    high = i;
                }
            } else if (falling) {
                if (brightness[i] < brightness[low]) {
                    low = i;
                } else if (brightness[i] - brightness[low] > turn) {
                    edges[count++] = crossing(high, low);
                    high = i;
                    falling = false;
                }
            } else if (brightness[i] > brightness[high]) {
                high = i;
            } else if (brightness[high] - brightness[i] > turn) {
                if (count > 0) {
                    edges[count++] = crossing(low, high);
                }
                low = i;
                falling = true;
            }
        }
        if (any && falling) {
            edges[count++] = crossing(high, low);
        } else if (count > 0) {
            edges[count++] = crossing(low, high);
        }
        return Arrays.copyOf(edges, count);
    }

    /** The place between two turns where the brightness is half way. */
    private float crossing(int from, int to) {
        float middle = (brightness[from] + brightness[to]) / 2;
        boolean falls = brightness[from] > brightness[to];
        for (int i = from; i < to; i++) {
            float here = brightness[i];
            float next = brightness[i + 1];
            if (falls ? here >= middle && next < middle : here <= middle && next > middle) {
                return i + (here - middle) / (here - next);
            }
        }
        return (from + to) / 2f;
    }

    /** Brightest less darkest nearby, found in blocks. */
    private float[] contrastAround() {
        int block = Math.clamp(brightness.length / 24, 16, 64);
        int blocks = (brightness.length + block - 1) / block;
        var most = new float[blocks];
        var least = new float[blocks];
        for (int b = 0; b < blocks; b++) {
            most[b] = Float.NEGATIVE_INFINITY;
            least[b] = Float.POSITIVE_INFINITY;
            for (int i = b * block; i < Math.min(brightness.length, (b + 1) * block); i++) {
                most[b] = Math.max(most[b], brightness[i]);
                least[b] = Math.min(least[b], brightness[i]);
            }
        }
        var contrast = new float[brightness.length];
        for (int i = 0; i < contrast.length; i++) {
            int b = i / block;
            float high = most[b];
            float low = least[b];
            for (int other = Math.max(0, b - 1); other <= Math.min(blocks - 1, b + 1); other++) {
                high = Math.max(high, most[other]);
                low = Math.min(low, least[other]);
            }
            contrast[i] = high - low;
        }
        return contrast;
    }
}
