package org.redress.evidence.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.redress.evidence.SampleFiles;

/** Files made to keep a reader busy or to fill its memory. Each is over within seconds, in the memory of a small server. */
class HostilePicturesTest {
    private static final double MOST_SECONDS = 10;

    @Test
    void a_picture_full_of_corners_of_qr_codes_is_over_soon() {
        for (int size : List.of(2, 4, 9, 20)) {
            int field = 9 * size;
            readsSoon(1600, 1200, (x, y) -> {
                int inX = x % field / size;
                int inY = y % field / size;
                int ring = Math.max(Math.abs(inX - 4), Math.abs(inY - 4));
                return ring == 3 || ring <= 1 ? 0 : 255;
            });
        }
    }

    @Test
    void so_is_one_of_stripes_squares_or_noise() {
        var random = new Random(3);
        var bars = new boolean[1000];
        for (int i = 0; i < bars.length; i++) {
            bars[i] = random.nextBoolean();
        }
        readsSoon(4000, 3000, (x, _) -> bars[x / 4] ? 0 : 255);
        readsSoon(4000, 3000, (x, y) -> (x / 4 + y / 4) % 2 * 255);
        readsSoon(4000, 3000, (x, y) -> bars[(x / 3 * 31 + y / 3 * 17) % bars.length] ? 0 : 255);
        readsSoon(40_000, 300, (x, _) -> bars[x / 3 % bars.length] ? 0 : 255);
        readsSoon(2, 50_000, (_, y) -> bars[y % bars.length] ? 0 : 255);
    }

    private static void readsSoon(int width, int height, IntBinaryOperator grey) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int value = grey.applyAsInt(x, y);
                picture.setRGB(x, y, value << 16 | value << 8 | value);
            }
        }
        double before = cpuSeconds();
        assertThat(BarcodeReader.read(Luminance.of(picture))).isEmpty();
        assertThat(cpuSeconds() - before).isLessThan(MOST_SECONDS);
    }

    private static double cpuSeconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    /** Each pass over a progressive JPEG costs a few bytes and the time of the whole picture. */
    @Test
    @Timeout(60)
    void a_photo_in_hundreds_of_thousands_of_passes_is_given_up() throws IOException {
        var bomb = progressive(plain(6000, 6000), 300_000);
        assertThat(bomb.length).isLessThan(20 << 20);
        assertThatThrownBy(() -> PictureReading.of(FileType.JPEG, bomb)).isInstanceOf(IOException.class);
    }

    @Test
    void a_picture_that_is_cut_off_or_damaged_anywhere_is_read_or_refused_and_nothing_else() {
        var random = new Random(9);
        for (var format : List.of("jpg", "png", "gif", "bmp")) {
            var whole = SampleFiles.picture(format, 160, 120, "damaged");
            var type = FileType.of(Arrays.copyOf(whole, FileType.HEAD)).orElseThrow();
            for (int round = 0; round < 60; round++) {
                var damaged = random.nextBoolean() ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
                for (int i = random.nextInt(6); i > 0 && damaged.length > 0; i--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                readOrRefused(type, damaged);
            }
            for (var other : FileType.values()) {
                if (other.isReadable() && other != type) {
                    assertThatThrownBy(() -> PictureReading.of(other, whole)).isInstanceOf(IOException.class);
                }
            }
        }
    }

    private static void readOrRefused(FileType type, byte[] content) {
        try {
            assertThat(PictureReading.of(type, content).renditions()).isNotEmpty();
        } catch (IOException refused) {
            assertThat(refused).hasMessageNotContaining("OutOfMemory");
        }
    }

    @Test
    void a_gif_of_a_huge_screen_with_a_tiny_picture_takes_no_memory() throws IOException {
        var gif = SampleFiles.picture("gif", 40, 30, "x");
        for (int at = 6; at < 10; at++) {
            gif[at] = (byte) 0xFF;
        }
        var reading = PictureReading.of(FileType.GIF, gif);
        assertThat(reading.width()).isEqualTo(40);
    }

    private static BufferedImage plain(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return picture;
    }

    /** The last pass of a progressive JPEG, again and again. */
    private static byte[] progressive(BufferedImage picture, int passes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpg").next();
        var parameters = writer.getDefaultWriteParam();
        parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        }
        var whole = bytes.toByteArray();
        int last = whole.length - 2;
        int start = last;
        while (!(whole[start] == (byte) 0xFF && whole[start + 1] == (byte) 0xDA)) {
            start--;
        }
        // All blocks are empty in one end-of-band run, or as few as the coder needs.
        var pass = Arrays.copyOfRange(whole, start, last);
        var bomb = new ByteArrayOutputStream();
        bomb.write(whole, 0, last);
        for (int i = 0; i < passes && bomb.size() < (19 << 20); i++) {
            bomb.writeBytes(pass);
        }
        bomb.write(0xFF);
        bomb.write(0xD9);
        assertThat(ImageIO.read(new ByteArrayInputStream(whole))).isNotNull();
        return bomb.toByteArray();
    }
}
