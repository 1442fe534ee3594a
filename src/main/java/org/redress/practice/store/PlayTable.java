package org.redress.practice.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;
import org.redress.practice.Move;
import org.redress.practice.Part;
import org.redress.practice.Play;
import org.redress.practice.Reason;
import org.redress.practice.Result;
import org.redress.rehearsal.Lesson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class PlayTable {
    private final JdbcClient jdbc;

    PlayTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(MerchantId merchant, Play play) {
        jdbc.sql("""
                        INSERT INTO practice.play (
                            merchant_id, id, account, player, lesson, language, number, claim, started_at)
                        VALUES (:merchant, :id, :account, :player, :lesson, :language, :number, :claim, :started)
                        """)
                .param("merchant", merchant.value())
                .param("id", play.id())
                .param("account", play.account())
                .param("player", play.player())
                .param("lesson", play.lesson().name())
                .param("language", play.language().toLanguageTag())
                .param("number", play.number())
                .param("claim", play.claim())
                .param("started", Timestamp.from(play.startedAt()))
                .update();
    }

    /** Without its moves. */
    public Optional<Play> find(MerchantId merchant, UUID id) {
        return jdbc.sql("SELECT * FROM practice.play WHERE merchant_id = ? AND id = ?")
                .params(merchant.value(), id)
                .query(PlayTable::play)
                .optional()
                .map(play -> reasoned(merchant, play));
    }

    private Play reasoned(MerchantId merchant, Play play) {
        var result = play.result();
        if (result == null) {
            return play;
        }
        var reasons = jdbc.sql("SELECT * FROM practice.reason WHERE merchant_id = ? AND play = ? ORDER BY position")
                .params(merchant.value(), play.id())
                .query(PlayTable::reason)
                .list();
        return play.with(
                List.of(),
                new Result(
                        result.facts(), result.fairness(), result.time(), result.courtesy(), result.rating(), reasons));
    }

    /** The one of this lesson that is not over, without its moves; the latest where there are several. */
    public Optional<Play> running(MerchantId merchant, UUID account, Lesson lesson) {
        return jdbc.sql("""
                        SELECT * FROM practice.play
                         WHERE merchant_id = ? AND account = ? AND lesson = ? AND ended_at IS NULL
                         ORDER BY id DESC LIMIT 1""")
                .params(merchant.value(), account, lesson.name())
                .query(PlayTable::play)
                .optional();
    }

    /** Until the transaction ends nobody else holds the same. */
    public void hold(String what) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("practice " + what)
                .query((_, _) -> "")
                .single();
    }

    /** @param place the merchant for practice */
    public List<Move> moves(MerchantId place, UUID play) {
        return jdbc.sql("SELECT * FROM practice.move WHERE merchant_id = ? AND play = ? ORDER BY sequence")
                .params(place.value(), play)
                .query(PlayTable::move)
                .list();
    }

    public int countMoves(MerchantId place, UUID play) {
        return jdbc.sql("SELECT count(*) FROM practice.move WHERE merchant_id = ? AND play = ?")
                .params(place.value(), play)
                .query(Integer.class)
                .single();
    }

    /** Those that run, however old, and the latest of the others. */
    public List<Play> own(MerchantId merchant, UUID account, int limit) {
        return jdbc.sql("""
                        SELECT * FROM practice.play WHERE merchant_id = ? AND account = ?
                        ORDER BY ended_at IS NOT NULL, id DESC LIMIT ?""")
                .params(merchant.value(), account, limit)
                .query(PlayTable::play)
                .list();
    }

    public List<Play> over(MerchantId merchant, int limit) {
        return jdbc.sql("""
                        SELECT * FROM practice.play WHERE merchant_id = ? AND ended_at IS NOT NULL
                        ORDER BY id DESC LIMIT ?""")
                .params(merchant.value(), limit)
                .query(PlayTable::play)
                .list();
    }

    /** @param place the merchant for practice */
    public void insert(MerchantId place, UUID play, List<Move> moves) {
        for (var move : moves) {
            jdbc.sql("""
                            INSERT INTO practice.move (merchant_id, play, sequence, minute, kind, detail, words, at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            place.value(),
                            play,
                            move.sequence(),
                            move.minute(),
                            move.kind().name(),
                            move.detail(),
                            move.words(),
                            Timestamp.from(move.at()))
                    .update();
        }
    }

    /** Nothing happens where it is over already. */
    public void end(MerchantId merchant, UUID play, Instant at, Result result) {
        int ended = jdbc.sql("""
                        UPDATE practice.play SET ended_at = :at, facts = :facts, fairness = :fairness, time = :time,
                               courtesy = :courtesy, rating = :rating
                        WHERE merchant_id = :merchant AND id = :play AND ended_at IS NULL""")
                .param("at", Timestamp.from(at))
                .param("facts", result.facts())
                .param("fairness", result.fairness())
                .param("time", result.time())
                .param("courtesy", result.courtesy())
                .param("rating", result.rating())
                .param("merchant", merchant.value())
                .param("play", play)
                .update();
        if (ended == 0) {
            return;
        }
        for (int i = 0; i < result.reasons().size(); i++) {
            var reason = result.reasons().get(i);
            jdbc.sql("""
                            INSERT INTO practice.reason (merchant_id, play, position, part, points, key, gaps)
                            VALUES (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            merchant.value(),
                            play,
                            i,
                            reason.part().name(),
                            reason.points(),
                            reason.key(),
                            reason.gaps().toArray(String[]::new))
                    .update();
        }
    }

    private static Play play(ResultSet row, int number) throws SQLException {
        return new Play(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("player"),
                Lesson.valueOf(row.getString("lesson")),
                Locale.forLanguageTag(row.getString("language")),
                row.getInt("number"),
                row.getObject("claim", UUID.class),
                row.getTimestamp("started_at").toInstant(),
                List.of(),
                result(row));
    }

    private static @Nullable Result result(ResultSet row) throws SQLException {
        if (row.getTimestamp("ended_at") == null) {
            return null;
        }
        return new Result(
                row.getInt("facts"),
                row.getInt("fairness"),
                row.getInt("time"),
                row.getInt("courtesy"),
                row.getInt("rating"),
                List.of());
    }

    private static Move move(ResultSet row, int number) throws SQLException {
        return new Move(
                row.getInt("sequence"),
                row.getLong("minute"),
                Move.Kind.valueOf(row.getString("kind")),
                row.getString("detail"),
                row.getString("words"),
                row.getTimestamp("at").toInstant());
    }

    private static Reason reason(ResultSet row, int number) throws SQLException {
        return new Reason(
                Part.valueOf(row.getString("part")), row.getInt("points"), row.getString("key"), List.of((String[])
                        row.getArray("gaps").getArray()));
    }
}
