package org.redress.evidence.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.access.CustomerLinks;
import org.redress.access.Merchant;
import org.redress.access.MerchantForm;
import org.redress.access.Merchants;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.EvidenceItem.ReadState;
import org.redress.evidence.EvidenceKind;
import org.redress.evidence.Likeness;
import org.redress.evidence.PictureSize;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

class PicturesTest {
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");

    private final MerchantId merchant = new MerchantId(Ids.next());
    private final MerchantId other = new MerchantId(Ids.next());
    private final UUID claim = Ids.next();
    private final Shelf shelf = new Shelf();
    private final PictureAnswers answers = new PictureAnswers(shelf);
    private final StaffPictures staff = new StaffPictures(shelf, answers);
    private final CustomerPictures customers = new CustomerPictures(new Links(merchant, claim), shelf, answers);
    private final UploadPictures uploads =
            new UploadPictures(new OneMerchant(merchant), shelf, answers, InstantSource.fixed(NOW));

    @Test
    void staff_see_the_pictures_of_their_merchant_as_nothing_but_a_picture() {
        var item = shelf.put(merchant, claim, ReadState.DONE, NOW);
        var answer = staff.picture(viewer(merchant), item.toString(), "display");
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.IMAGE_JPEG);
        assertThat(answer.getHeaders().getCacheControl()).contains("private", "immutable");
        assertThat(answer.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeaders().getFirst("Content-Security-Policy")).contains("sandbox");
        assertThat(text(answer)).isEqualTo("DISPLAY");
        assertAbsent(() -> staff.picture(viewer(other), item.toString(), "display"));
        assertAbsent(() -> staff.picture(viewer(merchant), item.toString(), "original"));
        assertAbsent(() -> staff.picture(viewer(merchant), "../../etc/passwd", "thumb"));
        assertAbsent(() -> staff.picture(viewer(merchant), Ids.next().toString(), "thumb"));
    }

    @Test
    void a_customer_sees_the_pictures_of_the_claim_that_the_link_opens() {
        var mine = shelf.put(merchant, claim, ReadState.DONE, NOW);
        var another = shelf.put(merchant, Ids.next(), ReadState.DONE, NOW);
        var waiting = shelf.put(merchant, null, ReadState.DONE, NOW);
        assertThat(text(customers.picture("open", mine.toString(), "thumb"))).isEqualTo("THUMB");
        assertAbsent(() -> customers.picture("open", another.toString(), "thumb"));
        assertAbsent(() -> customers.picture("open", waiting.toString(), "thumb"));
        assertAbsent(() -> customers.picture("expired", mine.toString(), "thumb"));
        assertAbsent(() -> customers.picture("made up", mine.toString(), "thumb"));
    }

    @Test
    void an_upload_is_shown_for_a_day_and_until_it_has_a_claim() {
        var fresh = shelf.put(merchant, null, ReadState.DONE, NOW.minus(Duration.ofHours(23)));
        var old = shelf.put(merchant, null, ReadState.DONE, NOW.minus(Duration.ofHours(25)));
        var attached = shelf.put(merchant, claim, ReadState.DONE, NOW);
        assertThat(text(uploads.thumb("demo", fresh.toString()))).isEqualTo("THUMB");
        assertAbsent(() -> uploads.thumb("demo", old.toString()));
        assertAbsent(() -> uploads.thumb("demo", attached.toString()));
        assertAbsent(() -> uploads.thumb("elsewhere", fresh.toString()));
    }

    @Test
    void staff_save_a_video_of_their_merchant_and_nothing_else_as_a_file() throws IOException {
        var video = shelf.put(merchant, claim, "开箱.mp4", "video/mp4");
        var picture = shelf.put(merchant, claim, ReadState.DONE, NOW);
        var answer = staff.video(viewer(merchant), video.toString());
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_OCTET_STREAM);
        assertThat(answer.getHeaders().getContentDisposition().isAttachment()).isTrue();
        assertThat(answer.getHeaders().getContentDisposition().getFilename()).isEqualTo("开箱.mp4");
        assertThat(answer.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeaders().getFirst("Content-Security-Policy")).contains("sandbox");
        assertThat(Objects.requireNonNull(answer.getBody()).getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo("VIDEO");
        assertAbsent(() -> staff.video(viewer(merchant), picture.toString()));
        assertAbsent(() -> staff.video(viewer(other), video.toString()));
    }

    @Test
    void until_there_is_a_picture_a_drawing_stands_in_and_is_not_kept() {
        var pending = shelf.put(merchant, claim, ReadState.PENDING, NOW);
        var answer = staff.picture(viewer(merchant), pending.toString(), "thumb");
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.valueOf("image/svg+xml"));
        assertThat(answer.getHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(text(answer)).contains("<svg");
    }

    private static Viewer viewer(MerchantId merchant) {
        return new Viewer(merchant, new Actor.Staff(Ids.next(), "Ann"), Set.of(Role.AGENT));
    }

    private static String text(ResponseEntity<byte[]> answer) {
        var body = answer.getBody();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    private static void assertAbsent(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.ABSENT));
    }

    /** Files with names for pictures. */
    private static final class Shelf implements Evidence {
        private final Map<EvidenceId, EvidenceItem> items = new HashMap<>();
        private final Map<EvidenceId, MerchantId> owners = new HashMap<>();

        EvidenceId put(MerchantId merchant, UUID claim, String fileName, String mediaType) {
            return put(merchant, claim, ReadState.DONE, NOW, fileName, mediaType);
        }

        EvidenceId put(MerchantId merchant, @Nullable UUID claim, ReadState state, Instant receivedAt) {
            return put(merchant, claim, state, receivedAt, "a.jpg", "image/jpeg");
        }

        private EvidenceId put(
                MerchantId merchant,
                @Nullable UUID claim,
                ReadState state,
                Instant receivedAt,
                String fileName,
                String mediaType) {
            var id = new EvidenceId(Ids.next());
            items.put(
                    id,
                    new EvidenceItem(
                            id,
                            claim,
                            EvidenceKind.ITEM,
                            fileName,
                            mediaType,
                            5,
                            "",
                            1,
                            1,
                            state,
                            List.of(),
                            null,
                            receivedAt));
            owners.put(id, merchant);
            return id;
        }

        @Override
        public Optional<EvidenceItem> find(MerchantId merchant, EvidenceId id) {
            return merchant.equals(owners.get(id)) ? Optional.ofNullable(items.get(id)) : Optional.empty();
        }

        @Override
        public Optional<InputStream> picture(MerchantId merchant, EvidenceId id, PictureSize size) {
            return find(merchant, id)
                    .filter(item -> item.readState() == ReadState.DONE)
                    .map(_ -> new ByteArrayInputStream(size.name().getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public Optional<InputStream> video(MerchantId merchant, EvidenceId id) {
            return find(merchant, id)
                    .filter(EvidenceItem::isVideo)
                    .map(_ -> new ByteArrayInputStream("VIDEO".getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public Optional<InputStream> original(MerchantId merchant, EvidenceId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public EvidenceItem receive(MerchantId merchant, String fileName, InputStream content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<EvidenceItem> attach(MerchantId merchant, UUID claim, Map<EvidenceId, EvidenceKind> files) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<EvidenceItem> ofClaim(MerchantId merchant, UUID claim) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<UUID, List<EvidenceItem>> ofClaims(MerchantId merchant, List<UUID> claims) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<EvidenceId, Map<UUID, Likeness>> likenesses(MerchantId merchant, List<UUID> claims) {
            throw new UnsupportedOperationException();
        }
    }

    private record Links(MerchantId merchant, UUID claim) implements CustomerLinks {
        @Override
        public String issue(MerchantId merchant, UUID claim, Instant expiresAt) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Opened> open(String token) {
            return switch (token) {
                case "open" -> Optional.of(new Opened(merchant, claim, false));
                case "expired" -> Optional.of(new Opened(merchant, claim, true));
                default -> Optional.empty();
            };
        }
    }

    private record OneMerchant(MerchantId id) implements Merchants {
        @Override
        public Optional<Merchant> bySlug(String slug) {
            return slug.equals("demo") ? Optional.of(find(id)) : Optional.empty();
        }

        @Override
        public Merchant find(MerchantId wanted) {
            if (!wanted.equals(id)) {
                throw new NoSuchElementException();
            }
            return new Merchant(id, "demo", "Demo", Locale.ENGLISH, ZoneOffset.UTC, Currency.getInstance("GBP"));
        }

        @Override
        public List<Merchant> all() {
            return List.of(find(id));
        }

        @Override
        public Merchant found(Merchant merchant) {
            throw new AssertionError("Pictures found no merchant");
        }

        @Override
        public void foundForPractice(Merchant merchant) {
            throw new AssertionError("Pictures found no merchant");
        }

        @Override
        public boolean isForPractice(MerchantId merchant) {
            return false;
        }

        @Override
        public String found(MerchantForm merchant, String email, String name) {
            throw new AssertionError("Pictures found no merchant");
        }

        @Override
        public void change(MerchantId merchant, MerchantForm settings) {
            throw new AssertionError("Pictures change no merchant");
        }
    }
}
