package org.redress.handbook.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.redress.database.Json;
import org.redress.handbook.Attempt;
import org.redress.handbook.Drawn;
import org.redress.kernel.MerchantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Attempts and readings. */
@Repository
public class AttemptTable {
    private final JdbcClient jdbc;
    private final Json json;

    AttemptTable(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** As it stands in the column. */
    private record Test(List<Drawn> questions) {}

    /** Nothing happens where one of the same chapter is open. */
    public void add(MerchantId merchant, Attempt attempt) {
        jdbc.sql("""
                        INSERT INTO handbook.attempt (
                            merchant_id, id, account, chapter, seed, questions, answers, begun_at)
                        VALUES (:merchant, :id, :account, :chapter, :seed, :questions::jsonb, '{}', :at)
                        ON CONFLICT (merchant_id, account, chapter) WHERE ended_at IS NULL DO NOTHING
                        """)
                .param("merchant", merchant.value())
                .param("id", attempt.id())
                .param("account", attempt.account())
                .param("chapter", attempt.chapter())
                .param("seed", attempt.seed())
                .param("questions", json.write(new Test(attempt.questions())))
                .param("at", Timestamp.from(attempt.begunAt()))
                .update();
    }

    public Optional<Attempt> open(MerchantId merchant, UUID account, String chapter) {
        return jdbc.sql("""
                        SELECT * FROM handbook.attempt
                         WHERE merchant_id = ? AND account = ? AND chapter = ? AND ended_at IS NULL
                        """)
                .params(merchant.value(), account, chapter)
                .query(this::attempt)
                .optional();
    }

    public Optional<Attempt> find(MerchantId merchant, UUID account, UUID id) {
        return jdbc.sql("SELECT * FROM handbook.attempt WHERE merchant_id = ? AND id = ? AND account = ?")
                .params(merchant.value(), id, account)
                .query(this::attempt)
                .optional();
    }

    /** Nothing happens where this question has its answer: of two that come at once the first counts. */
    public void answer(MerchantId merchant, UUID id, int question, int option) {
        jdbc.sql("""
                        UPDATE handbook.attempt SET answers = answers || :option::int
                         WHERE merchant_id = :merchant AND id = :id AND cardinality(answers) = :question
                        """)
                .param("option", option)
                .param("merchant", merchant.value())
                .param("id", id)
                .param("question", question)
                .update();
    }

    public void end(MerchantId merchant, UUID id, boolean passed, Instant at) {
        jdbc.sql("""
                        UPDATE handbook.attempt SET ended_at = ?, passed = ?
                         WHERE merchant_id = ? AND id = ? AND ended_at IS NULL
                        """).params(Timestamp.from(at), passed, merchant.value(), id).update();
    }

    public void read(MerchantId merchant, UUID account, String chapter, Instant at) {
        jdbc.sql("""
                        INSERT INTO handbook.reading (merchant_id, account, chapter, read_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(merchant.value(), account, chapter, Timestamp.from(at))
                .update();
    }

    public Set<String> chaptersRead(MerchantId merchant, UUID account) {
        return Set.copyOf(jdbc.sql("SELECT chapter FROM handbook.reading WHERE merchant_id = ? AND account = ?")
                .params(merchant.value(), account)
                .query(String.class)
                .list());
    }

    private record Passed(UUID account, String chapter) {}

    /** The chapters that each has passed; who has passed none is missing. */
    public Map<UUID, Set<String>> passed(MerchantId merchant) {
        return jdbc
                .sql("SELECT DISTINCT account, chapter FROM handbook.attempt WHERE merchant_id = ? AND passed")
                .param(merchant.value())
                .query((row, _) -> new Passed(row.getObject("account", UUID.class), row.getString("chapter")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Passed::account, Collectors.mapping(Passed::chapter, Collectors.toUnmodifiableSet())));
    }

    private Attempt attempt(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Attempt(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("chapter"),
                row.getLong("seed"),
                json.read(row.getString("questions"), Test.class).questions(),
                List.of((Integer[]) row.getArray("answers").getArray()),
                row.getTimestamp("begun_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
