package org.redress.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refused;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;

@RedressTest
class PiecesIT {
    private final MerchantId merchant = new MerchantId(Ids.next());
    private final UUID id = UUID.randomUUID();
    private final byte[] photo = SampleFiles.picture("png", 900, 700, "a mug " + id);

    @Autowired
    Pieces pieces;

    @Autowired
    Evidence evidence;

    @Test
    void pieces_become_the_very_file_that_was_sent() throws IOException {
        int half = photo.length / 2;
        assertThat(pieces.received(merchant, id)).isZero();
        assertThat(add(0, half)).isEqualTo(half);
        assertThat(pieces.received(merchant, id)).isEqualTo(half);
        assertThat(add(half, photo.length)).isEqualTo(photo.length);
        var item = pieces.finish(merchant, id, "mug.png");
        assertThat(item.fileName()).isEqualTo("mug.png");
        try (var original = evidence.original(merchant, item.id()).orElseThrow()) {
            assertThat(original.readAllBytes()).isEqualTo(photo);
        }
    }

    @Test
    void a_piece_that_does_not_follow_is_not_taken() {
        add(0, 100);
        assertThat(codeOf(() -> add(0, 100))).isEqualTo("OFFSET");
        assertThat(codeOf(() -> add(200, 300))).isEqualTo("OFFSET");
        assertThat(pieces.received(merchant, id)).isEqualTo(100);
    }

    @Test
    void a_piece_that_breaks_off_leaves_nothing_half() {
        add(0, 100);
        var broken = new FilterInputStream(new ByteArrayInputStream(photo, 100, 50)) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = super.read(into, from, length);
                if (read < 0) {
                    throw new IOException("gone");
                }
                return read;
            }
        };
        assertThat(codeOf(() -> pieces.add(merchant, id, 100, broken))).isEqualTo("INVALID");
        assertThat(pieces.received(merchant, id)).isEqualTo(100);
    }

    @Test
    void finished_twice_and_at_once_it_is_one_file() throws Exception {
        add(0, photo.length);
        var items = new HashSet<EvidenceId>();
        try (var people = Executors.newFixedThreadPool(4)) {
            for (var answer : people.invokeAll(
                    Collections.nCopies(4, (Callable<EvidenceItem>) () -> pieces.finish(merchant, id, "mug.png")))) {
                items.add(answer.get().id());
            }
        }
        assertThat(items).hasSize(1);
    }

    @Test
    void what_is_no_picture_is_refused_with_its_first_piece() {
        var text = "<script>alert(1)</script>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(codeOf(() -> pieces.add(merchant, id, 0, new ByteArrayInputStream(text))))
                .isEqualTo("FILE_TYPE");
        assertThat(codeOf(() -> pieces.add(merchant, id, 0, InputStream.nullInputStream())))
                .isEqualTo("INVALID");
        assertThat(pieces.received(merchant, id)).isZero();
    }

    @Test
    void more_than_a_picture_may_have_is_refused_on_the_way_and_forgotten() {
        var piece = new byte[Pieces.LARGEST];
        System.arraycopy(photo, 0, piece, 0, Math.min(photo.length, piece.length));
        for (int i = 0; i < 20; i++) {
            pieces.add(merchant, id, (long) i * piece.length, new ByteArrayInputStream(piece));
        }
        assertThat(codeOf(() -> pieces.add(merchant, id, 20L * piece.length, new ByteArrayInputStream(piece))))
                .isEqualTo("TOO_MANY_BYTES");
        assertThat(pieces.received(merchant, id)).isZero();
        assertThat(codeOf(() -> pieces.add(
                        merchant, id, 0, new ByteArrayInputStream(Arrays.copyOf(piece, Pieces.LARGEST + 1)))))
                .isEqualTo("LARGE_PIECE");
    }

    @Test
    void nobody_else_finishes_or_sees_it() {
        add(0, photo.length);
        var stranger = new MerchantId(Ids.next());
        assertThat(pieces.received(stranger, id)).isZero();
        assertThat(codeOf(() -> pieces.finish(stranger, id, "mug.png"))).isEqualTo("NOT_FOUND");
    }

    private long add(int from, int to) {
        return pieces.add(merchant, id, from, new ByteArrayInputStream(photo, from, to - from));
    }

    private static String codeOf(ThrowingCallable act) {
        var code = new String[1];
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> code[0] = refused.refusal().code());
        return code[0];
    }
}
