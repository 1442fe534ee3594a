package org.redress.evidence.model;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import net.coobird.thumbnailator.Thumbnails;
import org.redress.evidence.PictureSize;

/**
 * Pictures that may be shown: drawn anew from the pixels, so that nothing else of the file (place, camera, whatever
 * hangs behind it) comes along.
 */
public final class Renditions {
    private static final double QUALITY = 0.85;

    private Renditions() {}

    /**
     * Upright, and as large as it is ever shown.
     *
     * @param orientation as EXIF counts
     */
    static BufferedImage display(BufferedImage picture, int orientation) throws IOException {
        return upright(fitted(picture, PictureSize.DISPLAY), orientation);
    }

    /** A JPEG of each size. */
    static Map<PictureSize, byte[]> of(BufferedImage display) throws IOException {
        var renditions = new EnumMap<PictureSize, byte[]>(PictureSize.class);
        renditions.put(PictureSize.DISPLAY, jpeg(display));
        renditions.put(PictureSize.THUMB, jpeg(fitted(display, PictureSize.THUMB)));
        return renditions;
    }

    private static BufferedImage fitted(BufferedImage picture, PictureSize size) throws IOException {
        double scale = (double) size.longestSide() / Math.max(picture.getWidth(), picture.getHeight());
        if (scale >= 1) {
            return onWhite(picture);
        }
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        return onWhite(Thumbnails.of(picture).forceSize(width, height).asBufferedImage());
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        var plain = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = plain.createGraphics();
        graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return plain;
    }

    private static BufferedImage upright(BufferedImage picture, int orientation) {
        if (orientation == 1) {
            return picture;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        var onItsSide = orientation >= 5;
        var upright =
                new BufferedImage(onItsSide ? height : width, onItsSide ? width : height, BufferedImage.TYPE_INT_RGB);
        var graphics = upright.createGraphics();
        graphics.drawImage(picture, turn(orientation, width, height), null);
        graphics.dispose();
        return upright;
    }

    /** From the stored to the upright picture, for each of EXIF's eight ways to hold a camera. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        Thumbnails.of(picture)
                .scale(1)
                .outputFormat("jpg")
                .outputQuality(QUALITY)
                .toOutputStream(bytes);
        return bytes.toByteArray();
    }
}
