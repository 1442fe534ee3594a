package org.redress.evidence.model;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Pixels out of a file that somebody sent, in bounded memory: sizes come from the header before anything is decoded,
 * and what is too large to hold whole is read in steps of several pixels.
 */
public final class PictureFile {
    /** The largest picture that we take (contract.md). */
    public static final int MOST_MEGAPIXELS = 50;

    private static final long MOST_PIXELS = MOST_MEGAPIXELS * 1_000_000L;
    /** What a decoded picture may take of the heap. A usual photo of 12 megapixels just stays whole. */
    private static final long MOST_DECODED_BYTES = 48_000_000;
    /** The WebP decoder holds the whole picture, whatever the step. */
    private static final long MOST_WEBP_PIXELS = 16_000_000;

    /** A JPEG of 50 megapixels takes about a second; one in a million passes takes hours. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private PictureFile() {}

    /** As the header says; empty where there is none that can be understood. */
    public static Optional<Dimension> size(FileType type, InputStream content) {
        var reader = reader(type);
        try (var input = new MemoryCacheImageInputStream(content)) {
            reader.setInput(input, true, true);
            return Optional.of(new Dimension(reader.getWidth(0), reader.getHeight(0)));
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    public static boolean isTooLarge(Dimension size) {
        return (long) size.width * size.height > MOST_PIXELS;
    }

    /**
     * Decodes the first picture of the file.
     *
     * @throws IOException where the file is broken, ends early, or is of a kind that the decoder does not know
     */
    public static BufferedImage decode(FileType type, InputStream content) throws IOException {
        var reader = reader(type);
        var warnings = new ArrayList<String>();
        try (var input = new MemoryCacheImageInputStream(new Deadline(content, PATIENCE))) {
            reader.addIIOReadWarningListener((_, warning) -> warnings.add(warning));
            reader.setInput(input, true, true);
            var parameters = reader.getDefaultReadParam();
            int step = step(type, reader);
            parameters.setSourceSubsampling(step, step, 0, 0);
            var picture = reader.read(0, parameters);
            if (warnings.stream().anyMatch(PictureFile::saysItEndsEarly)) {
                throw new IIOException("The picture ends early");
            }
            return picture;
        } catch (RuntimeException broken) {
            // The decoders meet broken files with whatever exception comes first.
            throw new IIOException("The picture is broken", broken);
        } finally {
            reader.dispose();
        }
    }

    private static int step(FileType type, ImageReader reader) throws IOException {
        var size = new Dimension(reader.getWidth(0), reader.getHeight(0));
        long pixels = (long) size.width * size.height;
        if (isTooLarge(size) || (type == FileType.WEBP && pixels > MOST_WEBP_PIXELS)) {
            throw new IIOException("The picture is too large");
        }
        int step = 1;
        while (pixels * bytesPerPixel(reader) / ((long) step * step) > MOST_DECODED_BYTES) {
            step++;
        }
        return step;
    }

    private static int bytesPerPixel(ImageReader reader) throws IOException {
        var types = reader.getImageTypes(0);
        return types.hasNext() ? Math.max(1, (types.next().getColorModel().getPixelSize() + 7) / 8) : Integer.BYTES;
    }

    /** As the JDK's JPEG decoder words it; it fills what is missing with grey and goes on. */
    private static boolean saysItEndsEarly(String warning) {
        var lower = warning.toLowerCase(Locale.ROOT);
        return lower.contains("premature end") || lower.contains("truncated");
    }

    private static ImageReader reader(FileType type) {
        return type == FileType.WEBP
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByFormatName(type.name()).next();
    }
}
