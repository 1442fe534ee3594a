package org.redress.evidence;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.output.Java2DRenderer;

/** Files made for a test: good ones, broken ones, and some that are not what they say. */
public final class SampleFiles {
    private SampleFiles() {}

    /** A small file of a kind that nothing here writes: {@code mug.heic} and {@code mug.mp4} show the barcode of a mug. */
    public static InputStream stored(String name) {
        return Objects.requireNonNull(SampleFiles.class.getResourceAsStream("/evidence/" + name), name);
    }

    /** A picture of its own for each text. */
    public static byte[] picture(String format, int width, int height, String text) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, Math.max(8, height / 8)));
        graphics.drawString(text, width / 10, height / 2);
        graphics.dispose();
        return encoded(picture, format);
    }

    /** Things on a table; the same things for the same seed, whatever the size. */
    public static byte[] scene(String format, int width, int height, long seed) {
        var random = new Random(seed);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.scale(width / 800.0, height / 600.0);
        for (int i = 0; i < 20; i++) {
            graphics.setColor(new Color(random.nextInt(1 << 24)));
            graphics.fillOval(random.nextInt(800) - 100, random.nextInt(600) - 100, 300, 60 + random.nextInt(240));
        }
        graphics.dispose();
        return encoded(picture, format);
    }

    public static byte[] plain(int width, int height, int colour) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(new Color(colour));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return encoded(picture, "png");
    }

    /** A GS1-128 with the number of a parcel. */
    public static byte[] parcelLabel(String sscc) {
        var code = new Code128();
        code.setDataType(Symbol.DataType.GS1);
        code.setContent("[00]" + sscc);
        var picture = new BufferedImage(900, 500, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 900, 500);
        graphics.translate(120, 150);
        new Java2DRenderer(
                        graphics, 3, uk.org.okapibarcode.graphics.Color.WHITE, uk.org.okapibarcode.graphics.Color.BLACK)
                .render(code);
        graphics.dispose();
        return encoded(picture, "png");
    }

    public static byte[] encoded(BufferedImage picture, String format) {
        try {
            var bytes = new ByteArrayOutputStream();
            if (!ImageIO.write(picture, format, bytes)) {
                throw new IllegalArgumentException(format);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PNG of a few hundred bytes whose header promises this many pixels. */
    public static byte[] pngThatClaims(int width, int height) {
        try {
            var bytes = new ByteArrayOutputStream();
            var out = new DataOutputStream(bytes);
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A});
            var header = new ByteArrayOutputStream();
            var fields = new DataOutputStream(header);
            fields.writeInt(width);
            fields.writeInt(height);
            fields.write(new byte[] {8, 2, 0, 0, 0});
            chunk(out, "IHDR", header.toByteArray());
            var pixels = new ByteArrayOutputStream();
            try (var deflated = new DeflaterOutputStream(pixels)) {
                deflated.write(new byte[100_000]);
            }
            chunk(out, "IDAT", pixels.toByteArray());
            chunk(out, "IEND", new byte[0]);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var check = new CRC32();
        check.update(name);
        check.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) check.getValue());
    }

    /** Puts an EXIF segment behind the first marker of a JPEG. */
    public static byte[] withExif(byte[] jpeg, byte[] tiff) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        int length = 2 + 6 + tiff.length;
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
        bytes.writeBytes(new byte[] {'E', 'x', 'i', 'f', 0, 0});
        bytes.writeBytes(tiff);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    /**
     * TIFF directories as a phone writes them: orientation and maker, date of taking with its offset, and a place.
     *
     * @param taken such as {@code 2026:05:04 10:11:12}
     * @param offset such as {@code +08:00}
     */
    public static byte[] tiff(int orientation, String taken, String offset) {
        try {
            var bytes = new ByteArrayOutputStream();
            var out = new DataOutputStream(bytes);
            out.write(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8});
            int exif = 8 + 2 + 3 * 12 + 4;
            int gps = exif + 2 + 2 * 12 + 4;
            int values = gps + 2 + 2 * 12 + 4;
            out.writeShort(3);
            entry(out, 0x0112, 3, 1, orientation << 16);
            entry(out, 0x8769, 4, 1, exif);
            entry(out, 0x8825, 4, 1, gps);
            out.writeInt(0);
            out.writeShort(2);
            entry(out, 0x9003, 2, 20, values);
            entry(out, 0x9011, 2, 7, values + 20);
            out.writeInt(0);
            out.writeShort(2);
            entry(out, 0x0001, 2, 2, 'N' << 24);
            entry(out, 0x0002, 5, 3, values + 28);
            out.writeInt(0);
            out.write((taken + "\0").getBytes(StandardCharsets.US_ASCII));
            out.write((offset + "\0\0").getBytes(StandardCharsets.US_ASCII));
            for (int part : new int[] {51, 30, 26}) {
                out.writeInt(part);
                out.writeInt(1);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void entry(DataOutputStream out, int tag, int type, int count, int value) throws IOException {
        out.writeShort(tag);
        out.writeShort(type);
        out.writeInt(count);
        out.writeInt(value);
    }

    /** A start, and then zeros without end: never in memory as a whole. */
    public static InputStream endless(byte[] start, long length) {
        return new InputStream() {
            private long at;

            @Override
            public int read() {
                if (at >= length) {
                    return -1;
                }
                int value = at < start.length ? start[(int) at] & 0xFF : 0;
                at++;
                return value;
            }

            @Override
            public int read(byte[] into, int from, int wanted) {
                int count = 0;
                while (count < wanted) {
                    int next = read();
                    if (next < 0) {
                        return count == 0 ? -1 : count;
                    }
                    into[from + count] = (byte) next;
                    count++;
                }
                return count;
            }
        };
    }
}
