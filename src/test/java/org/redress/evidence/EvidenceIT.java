package org.redress.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.redress.database.MerchantTransactions;
import org.redress.evidence.EvidenceItem.ReadState;
import org.redress.gs1.Sscc;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressTest
class EvidenceIT {
    private static final long MEGABYTE = 1 << 20;

    private final MerchantId merchant = new MerchantId(Ids.next());

    @Autowired
    Evidence evidence;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    @Value("${redress.home}")
    Path home;

    @Test
    void a_photo_is_kept_by_its_content_and_read_a_moment_later() {
        var received = receive("mug.jpg", SampleFiles.picture("jpg", 800, 600, "a mug"));
        assertThat(received.mediaType()).isEqualTo("image/jpeg");
        assertThat(received.width()).isEqualTo(800);
        assertThat(received.readState()).isEqualTo(ReadState.PENDING);
        assertThat(stored(received.sha256())).exists();

        var read = awaitRead(received);
        assertThat(read.readState()).isEqualTo(ReadState.DONE);
        assertThat(read.barcodes()).isEmpty();
        assertThat(picture(read, PictureSize.THUMB)).startsWith(0xFF, 0xD8);
    }

    @Test
    void the_same_content_is_kept_once_and_found_in_the_other_claim() {
        var photo = SampleFiles.picture("png", 400, 300, "twice");
        var first = receive("one.png", photo);
        var second = receive("two.png", photo);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.sha256()).isEqualTo(first.sha256());

