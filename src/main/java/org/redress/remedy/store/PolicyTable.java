package org.redress.remedy.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.database.Json;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.remedy.Area;
import org.redress.remedy.PolicyVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Versions of policies and what happened to them; always inside a transaction of the merchant. */
@Repository
public class PolicyTable {
    private static final String COLUMNS =
            "id, area, number, state, note, from_day, to_day, author, reviewer, changed_at, version";

    private final JdbcClient jdbc;
    private final Json json;

    PolicyTable(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The version that claims of this day follow, or none of the merchant's own. */
    public Optional<UUID> inForce(MerchantId merchant, Area area, LocalDate day) {
        return jdbc.sql("""
                        SELECT id FROM remedy.policy
                        WHERE merchant_id = :merchant AND area = :area AND state = 'ACTIVE'
                          AND from_day <= :day AND (to_day IS NULL OR to_day >= :day)
                        ORDER BY from_day DESC LIMIT 1""")
                .param("merchant", merchant.value())
                .param("area", area.name())
                .param("day", Date.valueOf(day))
                .query(UUID.class)
                .optional();
    }

    public List<PolicyVersion> all(MerchantId merchant) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM remedy.policy WHERE merchant_id = :merchant ORDER BY id DESC LIMIT 500")
                .param("merchant", merchant.value())
                .query(PolicyTable::version)
                .list();
    }

    public Optional<PolicyVersion> find(MerchantId merchant, UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM remedy.policy WHERE merchant_id = :merchant AND id = :id")
                .param("merchant", merchant.value())
                .param("id", id)
                .query(PolicyTable::version)
                .optional();
    }

    public String tables(MerchantId merchant, UUID id) {
        return jdbc.sql("SELECT tables FROM remedy.policy WHERE merchant_id = :merchant AND id = :id")
                .param("merchant", merchant.value())
                .param("id", id)
                .query(String.class)
                .single();
    }

    public List<PolicyVersion.Entry> entries(MerchantId merchant, UUID id) {
        return jdbc.sql("""
                        SELECT at, actor, what, note FROM remedy.policy_entry
                        WHERE merchant_id = :merchant AND policy_id = :id ORDER BY id""")
                .param("merchant", merchant.value())
                .param("id", id)
                .query((row, _) -> new PolicyVersion.Entry(
                        row.getTimestamp("at").toInstant(),
                        json.read(row.getString("actor"), Actor.class),
                        PolicyVersion.What.valueOf(row.getString("what")),
                        row.getString("note")))
                .list();
    }

    /** The number that the next version of an area gets; whoever asks holds it until the transaction ends. */
    public int nextNumber(MerchantId merchant, Area area) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", "remedy.policy " + merchant + " " + area)
                .query((_, _) -> true)
                .single();
        return jdbc.sql("""
                        SELECT coalesce(max(number), 0) + 1 FROM remedy.policy
                        WHERE merchant_id = :merchant AND area = :area""")
                .param("merchant", merchant.value())
                .param("area", area.name())
                .query(Integer.class)
                .single();
    }

    public void insert(MerchantId merchant, PolicyVersion policy, String tables) {
        jdbc.sql("""
                        INSERT INTO remedy.policy (
                            merchant_id, id, area, number, state, note, tables, author, changed_at, version)
                        VALUES (:merchant, :id, :area, :number, :state, :note, :tables, :author, :at, :version)""")
                .param("merchant", merchant.value())
                .param("id", policy.id())
                .param("area", policy.area().name())
                .param("number", policy.number())
                .param("state", policy.state().name())
                .param("note", policy.note())
                .param("tables", tables)
                .param("author", policy.author())
                .param("at", Timestamp.from(policy.changedAt()))
                .param("version", policy.version())
                .update();
    }

    /**
     * @param tables null leaves them as they are
     * @return whether the version that was seen still stood
     */
    public boolean update(MerchantId merchant, PolicyVersion policy, @Nullable String tables) {
        return jdbc.sql("""
                        UPDATE remedy.policy
                        SET state = :state, note = :note, tables = coalesce(:tables, tables), from_day = :from,
                            to_day = :to, author = :author, reviewer = :reviewer, changed_at = :at, version = :version
                        WHERE merchant_id = :merchant AND id = :id AND version = :version - 1""")
                        .param("merchant", merchant.value())
                        .param("id", policy.id())
                        .param("state", policy.state().name())
                        .param("note", policy.note())
                        .param("tables", tables)
                        .param("from", policy.from() == null ? null : Date.valueOf(policy.from()))
                        .param("to", policy.to() == null ? null : Date.valueOf(policy.to()))
                        .param("author", policy.author())
                        .param("reviewer", policy.reviewer())
                        .param("at", Timestamp.from(policy.changedAt()))
                        .param("version", policy.version())
                        .update()
                == 1;
    }

    /** Whether another active version of the area begins on this day. */
    public boolean isDayTaken(MerchantId merchant, PolicyVersion policy) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT 1 FROM remedy.policy
                            WHERE merchant_id = :merchant AND area = :area AND state = 'ACTIVE' AND from_day = :from
                              AND id <> :id)""")
                .param("merchant", merchant.value())
                .param("area", policy.area().name())
                .param("from", policy.from() == null ? null : Date.valueOf(policy.from()))
                .param("id", policy.id())
                .query(Boolean.class)
                .single();
    }

    public void append(
            MerchantId merchant, UUID policy, PolicyVersion.What what, @Nullable String note, Actor actor, Instant at) {
        jdbc.sql("""
                        INSERT INTO remedy.policy_entry (merchant_id, id, policy_id, at, actor, what, note)
                        VALUES (:merchant, :id, :policy, :at, :actor::jsonb, :what, :note)""")
                .param("merchant", merchant.value())
                .param("id", Ids.next())
                .param("policy", policy)
                .param("at", Timestamp.from(at))
                .param("actor", json.write(actor))
                .param("what", what.name())
                .param("note", note)
                .update();
    }

    private static PolicyVersion version(ResultSet row, int number) throws SQLException {
        return new PolicyVersion(
                row.getObject("id", UUID.class),
                Area.valueOf(row.getString("area")),
                row.getInt("number"),
                PolicyVersion.State.valueOf(row.getString("state")),
                row.getString("note"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getString("author"),
                row.getString("reviewer"),
                row.getTimestamp("changed_at").toInstant(),
                row.getInt("version"));
    }
}
