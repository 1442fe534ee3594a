package org.redress.evidence.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesBlankedTest {
    @ParameterizedTest
    @CsvSource({
        "+37.3318-122.0312/, +00.0000-000.0000/",
        "+31.2304+121.4737+012.345/, +00.0000+000.0000+000.000/",
        "-3352+15113/, -0000+00000/",
        "moov +1-2 2026-05-04T10:11:12+0800 /, moov +1-2 2026-05-04T10:11:12+0800 /",
    })
    void only_a_place_is_blanked(String text, String expected) throws IOException {
        assertThat(blanked(text)).isEqualTo(expected);
    }

    /** The window is 64 KB: the place lies before its edge, across it, and behind it. */
    @ParameterizedTest
    @ValueSource(ints = {0, 65_400, 65_460, 65_472, 65_500, 65_535, 65_536, 131_010, 200_000})
    void wherever_it_stands_and_nothing_else_changes(int before) throws IOException {
        var random = new Random(before);
        var head = noise(random, before);
        var tail = noise(random, 70_000);
        assertThat(blanked(head + "+37.3318-122.0312+012.345/" + tail))
                .isEqualTo(head + "+00.0000-000.0000+000.000/" + tail);
    }

    @Test
    void a_byte_at_a_time_reads_the_same() throws IOException {
        var text = noise(new Random(1), 66_000) + "+37.3318-122.0312/";
        try (var content = of(text)) {
            var bytes = new StringBuilder();
            for (int each = content.read(); each >= 0; each = content.read()) {
                bytes.append((char) each);
            }
            assertThat(bytes).hasToString(blanked(text));
        }
    }

    private static String blanked(String text) throws IOException {
        try (var content = of(text)) {
            return new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static PlacesBlanked of(String text) {
        return new PlacesBlanked(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Any bytes but a slash, without which nothing is a place. */
    private static String noise(Random random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1).replace('/', '.');
    }
}