        var claim = Ids.next();
        var otherClaim = Ids.next();
        evidence.attach(merchant, claim, Map.of(first.id(), EvidenceKind.ITEM));
        assertThat(evidence.reuse(merchant, List.of(claim))).isEmpty();
        evidence.attach(merchant, otherClaim, Map.of(second.id(), EvidenceKind.ITEM));
        assertThat(evidence.reuse(merchant, List.of(claim))).isEqualTo(Map.of(first.id(), List.of(otherClaim)));
        awaitRead(first);
        awaitRead(second);
        assertThat(evidence.likenesses(merchant, List.of(claim)))
                .isEqualTo(Map.of(first.id(), Map.of(otherClaim, Likeness.SAME_FILE)));
    }

    @Test
    void a_photo_that_was_saved_anew_is_found_in_the_other_claim_and_nowhere_else() {
        var claim = Ids.next();
        var otherClaim = Ids.next();
        var first = awaitRead(receive("one.jpg", SampleFiles.scene("jpg", 800, 600, 1)));
        var again = awaitRead(receive("again.png", SampleFiles.scene("png", 640, 480, 1)));
        var sentBefore = awaitRead(receive("two.png", SampleFiles.scene("png", 400, 300, 1)));
        var another = awaitRead(receive("three.jpg", SampleFiles.scene("jpg", 800, 600, 2)));
        evidence.attach(merchant, claim, Map.of(first.id(), EvidenceKind.ITEM, again.id(), EvidenceKind.ITEM));
        assertThat(evidence.reuse(merchant, List.of(claim))).isEmpty();
        evidence.attach(
                merchant, otherClaim, Map.of(sentBefore.id(), EvidenceKind.ITEM, another.id(), EvidenceKind.ITEM));
        assertThat(evidence.likenesses(merchant, List.of(claim)))
                .isEqualTo(Map.of(
                        first.id(), Map.of(otherClaim, Likeness.SAME_PICTURE),
                        again.id(), Map.of(otherClaim, Likeness.SAME_PICTURE)));
        assertThat(evidence.reuse(merchant, List.of(otherClaim))).isEqualTo(Map.of(sentBefore.id(), List.of(claim)));
        assertThat(evidence.reuse(new MerchantId(Ids.next()), List.of(claim, otherClaim)))
                .isEmpty();
    }

    @Test
    void plain_pictures_are_like_no_other() {
        for (int shade : new int[] {0x808080, 0x828282}) {
            var plain = awaitRead(receive("plain.png", SampleFiles.plain(400, 300, shade)));
            evidence.attach(merchant, Ids.next(), Map.of(plain.id(), EvidenceKind.ITEM));
            assertThat(evidence.reuse(
                            merchant,
                            List.of(evidence.find(merchant, plain.id())
                                    .orElseThrow()
                                    .claim())))
                    .isEmpty();
        }
    }

    @Test
    void a_label_names_its_parcel() {
        var read = awaitRead(receive("label.png", SampleFiles.parcelLabel("106141412345678908")));
        assertThat(read.barcodes()).singleElement().satisfies(barcode -> {
            assertThat(barcode.text()).isEqualTo("00106141412345678908");
            assertThat(barcode.sscc()).isEqualTo(new Sscc("106141412345678908"));
            assertThat(barcode.gtin()).isNull();
        });
    }

    @Test
    void a_file_belongs_to_one_claim_for_good() {
        var item = receive("a.png", SampleFiles.picture("png", 40, 30, "mine"));
        var claim = Ids.next();
        var attached = evidence.attach(merchant, claim, Map.of(item.id(), EvidenceKind.ITEM_BARCODE));
        assertThat(attached).singleElement().satisfies(file -> {
            assertThat(file.claim()).isEqualTo(claim);
            assertThat(file.kind()).isEqualTo(EvidenceKind.ITEM_BARCODE);
        });
        assertThat(evidence.attach(merchant, claim, Map.of(item.id(), EvidenceKind.OTHER)))
                .extracting(EvidenceItem::kind)
                .containsExactly(EvidenceKind.ITEM_BARCODE);
        assertRefused(
                Refusal.Kind.INVALID,
                () -> evidence.attach(merchant, Ids.next(), Map.of(item.id(), EvidenceKind.ITEM)));
        assertThat(evidence.ofClaim(merchant, claim))
                .extracting(EvidenceItem::id)
                .containsExactly(item.id());
    }

    @Test
    void where_one_of_several_files_is_unknown_none_is_attached() {
        var item = receive("a.png", SampleFiles.picture("png", 40, 30, "known"));
        var claim = Ids.next();
        assertRefused(
                Refusal.Kind.INVALID,
                () -> evidence.attach(
                        merchant,
                        claim,
                        Map.of(item.id(), EvidenceKind.ITEM, new EvidenceId(Ids.next()), EvidenceKind.ITEM)));
        assertThat(evidence.ofClaim(merchant, claim)).isEmpty();
    }

    @Test
    void another_merchant_sees_nothing_of_a_file() {
        var item = receive("a.png", SampleFiles.picture("png", 40, 30, "private"));
        var claim = Ids.next();
        evidence.attach(merchant, claim, Map.of(item.id(), EvidenceKind.ITEM));
        awaitRead(item);

        var stranger = new MerchantId(Ids.next());
        assertThat(evidence.find(stranger, item.id())).isEmpty();
        assertThat(evidence.picture(stranger, item.id(), PictureSize.THUMB)).isEmpty();
        assertThat(evidence.ofClaim(stranger, claim)).isEmpty();
        assertThat(evidence.ofClaims(stranger, List.of(claim))).isEmpty();
        assertRefused(
                Refusal.Kind.INVALID,
                () -> evidence.attach(stranger, Ids.next(), Map.of(item.id(), EvidenceKind.ITEM)));
        var seen = transactions.call(
                stranger,
                () -> jdbc.sql("SELECT count(*) FROM evidence.item")
                        .query(Long.class)
                        .single());
        assertThat(seen).isZero();
    }

    @Test
    void the_files_of_many_claims_come_by_claim() {
        var one = receive("a.png", SampleFiles.picture("png", 40, 30, "one"));
        var two = receive("b.png", SampleFiles.picture("png", 40, 30, "two"));
        var claim = Ids.next();
        var otherClaim = Ids.next();
        evidence.attach(merchant, claim, Map.of(one.id(), EvidenceKind.ITEM));
        evidence.attach(merchant, otherClaim, Map.of(two.id(), EvidenceKind.ITEM));
        var files = evidence.ofClaims(merchant, List.of(claim, otherClaim, Ids.next()));
        assertThat(files).containsOnlyKeys(claim, otherClaim);
        assertThat(files.get(claim)).extracting(EvidenceItem::id).containsExactly(one.id());
    }

    @Test
    void place_and_camera_are_gone_from_what_others_see_and_the_picture_stands_upright() throws IOException {
        var sent = SampleFiles.withExif(
                SampleFiles.picture("jpg", 640, 480, "lying"), SampleFiles.tiff(6, "2026:05:04 10:11:12", "+08:00"));
        var read = awaitRead(receive("IMG_1.jpg", sent));
        assertThat(read.takenAt()).isEqualTo(Instant.parse("2026-05-04T02:11:12Z"));
        assertThat(read.width()).isEqualTo(480);
        assertThat(read.height()).isEqualTo(640);
        for (var size : PictureSize.values()) {
            var shown = picture(read, size);
            assertThat(new String(shown, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "2026:05:04");
            var upright = ImageIO.read(new ByteArrayInputStream(shown));
            assertThat(upright.getHeight()).isGreaterThan(upright.getWidth());
        }
        var row = transactions.call(
                merchant,
                () -> jdbc.sql("SELECT to_jsonb(i)::text FROM evidence.item i WHERE id = ?")
                        .param(read.id().value())
                        .query(String.class)
                        .single());
        assertThat(row).doesNotContainIgnoringCase("gps").doesNotContainIgnoringCase("latitude");
    }

    @Test
    void a_photo_of_fifty_megabytes_is_too_large() {
        var start = SampleFiles.picture("jpg", 100, 100, "start");
        assertRefused(
                Refusal.Kind.TOO_LARGE,
                () -> evidence.receive(merchant, "big.jpg", SampleFiles.endless(start, 50 * MEGABYTE)));
        assertRefused(
                Refusal.Kind.TOO_LARGE,
                () -> evidence.receive(merchant, "big.jpg", SampleFiles.endless(start, 21 * MEGABYTE)));
        assertThat(incoming()).isEmpty();
    }

    @Test
    void a_video_may_be_larger_and_is_kept_as_it_is() throws IOException {
        var start = "\0\0\0\30ftypmp42\0\0\0\0mp42isom".getBytes(StandardCharsets.ISO_8859_1);
        var video = evidence.receive(merchant, "box.mp4", SampleFiles.endless(start, 21 * MEGABYTE));
        assertThat(video.mediaType()).isEqualTo("video/mp4");
        assertThat(video.kind()).isEqualTo(EvidenceKind.VIDEO);
        assertThat(awaitRead(video).isShown()).isFalse();
        assertThat(evidence.picture(merchant, video.id(), PictureSize.THUMB)).isEmpty();
        try (var kept = evidence.video(merchant, video.id()).orElseThrow()) {
            assertThat(kept.readNBytes(start.length)).isEqualTo(start);
            kept.skipNBytes(21 * MEGABYTE - start.length);
            assertThat(kept.read()).isEqualTo(-1);
        }
        assertRefused(
                Refusal.Kind.TOO_LARGE,
                () -> evidence.receive(merchant, "box.mp4", SampleFiles.endless(start, 101 * MEGABYTE)));
    }

    @Test
    void pictures_of_every_usual_kind_are_shown() {
        var webp = Base64.getDecoder().decode("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=");
        var kinds = Map.of(
                "image/webp", webp,
                "image/gif", SampleFiles.picture("gif", 60, 40, "gif"),
                "image/bmp", SampleFiles.picture("bmp", 60, 40, "bmp"),
                "image/png", SampleFiles.picture("png", 60, 40, "png"));
        kinds.forEach((mediaType, content) -> {
            var read = awaitRead(receive("photo", content));
            assertThat(read.mediaType()).isEqualTo(mediaType);
            assertThat(read.readState()).as(mediaType).isEqualTo(ReadState.DONE);
            assertThat(picture(read, PictureSize.THUMB)).startsWith(0xFF, 0xD8);
        });
    }

    /** Where libheif and FFmpeg are not installed both are kept as they are, and no more is promised. */
    @Test
    void an_heic_photo_and_a_video_are_shown_and_read_where_a_program_can_convert_them() throws IOException {
        for (var name : List.of("mug.heic", "mug.mp4")) {
            var file = awaitRead(receive(name, SampleFiles.stored(name).readAllBytes()));
            assertThat(file.readState()).isEqualTo(ReadState.DONE);
            if (file.isShown()) {
                assertThat(file.width()).isEqualTo(640);
                assertThat(file.barcodes())
                        .extracting(EvidenceItem.Barcode::text)
                        .containsExactly("5012345678900");
                assertThat(picture(file, PictureSize.DISPLAY)).startsWith(0xFF, 0xD8);
            } else {
                assertThat(canBeConverted(name)).isFalse();
                assertThat(file.barcodes()).isEmpty();
            }
        }
    }

    private static boolean canBeConverted(String name) {
        var programs = name.endsWith("heic") ? List.of("heif-dec", "heif-convert") : List.of("ffmpeg");
        return programs.stream().anyMatch(program -> Files.isExecutable(Path.of("/usr/bin", program)));
    }

    @Test
    void an_heic_photo_of_which_nothing_can_be_shown_is_kept() {
        var start = "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        var photo = receive("IMG_2.heic", start);
        assertThat(photo.mediaType()).isEqualTo("image/heic");
        var read = awaitRead(photo);
        assertThat(read.isShown()).isFalse();
        assertThat(read.barcodes()).isEmpty();
        assertThat(stored(photo.sha256())).exists();
        assertThat(evidence.picture(merchant, photo.id(), PictureSize.DISPLAY)).isEmpty();
    }

    @Test
    void a_script_or_an_archive_is_no_picture_whatever_it_is_called() throws IOException {
        for (var content : List.of(
                "#!/bin/sh\nrm -rf /\n",
                "<script>alert(1)</script>",
                "<!DOCTYPE html><html></html>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>",
                "<?xml version=\"1.0\"?><svg/>",
                "BM is how this text begins",
                "%PDF-1.7",
                "GIF")) {
            assertRefused(
                    Refusal.Kind.UNSUPPORTED, () -> receive("photo.jpg", content.getBytes(StandardCharsets.UTF_8)));
        }
        assertRefused(Refusal.Kind.UNSUPPORTED, () -> receive("photo.jpg", zip()));
        assertThat(incoming()).isEmpty();
    }

    @Test
    void an_empty_file_is_refused() {
        assertRefused(Refusal.Kind.INVALID, () -> receive("photo.jpg", new byte[0]));
    }

    @Test
    void a_small_file_that_promises_huge_dimensions_is_refused_before_it_is_decoded() {
        assertRefused(Refusal.Kind.TOO_LARGE, () -> receive("bomb.png", SampleFiles.pngThatClaims(60_000, 60_000)));
        assertRefused(
                Refusal.Kind.TOO_LARGE,
                () -> receive("bomb.png", SampleFiles.pngThatClaims(Integer.MAX_VALUE, Integer.MAX_VALUE)));
        assertRefused(Refusal.Kind.TOO_LARGE, () -> receive("bomb.png", SampleFiles.pngThatClaims(10_000, 5_001)));
    }

    @Test
    void a_broken_picture_is_kept_and_said_to_be_unreadable() {
        var whole = SampleFiles.picture("jpg", 800, 600, "torn");
        var wholePng = SampleFiles.picture("png", 800, 600, "torn");
        var torn = awaitRead(receive("torn.jpg", Arrays.copyOf(whole, whole.length / 2)));
        var tornPng = awaitRead(receive("torn.png", Arrays.copyOf(wholePng, wholePng.length / 2)));
        var startOnly = awaitRead(receive("start.jpg", Arrays.copyOf(whole, 24)));
        var fewPixels = awaitRead(receive("few.png", SampleFiles.pngThatClaims(5000, 5000)));
        assertThat(List.of(torn, tornPng, startOnly, fewPixels))
                .extracting(EvidenceItem::readState)
                .containsOnly(ReadState.FAILED);
        assertThat(stored(torn.sha256())).exists();
        assertThat(evidence.picture(merchant, torn.id(), PictureSize.DISPLAY)).isEmpty();
    }

    @Test
    void what_hangs_behind_a_picture_does_not_come_along_when_it_is_shown() throws IOException {
        var picture = SampleFiles.picture("png", 300, 200, "both");
        var both = Arrays.copyOf(picture, picture.length + zip().length);
        System.arraycopy(zip(), 0, both, picture.length, zip().length);
        var read = awaitRead(receive("both.png", both));
        assertThat(read.readState()).isEqualTo(ReadState.DONE);
        assertThat(new String(picture(read, PictureSize.DISPLAY), StandardCharsets.ISO_8859_1))
                .doesNotContain("PK\3\4", "payload");
    }

    @Test
    void a_file_whose_sender_goes_away_leaves_nothing_behind() {
        var start = SampleFiles.picture("jpg", 100, 100, "gone");
        var goingAway = new SequenceInputStream(new ByteArrayInputStream(start), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] into, int from, int wanted) throws IOException {
                return read();
            }
        });
        assertRefused(Refusal.Kind.INVALID, () -> evidence.receive(merchant, "gone.jpg", goingAway));
        assertThat(incoming()).isEmpty();
    }

    @Test
    void a_name_is_for_people_only() {
        var item = receive("C:\\photos\\../x\0\u202Egpj.exe", SampleFiles.picture("png", 40, 30, "name"));
        assertThat(item.fileName()).isEqualTo("xgpj.exe");
        assertThat(receive("", SampleFiles.picture("png", 40, 30, "no name")).fileName())
                .isEqualTo("file");
    }

    @Test
    void many_files_at_once_are_all_kept_and_read() throws Exception {
        var same = SampleFiles.picture("jpg", 640, 480, "everybody sends this");
        var tasks = new ArrayList<Callable<EvidenceItem>>();
        for (int i = 0; i < 24; i++) {
            var photo = i % 2 == 0 ? same : SampleFiles.picture("jpg", 640, 480, "photo " + i);
            tasks.add(() -> receive("photo.jpg", photo));
        }
        try (var senders = Executors.newFixedThreadPool(8)) {
            for (Future<EvidenceItem> sent : senders.invokeAll(tasks)) {
                assertThat(awaitRead(sent.get()).readState()).isEqualTo(ReadState.DONE);
            }
        }
        assertThat(incoming()).isEmpty();
    }

    @Test
    void of_two_claims_that_take_the_same_file_at_once_one_gets_it() throws Exception {
        var item = receive("a.png", SampleFiles.picture("png", 40, 30, "fought over"));
        var tasks = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 8; i++) {
            tasks.add(() -> takes(Ids.next(), item));
        }
        int taken = 0;
        try (var claims = Executors.newFixedThreadPool(8)) {
            for (var result : claims.invokeAll(tasks)) {
                taken += result.get() ? 1 : 0;
            }
        }
        assertThat(taken).isEqualTo(1);
    }

    private boolean takes(UUID claim, EvidenceItem item) {
        try {
            evidence.attach(merchant, claim, Map.of(item.id(), EvidenceKind.ITEM));
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private EvidenceItem receive(String name, byte[] content) {
        return evidence.receive(merchant, name, new ByteArrayInputStream(content));
    }

    private EvidenceItem awaitRead(EvidenceItem item) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> evidence.find(merchant, item.id()).orElseThrow(),
                        found -> found.readState() != ReadState.PENDING);
    }

    private byte[] picture(EvidenceItem item, PictureSize size) {
        try (var picture = evidence.picture(merchant, item.id(), size).orElseThrow()) {
            return picture.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path stored(String sha256) {
        return home.resolve("evidence")
                .resolve(merchant.toString())
                .resolve(sha256.substring(0, 2))
                .resolve(sha256);
    }

    /** Files on their way in that nobody took; renditions pass here too, for a moment. */
    private List<String> incoming() {
        try (var files = Files.list(home.resolve("evidence/incoming"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("upload"))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] zip() throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("payload.txt"));
            zip.write("payload".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static void assertRefused(Refusal.Kind kind, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().kind()).isEqualTo(kind));
    }
}
