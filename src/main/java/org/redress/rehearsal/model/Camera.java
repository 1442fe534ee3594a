package org.redress.rehearsal.model;

import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Lays a flat sheet on a desk and photographs it: perspective, shadow, uneven light, unsharpness, noise, JPEG. */
final class Camera {
    static final int WIDTH = 1600;
    static final int HEIGHT = 1200;

    private static final double FOCUS = 2200;
    private static final double SHADOW_X = 16;
    private static final double SHADOW_Y = 22;
    private static final float JPEG_QUALITY = 0.85f;
    private static final int[] DESKS = {0x9A7350, 0x6E5746, 0xB9A68A, 0x7C8388};

    private final Conditions conditions;
    private final SplittableRandom random;

    Camera(Conditions conditions) {
        this.conditions = conditions;
        this.random = new SplittableRandom(conditions.seed() * 2_654_435_761L + 17);
    }

    /** @param sheet with transparent parts where the desk shows */
    byte[] photograph(BufferedImage sheet) {
        var scene = scene(sheet);
        var blurred = conditions.blur() > 0 ? blurred(scene) : scene;
        addNoise(blurred);
        return jpeg(blurred);
    }

    private BufferedImage scene(BufferedImage sheet) {
        var toSheet = toSheet(sheet);
        var source = new Source(sheet);
        int desk = DESKS[random.nextInt(DESKS.length)];
        double phase = random.nextDouble() * 100;
        double lightX = random.nextDouble() - 0.5;
        double lightY = random.nextDouble() - 0.5;
        var scene = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var row = new int[WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int top = source.at(toSheet, x, y);
                int under = top >>> 24 == 255 ? 0 : shaded(grain(desk, x, y, phase), shadow(source, toSheet, x, y));
                double fx = x / (double) WIDTH - 0.5;
                double fy = y / (double) HEIGHT - 0.5;
                double light = 1.02 + 0.45 * (fx * lightX + fy * lightY) - 0.35 * (fx * fx + fy * fy);
                row[x] = lit(over(top, under), light * conditions.light());
            }
            scene.setRGB(0, y, WIDTH, 1, row, 0, WIDTH);
        }
        return scene;
    }

    /**
     * From a point of the photograph to one of the sheet, as a 3 x 3 matrix in homogeneous coordinates: the inverse of
     * [u v c], where u and v span the tilted sheet and c is its middle at focal distance.
     */
    private double[] toSheet(BufferedImage sheet) {
        double tilt = Math.toRadians(conditions.tiltDegrees());
        double turn = tilt * (random.nextDouble() - 0.5) * 1.6;
        double direction = random.nextDouble() * 2 * Math.PI;
        double lean = tilt * 0.85;
        double leanX = lean * Math.cos(direction);
        double leanY = lean * Math.sin(direction);
        double scale = Math.min(WIDTH * 0.8 / sheet.getWidth(), HEIGHT * 0.8 / sheet.getHeight());
        double[] u = tilted(Math.cos(turn) * scale, Math.sin(turn) * scale, leanX, leanY);
        double[] v = tilted(-Math.sin(turn) * scale, Math.cos(turn) * scale, leanX, leanY);
        double[] c = {(random.nextDouble() - 0.5) * 60, (random.nextDouble() - 0.5) * 50, FOCUS};
        return inverse(u, v, c);
    }

    private static double[] tilted(double x, double y, double leanX, double leanY) {
        double y1 = y * Math.cos(leanX);
        double z1 = y * Math.sin(leanX);
        double x2 = x * Math.cos(leanY) + z1 * Math.sin(leanY);
        double z2 = -x * Math.sin(leanY) + z1 * Math.cos(leanY);
        return new double[] {x2, y1, z2};
    }

    private static double[] inverse(double[] u, double[] v, double[] c) {
        double[] first = cross(v, c);
        double[] second = cross(c, u);
        double[] third = cross(u, v);
        double volume = u[0] * first[0] + u[1] * first[1] + u[2] * first[2];
        var rows = new double[9];
        for (int i = 0; i < 3; i++) {
            rows[i] = first[i] / volume;
            rows[3 + i] = second[i] / volume;
            rows[6 + i] = third[i] / volume;
        }
        return rows;
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static final class Source {
        private final int[] pixels;
        private final int width;
        private final int height;

        Source(BufferedImage sheet) {
            this.width = sheet.getWidth();
            this.height = sheet.getHeight();
            this.pixels = sheet.getRGB(0, 0, width, height, null, 0, width);
        }

        /** The colour there with its opacity, between the four nearest points. */
        int at(double[] toSheet, double x, double y) {
            double px = x - WIDTH / 2.0;
            double py = y - HEIGHT / 2.0;
            double w = toSheet[6] * px + toSheet[7] * py + toSheet[8] * FOCUS;
            double sx = (toSheet[0] * px + toSheet[1] * py + toSheet[2] * FOCUS) / w + width / 2.0;
            double sy = (toSheet[3] * px + toSheet[4] * py + toSheet[5] * FOCUS) / w + height / 2.0;
            int left = (int) Math.floor(sx);
            int above = (int) Math.floor(sy);
            if (left < 0 || above < 0 || left >= width - 1 || above >= height - 1) {
                return 0;
            }
            double fx = sx - left;
            double fy = sy - above;
            int start = above * width + left;
            int mixed = 0;
            for (int shift = 0; shift < 32; shift += 8) {
                double upper = channel(pixels[start], shift) * (1 - fx) + channel(pixels[start + 1], shift) * fx;
                double lower = channel(pixels[start + width], shift) * (1 - fx)
                        + channel(pixels[start + width + 1], shift) * fx;
                mixed |= (int) (upper * (1 - fy) + lower * fy) << shift;
            }
            return mixed;
        }
    }

    private static int channel(int colour, int shift) {
        return (colour >>> shift) & 255;
    }

    private static double shadow(Source source, double[] toSheet, int x, int y) {
        double dark = 0;
        for (int step = 1; step <= 3; step++) {
            dark += source.at(toSheet, x - SHADOW_X * step / 2, y - SHADOW_Y * step / 2) >>> 24;
        }
        return dark / (3 * 255);
    }

    private static int shaded(int colour, double shadow) {
        return lit(colour, 1 - 0.45 * shadow);
    }

    private static int grain(int desk, int x, int y, double phase) {
        double wave = Math.sin((y + 14 * Math.sin((x + phase * 31) / 210.0)) / 9.0 + phase);
        double streak = Math.sin(y * 1.7 + phase) * Math.sin((x + y * 3) / 61.0);
        return lit(desk, 1 + 0.05 * wave + 0.03 * streak);
    }

    private static int over(int top, int under) {
        int opacity = top >>> 24;
        if (opacity == 255) {
            return top;
        }
        int mixed = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int both = channel(top, shift) * opacity + channel(under, shift) * (255 - opacity);
            mixed |= (both / 255) << shift;
        }
        return mixed;
    }

    private static int lit(int colour, double light) {
        int mixed = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            mixed |= clamped(channel(colour, shift) * light) << shift;
        }
        return mixed;
    }

    private static int clamped(double value) {
        return (int) Math.clamp(value, 0, 255);
    }

    private BufferedImage blurred(BufferedImage scene) {
        int reach = (int) Math.ceil(conditions.blur() * 2.5);
        var weights = new float[2 * reach + 1];
        float sum = 0;
        for (int i = -reach; i <= reach; i++) {
            weights[i + reach] = (float) Math.exp(-i * i / (2 * conditions.blur() * conditions.blur()));
            sum += weights[i + reach];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        var across = new ConvolveOp(new Kernel(weights.length, 1, weights), ConvolveOp.EDGE_NO_OP, null);
        var down = new ConvolveOp(new Kernel(1, weights.length, weights), ConvolveOp.EDGE_NO_OP, null);
        return down.filter(across.filter(scene, null), null);
    }

    /** Mostly of brightness, a little of colour, as a small sensor does. */
    private void addNoise(BufferedImage scene) {
        var row = new int[WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            scene.getRGB(0, y, WIDTH, 1, row, 0, WIDTH);
            for (int x = 0; x < WIDTH; x++) {
                double bright = random.nextGaussian() * conditions.noise();
                int tints = random.nextInt();
                int mixed = 0;
                for (int shift = 0; shift < 24; shift += 8) {
                    double tint = (channel(tints, shift) / 255.0 - 0.5) * conditions.noise();
                    mixed |= clamped(channel(row[x], shift) + bright + tint) << shift;
                }
                row[x] = mixed;
            }
            scene.setRGB(0, y, WIDTH, 1, row, 0, WIDTH);
        }
    }

    private static byte[] jpeg(BufferedImage picture) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(JPEG_QUALITY);
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
