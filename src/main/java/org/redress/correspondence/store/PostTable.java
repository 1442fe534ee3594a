package org.redress.correspondence.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.correspondence.Post;
import org.redress.correspondence.PostItem;
import org.redress.database.Json;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mail that came in. */
@Repository
public class PostTable {
    private static final int PIECE = 1 << 18;

    private final JdbcClient jdbc;
    private final Json json;

    PostTable(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A mail as it came, before anybody knows where it belongs.
     *
     * @param source where it lay
     * @param whole null where nothing stands below what was written
     */
    public record Arrived(
            UUID id,
            String fingerprint,
            String source,
            Instant at,
            long bytes,
            boolean complete,
            @Nullable String messageId,
            @Nullable String sender,
            @Nullable String senderName,
            String subject,
            String body,
            @Nullable String whole,
            @Nullable String language,
            PostItem.Nature nature) {}

    /**
     * What became of it.
     *
     * @param answered whether its sender gets an answer by itself
     */
    public record Became(
            PostItem.State state,
            PostItem.@Nullable Why why,
            @Nullable UUID claim,
            boolean onClaim,
            boolean answered) {}

    /** False where it is here already; where it is being filed at this moment, it is waited for. */
    public boolean insert(MerchantId merchant, Arrived post) {
        return jdbc.sql("""
                        INSERT INTO correspondence.post
                               (merchant_id, id, fingerprint, source, arrived_at, bytes, complete, message_id_header, sender,
                                sender_name, subject, body, whole, language, nature, state)
                        VALUES (:merchant, :id, :fingerprint, :source, :at, :bytes, :complete, :messageId, :sender,
                                :senderName, :subject, :body, :whole, :language, :nature, 'UNSORTED')
                        ON CONFLICT (merchant_id, fingerprint) DO NOTHING""")
                        .param("merchant", merchant.value())
                        .param("id", post.id())
                        .param("fingerprint", post.fingerprint())
                        .param("source", post.source())
                        .param("at", Timestamp.from(post.at()))
                        .param("bytes", post.bytes())
                        .param("complete", post.complete())
                        .param("messageId", post.messageId())
                        .param("sender", post.sender())
                        .param("senderName", post.senderName())
                        .param("subject", post.subject())
                        .param("body", post.body())
                        .param("whole", post.whole())
                        .param("language", post.language())
                        .param("nature", post.nature().name())
                        .update()
                == 1;
    }

    public void became(MerchantId merchant, UUID id, Became became) {
        jdbc.sql("""
                        UPDATE correspondence.post
                           SET state = :state, why = :why, claim_id = :claim, on_claim = :onClaim, answered = :answered
                         WHERE merchant_id = :merchant AND id = :id""")
                .param("state", became.state().name())
                .param("why", became.why() == null ? null : became.why().name())
                .param("claim", became.claim())
                .param("onClaim", became.onClaim())
                .param("answered", became.answered())
                .param("merchant", merchant.value())
                .param("id", id)
                .update();
    }

    /** Somebody has sorted it. */
    public void decided(
            MerchantId merchant,
            UUID id,
            PostItem.State state,
            @Nullable UUID claim,
            Actor by,
            Instant at,
            @Nullable String note) {
        jdbc.sql("""
                        UPDATE correspondence.post
                           SET state = :state, claim_id = :claim, on_claim = on_claim OR :onClaim, decided_by = :by::jsonb,
                               decided_at = :at, note = :note
                         WHERE merchant_id = :merchant AND id = :id""")
                .param("state", state.name())
                .param("claim", claim)
                .param("onClaim", state == PostItem.State.ON_CLAIM || state == PostItem.State.FILED)
                .param("by", json.write(by))
                .param("at", Timestamp.from(at))
                .param("note", note)
                .param("merchant", merchant.value())
                .param("id", id)
                .update();
    }

    /** How many mails of this address were answered by themselves since then. */
    public int answeredSince(MerchantId merchant, String sender, Instant since) {
        return jdbc.sql("""
                        SELECT count(*) FROM correspondence.post
                         WHERE merchant_id = ? AND lower(sender) = lower(?) AND arrived_at > ? AND answered""")
                .params(merchant.value(), sender, Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** Until the transaction ends, nobody else files mail of this address. */
    public void hold(MerchantId merchant, String sender) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('post:' || ? || lower(?), 0))")
                .params(merchant.toString(), sender)
                .query((_, _) -> sender)
                .single();
    }

    /** The Message-ID of the mail that this claim was made of. */
    public Optional<String> firstOf(MerchantId merchant, UUID claim) {
        return jdbc.sql("""
                        SELECT message_id_header FROM correspondence.post
                         WHERE merchant_id = ? AND claim_id = ? AND state = 'FILED' AND message_id_header IS NOT NULL
                         ORDER BY id LIMIT 1""").params(merchant.value(), claim).query(String.class).optional();
    }

    public void enclose(
            MerchantId merchant,
            UUID post,
            int position,
            String name,
            String type,
            long bytes,
            @Nullable UUID evidence,
            PostItem.@Nullable LeftOut leftOut) {
        jdbc.sql("""
                        INSERT INTO correspondence.enclosure
                               (merchant_id, post_id, position, name, media_type, bytes, evidence_id, left_out)
                        VALUES (:merchant, :post, :position, :name, :type, :bytes, :evidence, :leftOut)
                        ON CONFLICT (merchant_id, post_id, position) DO UPDATE
                           SET evidence_id = excluded.evidence_id, left_out = excluded.left_out""")
                .param("merchant", merchant.value())
                .param("post", post)
                .param("position", position)
                .param("name", name)
                .param("type", type)
                .param("bytes", bytes)
                .param("evidence", evidence)
                .param("leftOut", leftOut == null ? null : leftOut.name())
                .update();
    }

    /** Keeps the source, read once, in small pieces. */
    public void keep(MerchantId merchant, UUID post, InputStream source) {
        try {
            int number = 0;
            for (var piece = source.readNBytes(PIECE); piece.length > 0; piece = source.readNBytes(PIECE)) {
                jdbc.sql("""
                                INSERT INTO correspondence.post_piece (merchant_id, post_id, piece, content)
                                VALUES (?, ?, ?, ?)""").params(merchant.value(), post, number++, piece).update();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the source out again. False where it is not kept any more. */
    public boolean copy(MerchantId merchant, UUID post, OutputStream target) {
        for (int number = 0; ; number++) {
            var piece = jdbc.sql("""
                            SELECT content FROM correspondence.post_piece
                             WHERE merchant_id = ? AND post_id = ? AND piece = ?""")
                    .params(merchant.value(), post, number)
                    .query((row, _) -> row.getBytes("content"))
                    .optional();
            if (piece.isEmpty()) {
                return number > 0;
            }
            try {
                target.write(piece.get());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public void letGo(MerchantId merchant, UUID post) {
        jdbc.sql("DELETE FROM correspondence.post_piece WHERE merchant_id = ? AND post_id = ?")
                .params(merchant.value(), post)
                .update();
    }

    /** The same of the oldest that went nowhere and were done with before then; answers how many they were. */
    public int letGo(MerchantId merchant, Instant before, Instant now, int most) {
        return jdbc.sql("""
                        WITH old AS (
                            SELECT id FROM correspondence.post
                             WHERE merchant_id = :merchant AND state IN ('NOTED', 'SET_ASIDE') AND NOT on_claim
                               AND let_go_at IS NULL AND coalesce(decided_at, arrived_at) < :before
                             ORDER BY coalesce(decided_at, arrived_at) LIMIT :most FOR UPDATE),
                        gone AS (
                            DELETE FROM correspondence.post_piece AS piece USING old
                             WHERE piece.merchant_id = :merchant AND piece.post_id = old.id)
                        UPDATE correspondence.post SET let_go_at = :now FROM old
                         WHERE post.merchant_id = :merchant AND post.id = old.id""")
                .param("merchant", merchant.value())
                .param("before", Timestamp.from(before))
                .param("now", Timestamp.from(now))
                .param("most", most)
                .update();
    }

    private static final String ITEM = """
            SELECT id, arrived_at, sender, sender_name, subject, body, whole, nature, state, why, claim_id, on_claim,
                   bytes, complete, decided_by, decided_at, note, let_go_at,
                   EXISTS (SELECT FROM correspondence.post_piece AS piece
                            WHERE piece.merchant_id = post.merchant_id AND piece.post_id = post.id AND piece.piece = 0) AS kept
              FROM correspondence.post AS post
            """;

    /** The newest first. */
    public List<PostItem> page(
            MerchantId merchant, Collection<PostItem.State> states, @Nullable UUID after, int limit) {
        return enclosed(
                merchant,
                jdbc.sql(ITEM + """
                         WHERE merchant_id = :merchant AND state = ANY (:states) AND (:after::uuid IS NULL OR id < :after)
                         ORDER BY id DESC LIMIT :limit""")
                        .param("merchant", merchant.value())
                        .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                        .param("after", after)
                        .param("limit", limit)
                        .query((row, _) -> item(row))
                        .list());
    }

    public Optional<PostItem> find(MerchantId merchant, UUID id) {
        return enclosed(
                        merchant,
                        jdbc.sql(ITEM + " WHERE merchant_id = ? AND id = ?")
                                .params(merchant.value(), id)
                                .query((row, _) -> item(row))
                                .list())
                .stream()
                .findFirst();
    }

    /** The newest that stand on a claim, the oldest of them first. */
    public List<Post.Came> ofClaim(MerchantId merchant, UUID claim, int limit) {
        return jdbc.sql("""
                        SELECT id, subject, arrived_at
                          FROM correspondence.post
                         WHERE merchant_id = ? AND claim_id = ? AND on_claim
                         ORDER BY id DESC LIMIT ?""")
                .params(merchant.value(), claim, limit)
                .query((row, _) -> new Post.Came(
                        row.getObject("id", UUID.class),
                        row.getString("subject"),
                        row.getTimestamp("arrived_at").toInstant()))
                .list()
                .reversed();
    }

    /** Until the transaction ends, nobody else sorts it. */
    public void lock(MerchantId merchant, UUID id) {
        jdbc.sql("SELECT id FROM correspondence.post WHERE merchant_id = ? AND id = ? FOR UPDATE")
                .params(merchant.value(), id)
                .query(UUID.class)
                .optional();
    }

    /** The files of a page in one query. */
    private List<PostItem> enclosed(MerchantId merchant, List<PostItem> posts) {
        Map<UUID, List<PostItem.Enclosure>> found = new HashMap<>();
        if (!posts.isEmpty()) {
            jdbc.sql("""
                            SELECT post_id, name, media_type, bytes, evidence_id, left_out
                              FROM correspondence.enclosure
                             WHERE merchant_id = ? AND post_id = ANY (?) ORDER BY post_id, position""")
                    .params(merchant.value(), posts.stream().map(PostItem::id).toArray(UUID[]::new))
                    .query(row -> {
                        var why = row.getString("left_out");
                        found.computeIfAbsent(row.getObject("post_id", UUID.class), _ -> new ArrayList<>())
                                .add(new PostItem.Enclosure(
                                        row.getString("name"),
                                        row.getString("media_type"),
                                        row.getLong("bytes"),
                                        row.getObject("evidence_id") != null,
                                        why == null ? null : PostItem.LeftOut.valueOf(why)));
                    });
        }
        return posts.stream()
                .map(post -> with(post, Objects.requireNonNullElse(found.get(post.id()), List.of())))
                .toList();
    }

    private static PostItem with(PostItem post, List<PostItem.Enclosure> enclosures) {
        return new PostItem(
                post.id(),
                post.arrivedAt(),
                post.sender(),
                post.senderName(),
                post.subject(),
                post.text(),
                post.whole(),
                post.nature(),
                post.state(),
                post.why(),
                post.claim(),
                post.onClaim(),
                post.bytes(),
                post.complete(),
                post.kept(),
                post.decidedBy(),
                post.decidedAt(),
                post.note(),
                post.letGoAt(),
                enclosures);
    }

    private PostItem item(ResultSet row) throws SQLException {
        var why = row.getString("why");
        var by = row.getString("decided_by");
        var at = row.getTimestamp("decided_at");
        var letGo = row.getTimestamp("let_go_at");
        var text = row.getString("body");
        return new PostItem(
                row.getObject("id", UUID.class),
                row.getTimestamp("arrived_at").toInstant(),
                row.getString("sender"),
                row.getString("sender_name"),
                row.getString("subject"),
                text,
                Objects.requireNonNullElse(row.getString("whole"), text),
                PostItem.Nature.valueOf(row.getString("nature")),
                PostItem.State.valueOf(row.getString("state")),
                why == null ? null : PostItem.Why.valueOf(why),
                row.getObject("claim_id", UUID.class),
                row.getBoolean("on_claim"),
                row.getLong("bytes"),
                row.getBoolean("complete"),
                row.getBoolean("kept"),
                by == null ? null : json.read(by, Actor.class),
                at == null ? null : at.toInstant(),
                row.getString("note"),
                letGo == null ? null : letGo.toInstant(),
                List.of());
    }
}
