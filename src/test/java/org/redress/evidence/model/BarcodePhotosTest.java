package org.redress.evidence.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.redress.evidence.EvidenceItem.Barcode;
import org.redress.testing.SharedData;

/**
 * Photographs of real packages (ZXing's, Apache-2.0), each with the text that is expected. They are not part of the
 * project; without them {@link BarcodeReaderTest} still reads what the project draws itself.
 */
class BarcodePhotosTest {
    private static final Path TABLE = Path.of("docs/generated/barcodes.md");

    /** The back of this book carries two EAN-13, one above the other. */
    private static final String BOOK = "9784872348880";

    private static final String SECOND_OF_BOOK = "1920081045006";

    /** What else is really in the picture, beside what the set's text says. */
    private static final Map<String, Set<String>> ALSO_THERE = Map.ofEntries(
            Map.entry("ean13-2/13", Set.of(SECOND_OF_BOOK)),
            Map.entry("ean13-2/14", Set.of(SECOND_OF_BOOK)),
            Map.entry("ean13-2/19", Set.of(SECOND_OF_BOOK)),
            Map.entry("ean13-2/20", Set.of(SECOND_OF_BOOK)),
            Map.entry("ean13-2/21", Set.of(SECOND_OF_BOOK)),
            Map.entry("ean13-2/23", Set.of(BOOK)),
            Map.entry("ean13-2/24", Set.of(SECOND_OF_BOOK)),
            Map.entry("ean13-2/25", Set.of(SECOND_OF_BOOK)),
            Map.entry("ean13-2/27", Set.of(SECOND_OF_BOOK)),
            Map.entry("ean13-2/28", Set.of(BOOK)));

    /**
     * @param photos how many the set has here
     * @param floor how many are decoded at least: what the reader has reached
     * @param zxing what ZXing's own test demands of the set, as "of" how many photos
     */
    private record PhotoSet(String name, int photos, int floor, String zxing) {}

    private static final List<PhotoSet> SETS = List.of(
            new PhotoSet("ean13-2", 28, 25, "17 of 28"),
            new PhotoSet("ean13-1", 12, 12, "32 of 34"),
            new PhotoSet("upca-2", 52, 36, "36 of 52"),
            new PhotoSet("code128-2", 8, 7, "39 of 40"),
            new PhotoSet("qrcode-1", 6, 4, ""));

    private record Photo(String name, String expected, List<String> read) {
        boolean isDecoded() {
            return read.contains(expected);
        }

        List<String> wrong() {
            return read.stream()
                    .filter(text -> !text.equals(expected))
                    .filter(text -> !ALSO_THERE.getOrDefault(name, Set.of()).contains(text))
                    .map(text -> name + " read as " + text)
                    .toList();
        }
    }

    @Test
    void real_photographs_are_decoded_or_unknown_and_never_wrong() throws IOException {
        var folder = SharedData.file("barcode-photos");
        var table = new StringBuilder(HEAD);
        var wrong = new ArrayList<String>();
        for (var set : SETS) {
            var photos = photos(folder, set);
            var undecoded = photos.stream()
                    .filter(photo -> !photo.isDecoded())
                    .map(photo -> photo.name().substring(set.name().length() + 1))
                    .toList();
            int decoded = photos.size() - undecoded.size();
            photos.forEach(photo -> wrong.addAll(photo.wrong()));
            table.append("| %s | %d | %d | %d %% | %s | %d | %s |%n"
                    .formatted(
                            set.name(),
                            photos.size(),
                            decoded,
                            Math.round(100.0 * decoded / photos.size()),
                            set.zxing(),
                            photos.stream()
                                    .mapToInt(photo -> photo.wrong().size())
                                    .sum(),
                            String.join(" ", undecoded)));
            System.out.printf("Barcode photographs: %s %d of %d decoded%n", set.name(), decoded, photos.size());
            assertThat(photos).as(set.name()).hasSize(set.photos());
            assertThat(decoded).as(set.name()).isGreaterThanOrEqualTo(set.floor());
        }
        assertThat(wrong).isEmpty();
        approve(table.toString().replace("\r\n", "\n"));
    }

    private static final String HEAD = """
            # Barcodes read from real photographs

            Written by `BarcodePhotosTest` (accept a change with `-Dapprove=true`). The photographs are ZXing's black-box
            tests (Apache-2.0); they are not part of this repository. *Wrong* counts texts that are neither the expected one
            nor really in the picture; the photographs that show a second barcode stand by name in the test. A photograph that
            is not decoded means unknown, never "something else". The last column but one is what ZXing demands of itself
            (tryHarder, upright); its ean13-1 and code128-2 have more photographs than are used here.

            | set | photographs | decoded | share | ZXing's own floor | wrong | not decoded |
            |---|---|---|---|---|---|---|
            """;

    private static List<Photo> photos(Path folder, PhotoSet set) throws IOException {
        try (var files = Files.list(folder.resolve(set.name()))) {
            return files.filter(file -> file.toString().endsWith(".png"))
                    .sorted(Comparator.comparingInt(file -> Integer.parseInt(bare(file))))
                    .map(file -> photo(set, file))
                    .toList();
        }
    }

    private static Photo photo(PhotoSet set, Path file) {
        try {
            var expected =
                    Files.readString(file.resolveSibling(bare(file) + ".txt")).strip();
            var read = BarcodeReader.read(Luminance.of(ImageIO.read(file.toFile())));
            return new Photo(
                    set.name() + "/" + bare(file),
                    expected,
                    read.stream().map(Barcode::text).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bare(Path file) {
        return file.getFileName().toString().replace(".png", "");
    }

    private static void approve(String table) throws IOException {
        if (Boolean.getBoolean("approve")) {
            Files.createDirectories(TABLE.resolveSibling(""));
            Files.writeString(TABLE, table);
        }
        assertThat(TABLE).hasContent(table);
    }
}
