package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryNameTest {
    @Test
    void a_usual_name_keeps_its_looks() {
        assertThat(EntryName.of(1, "blue mug.jpg", "image/jpeg")).isEqualTo("001-blue mug.jpg");
        assertThat(EntryName.of(2, "mug.JPEG", "image/jpeg")).isEqualTo("002-mug.jpg");
        assertThat(EntryName.of(12, "照片（一）.png", "image/png"))
                .startsWith("012-照片")
                .endsWith(".png");
        assertThat(EntryName.of(3, "clip.mov", "video/quicktime")).isEqualTo("003-clip.mov");
    }

    @Test
    void the_ending_is_what_the_content_is_and_not_what_the_sender_said() {
        assertThat(EntryName.of(1, "photo.exe", "image/png")).isEqualTo("001-photo.exe.png");
        assertThat(EntryName.of(1, "photo", "image/heic")).isEqualTo("001-photo.heic");
    }

    @Test
    void no_name_leads_out_of_the_archive_or_breaks_a_system() {
        for (var hostile : List.of(
                "../../x",
                "..\\..\\x",
                "/etc/passwd",
                "C:\\Windows\\x",
                "..",
                ".",
                "",
                " ",
                "a\0b",
                "a\nb\r",
                "a\u202egpj.exe",
                "x".repeat(300),
                "照".repeat(300),
                "𠮷".repeat(300),
                "a:b*c?d\"e<f>g|h",
                "...hidden.",
                "\ud800")) {
            var name = EntryName.of(1, hostile, "image/jpeg");
            assertThat(name)
                    .as(hostile)
                    .matches("001-[^/\\\\:*?\"<>|\\p{Cntrl}\u202e]+\\.jpg")
                    .doesNotContain("..");
            assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(255);
        }
    }
}
