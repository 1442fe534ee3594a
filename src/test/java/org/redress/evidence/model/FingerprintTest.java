package org.redress.evidence.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_same_shot_is_known_again_when_it_is_saved_anew_smaller_and_brighter(long seed) throws IOException {
        var shot = scene(seed);
        var sent = saved(smaller(shot, 0.4), 0.4f);
        assertThat(print(shot).distance(print(sent))).isLessThanOrEqualTo(Fingerprint.SAME);
        var brighter = new RescaleOp(1.1f, 8, null).filter(shot, null);
        assertThat(print(shot).distance(print(brighter))).isLessThanOrEqualTo(Fingerprint.SIMILAR);
    }

    @Test
    void different_shots_are_not_alike() {
        for (int one = 0; one < 60; one++) {
            for (int other = 0; other < one; other++) {
                assertThat(print(scene(one)).distance(print(scene(other))))
                        .as("%d and %d", one, other)
                        .isGreaterThan(Fingerprint.SIMILAR);
            }
        }
    }

    @Test
    void a_picture_without_features_is_like_no_other() {
        assertThat(Fingerprint.of(Luminance.of(plain(Color.GRAY, Color.GRAY)))).isEmpty();
        assertThat(Fingerprint.of(Luminance.of(plain(Color.BLACK, Color.WHITE))))
                .isEmpty();
        assertThat(Fingerprint.of(Luminance.of(grainy(plain(new Color(196, 170, 130), new Color(120, 100, 80))))))
                .isEmpty();
        assertThat(Fingerprint.of(Luminance.of(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB))))
                .isEmpty();
    }

    @Test
    void whoever_is_similar_is_a_neighbour_in_at_least_one_band() {
        var random = new Random(17);
        for (int round = 0; round < 2_000; round++) {
            long waves = random.nextLong();
            long other = waves;
            for (int i = random.nextInt(Fingerprint.SIMILAR + 1); i > 0; i--) {
                other ^= 1L << random.nextInt(64);
            }
            var near = new Fingerprint(other, 0);
            boolean found = false;
            for (int band = 0; band < Fingerprint.BANDS; band++) {
                int value = (int) (waves >>> (48 - 16 * band)) & 0xFFFF;
                found |= near.neighbours(band).contains(value);
            }
            assertThat(found).isTrue();
        }
    }

    private static Fingerprint print(BufferedImage picture) {
        return Fingerprint.of(Luminance.of(picture)).orElseThrow();
    }

    /** Things on a table. */
    private static BufferedImage scene(long seed) {
        var random = new Random(seed);
        var picture = plain(new Color(120, 100, 80), new Color(180, 160, 140));
        var graphics = picture.createGraphics();
        for (int i = 0; i < 14; i++) {
            graphics.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
            int x = random.nextInt(800) - 100;
            int y = random.nextInt(600) - 100;
            if (random.nextBoolean()) {
                graphics.fillOval(x, y, 60 + random.nextInt(300), 60 + random.nextInt(300));
            } else {
                graphics.fillRect(x, y, 60 + random.nextInt(300), 60 + random.nextInt(300));
            }
        }
        graphics.dispose();
        return picture;
    }

    private static BufferedImage plain(Color from, Color to) {
        var picture = new BufferedImage(800, 600, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = picture.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, from, 800, 600, to));
        graphics.fillRect(0, 0, 800, 600);
        graphics.dispose();
        return picture;
    }

    private static BufferedImage grainy(BufferedImage picture) {
        var random = new Random(5);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int grey = Math.clamp((picture.getRGB(x, y) & 0xFF) + (int) (random.nextGaussian() * 8), 0, 255);
                picture.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
        return picture;
    }

    private static BufferedImage smaller(BufferedImage picture, double scale) {
        int width = (int) (picture.getWidth() * scale);
        int height = (int) (picture.getHeight() * scale);
        var small = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }

    private static BufferedImage saved(BufferedImage picture, float quality) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpg").next();
        var parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality);
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        }
        return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
