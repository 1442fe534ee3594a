package org.redress.evidence.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.evidence.EvidenceItem.Barcode;
import org.redress.evidence.SampleFiles;
import org.redress.evidence.model.FileType;
import org.redress.evidence.model.PictureReading;

/** The real programs, where they are installed; what happens without them is seen everywhere. */
class ProgramStillsTest {
    private static final List<Path> NOWHERE = List.of(Path.of("/nowhere"));

    @TempDir
    Path folder;

    @Test
    void an_heic_photo_becomes_a_picture_and_its_barcode_is_read() throws IOException {
        var stills = stills(FileType.HEIC);
        assertThat(stills.of(FileType.HEIC, SampleFiles.stored("mug.heic")))
                .singleElement()
                .satisfies(still -> assertThat(texts(still)).containsExactly("5012345678900"));
    }

    @Test
    void the_first_seconds_of_a_video_become_stills() throws IOException {
        var stills = stills(FileType.MP4).of(FileType.MP4, SampleFiles.stored("mug.mp4"));
        assertThat(stills).hasSize(4);
        assertThat(texts(stills.getFirst())).isEmpty();
        assertThat(texts(stills.get(2))).containsExactly("5012345678900");
    }

    @Test
    void what_is_broken_has_no_stills() throws IOException {
        var random = new byte[50_000];
        new Random(1).nextBytes(random);
        for (var type : List.of(FileType.HEIC, FileType.MP4, FileType.QUICKTIME, FileType.WEBM)) {
            var stills = stills(type);
            assertThat(stills.of(type, new ByteArrayInputStream(random))).isEmpty();
            assertThat(stills.of(type, new ByteArrayInputStream(new byte[0]))).isEmpty();
        }
        var heic = SampleFiles.stored("mug.heic").readAllBytes();
        assertThat(stills(FileType.HEIC)
                        .of(FileType.HEIC, new ByteArrayInputStream(Arrays.copyOf(heic, heic.length / 2))))
                .allSatisfy(still -> assertThat(texts(still)).isEmpty());
    }

    @Test
    void a_list_that_calls_itself_a_video_opens_no_other_file() throws IOException {
        var secret = folder.resolve("secret.mp4");
        Files.copy(SampleFiles.stored("mug.mp4"), secret);
        for (var list : List.of(
                "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:" + secret + "\n#EXT-X-ENDLIST\n",
                "ffconcat version 1.0\nfile '" + secret + "'\n")) {
            var content = list.getBytes(StandardCharsets.UTF_8);
            assertThat(stills(FileType.MP4).of(FileType.MP4, new ByteArrayInputStream(content)))
                    .isEmpty();
        }
    }

    @Test
    void without_the_programs_nothing_is_tried() throws IOException {
        var stills = new ProgramStills(NOWHERE);
        for (var type : FileType.values()) {
            assertThat(stills.takes(type)).isFalse();
            assertThat(stills.of(type, new ByteArrayInputStream(new byte[1]))).isEmpty();
        }
    }

    @Test
    void a_program_that_eats_time_memory_or_disk_is_ended() throws IOException {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/prlimit")), "Skipped: there is no prlimit (package util-linux)");
        for (var greedy : List.of(
                "exit 1",
                "kill -9 $$",
                "head -c 3000000000 /dev/zero | tail -c 2900000000 > still.jpg",
                "head -c 100000000 /dev/zero > still.jpg; exit 1")) {
            program("#!/bin/sh\n" + greedy + "\n");
            var stills = new ProgramStills(List.of(folder, Path.of("/usr/bin")));
            assertThat(stills.of(FileType.HEIC, new ByteArrayInputStream(new byte[1])))
                    .as(greedy)
                    .isEmpty();
        }
        program("#!/bin/sh\nenv > still.jpg\n");
        var stills = new ProgramStills(List.of(folder, Path.of("/usr/bin")));
        var seen = stills.of(FileType.HEIC, new ByteArrayInputStream(new byte[1]));
        assertThat(new String(seen.getFirst(), StandardCharsets.UTF_8)).doesNotContain("JAVA", "user", "/root");
    }

    private void program(String script) throws IOException {
        var program = folder.resolve("heif-dec");
        Files.writeString(program, script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private static ProgramStills stills(FileType type) {
        var stills = new ProgramStills();
        assumeTrue(
                stills.takes(type),
                "Skipped: no program to convert " + type + ". script/test installs them as root (packages"
                        + " libheif-examples, ffmpeg).");
        return stills;
    }

    private static List<String> texts(byte[] still) {
        try {
            return PictureReading.ofUpright(FileType.JPEG, still).barcodes().stream()
                    .map(Barcode::text)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
