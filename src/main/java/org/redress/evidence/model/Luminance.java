package org.redress.evidence.model;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** The brightness of each pixel, 0 black to 255 white, row by row. */
public final class Luminance {
    private final int width;
    private final int height;
    private final byte[] pixels;

    private Luminance(int width, int height, byte[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /** Green counts most, as for the eye; what is transparent counts as white paper. */
    public static Luminance of(BufferedImage picture) {
        return picture.getType() == BufferedImage.TYPE_3BYTE_BGR ? ofPhoto(picture) : ofAny(picture);
    }

    /** As JPEG files are decoded, which is nearly always; several times faster. */
    private static Luminance ofPhoto(BufferedImage picture) {
        var raster = picture.getRaster();
        var bytes = ((DataBufferByte) raster.getDataBuffer()).getData();
        int width = picture.getWidth();
        int height = picture.getHeight();
        var pixels = new byte[width * height];
        for (int i = 0, from = 0; i < pixels.length; i++, from += 3) {
            pixels[i] = (byte)
                    ((117 * (bytes[from] & 0xFF) + 601 * (bytes[from + 1] & 0xFF) + 306 * (bytes[from + 2] & 0xFF))
                            >> 10);
        }
        return new Luminance(width, height, pixels);
    }

    private static Luminance ofAny(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        var pixels = new byte[width * height];
        var row = new int[width];
        for (int y = 0; y < height; y++) {
            picture.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = brightness(row[x]);
            }
        }
        return new Luminance(width, height, pixels);
    }

    private static byte brightness(int argb) {
        int alpha = argb >>> 24;
        int ofColour = (306 * (argb >> 16 & 0xFF) + 601 * (argb >> 8 & 0xFF) + 117 * (argb & 0xFF)) >> 10;
        return (byte) ((ofColour * alpha + 255 * (255 - alpha)) / 255);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int longestSide() {
        return Math.max(width, height);
    }

    int shortestSide() {
        return Math.min(width, height);
    }

    byte[] pixels() {
        return pixels;
    }

    /** Half as wide and high: each pixel the mean of four, which also quiets the noise. */
    Luminance halved() {
        int halfWidth = width / 2;
        int halfHeight = height / 2;
        var half = new byte[halfWidth * halfHeight];
        for (int y = 0; y < halfHeight; y++) {
            for (int x = 0; x < halfWidth; x++) {
                int at = 2 * y * width + 2 * x;
                int sum = (pixels[at] & 0xFF)
                        + (pixels[at + 1] & 0xFF)
                        + (pixels[at + width] & 0xFF)
                        + (pixels[at + width + 1] & 0xFF);
                half[y * halfWidth + x] = (byte) (sum / 4);
            }
        }
        return new Luminance(halfWidth, halfHeight, half);
    }

    /** Twice as wide and high, smoothly. */
    Luminance doubled() {
        var doubled = new byte[4 * width * height];
        for (int y = 0; y < 2 * height; y++) {
            for (int x = 0; x < 2 * width; x++) {
                doubled[y * 2 * width + x] = (byte) Math.round(at((x - 0.5) / 2, (y - 0.5) / 2));
            }
        }
        return new Luminance(2 * width, 2 * height, doubled);
    }

    /** The mean brightness of so many fields across and down, row by row. */
    float[] reduced(int across, int down) {
        var fields = new float[across * down];
        for (int row = 0; row < down; row++) {
            int top = row * height / down;
            int bottom = Math.max(top + 1, (row + 1) * height / down);
            for (int column = 0; column < across; column++) {
                int left = column * width / across;
                int right = Math.max(left + 1, (column + 1) * width / across);
                long sum = 0;
                for (int y = top; y < bottom; y++) {
                    for (int x = left; x < right; x++) {
                        sum += pixels[y * width + x] & 0xFF;
                    }
                }
                fields[row * across + column] = (float) sum / ((bottom - top) * (right - left));
            }
        }
        return fields;
    }

    Luminance inverted() {
        var inverted = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            inverted[i] = (byte) ~pixels[i];
        }
        return new Luminance(width, height, inverted);
    }

    /** Between pixels, weighted by distance; outside the picture it goes on as at its border. */
    float at(double x, double y) {
        double inX = Math.clamp(x, 0, Math.max(0, width - 1.001));
        double inY = Math.clamp(y, 0, Math.max(0, height - 1.001));
        int left = (int) inX;
        int top = (int) inY;
        float right = (float) (inX - left);
        float down = (float) (inY - top);
        int at = top * width + left;
        int below = top + 1 < height ? at + width : at;
        int beside = left + 1 < width ? 1 : 0;
        float upper = (pixels[at] & 0xFF) * (1 - right) + (pixels[at + beside] & 0xFF) * right;
        float lower = (pixels[below] & 0xFF) * (1 - right) + (pixels[below + beside] & 0xFF) * right;
        return upper * (1 - down) + lower * down;
    }
}
