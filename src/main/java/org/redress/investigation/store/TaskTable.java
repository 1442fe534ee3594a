package org.redress.investigation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.database.Json;
import org.redress.investigation.Task;
import org.redress.investigation.Task.Asked;
import org.redress.investigation.Task.State;
import org.redress.investigation.TaskQuestion;
import org.redress.investigation.TaskReply;
import org.redress.investigation.Tasks;
import org.redress.investigation.model.Scene;
import org.redress.investigation.model.TaskSigns;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code investigation.task} and {@code task_link}: what is asked, what was answered; in a transaction of the merchant. */
@Repository
public class TaskTable {
    private static final String SELECT = "SELECT * FROM investigation.task WHERE merchant_id = :merchant";

    private final JdbcClient jdbc;
    private final Json json;

    TaskTable(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Where a page of tasks goes on. */
    public record Position(Instant at, UUID id) {}

    /** False where the same is asked already. */
    public boolean insert(Task task) {
        var subject = task.subject();
        return jdbc.sql("""
                        INSERT INTO investigation.task (
                            merchant_id, id, claim_id, claim_number, question, slot, sku, other_sku, lot, parcel,
                            order_number, moment, bench_grams, asked, partner, state, opened_at, opened_by, due_at)
                        VALUES (:merchant, :id, :claim, :number, :question, :slot, :sku, :other, :lot, :parcel,
                            :order, :moment, :grams, :asked, :partner, :state, :opened, :by, :due)
                        ON CONFLICT DO NOTHING""")
                        .param("merchant", task.merchant().value())
                        .param("id", task.id())
                        .param("claim", task.claim())
                        .param("number", task.claimNumber())
                        .param("question", task.question().name())
                        .param("slot", subject.slot())
                        .param("sku", text(subject.sku()))
                        .param("other", text(subject.otherSku()))
                        .param("lot", subject.lot())
                        .param("parcel", subject.parcel())
                        .param("order", subject.order())
                        .param("moment", timestamp(subject.moment()))
                        .param("grams", subject.benchGrams())
                        .param("asked", task.asked().name())
                        .param("partner", task.partner())
                        .param("state", task.state().name())
                        .param("opened", Timestamp.from(task.openedAt()))
                        .param("by", task.openedBy())
                        .param("due", Timestamp.from(task.dueAt()))
                        .update()
                == 1;
    }

    /** Many of one claim, alike but for their orders; what is asked already stays. One statement. Answers the new ones. */
    public Set<UUID> insert(List<Task> alike) {
        if (alike.isEmpty()) {
            return Set.of();
        }
        var first = alike.getFirst();
        return Set.copyOf(jdbc.sql("""
                        INSERT INTO investigation.task (merchant_id, id, claim_id, claim_number, question, sku, order_number,
                            asked, state, opened_at, opened_by, due_at)
                        SELECT :merchant, id, :claim, :number, :question, :sku, order_number,
                            :asked, :state, :opened, :by, :due
                        FROM unnest(:ids::uuid[], :orders::text[]) AS each (id, order_number)
                        ON CONFLICT DO NOTHING
                        RETURNING id""")
                .param("merchant", first.merchant().value())
                .param("claim", first.claim())
                .param("number", first.claimNumber())
                .param("question", first.question().name())
                .param("sku", text(first.subject().sku()))
                .param("asked", first.asked().name())
                .param("state", first.state().name())
                .param("opened", Timestamp.from(first.openedAt()))
                .param("by", first.openedBy())
                .param("due", Timestamp.from(first.dueAt()))
                .param("ids", alike.stream().map(Task::id).toArray(UUID[]::new))
                .param(
                        "orders",
                        alike.stream().map(task -> task.subject().order()).toArray(String[]::new))
                .query(UUID.class)
                .list());
    }

    /** Until the transaction ends nobody else puts orders aside or lets them go: two claims on one lot take turns. */
    public void takeTurns(MerchantId merchant) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("investigation.holds:" + merchant)
                .query((_, _) -> true)
                .list();
    }

    /** What was asked of these orders, to put them aside or to let them go, whichever claim asked. */
    public List<Task> ofOrders(MerchantId merchant, Collection<String> orders) {
        return orders.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " AND question IN ('HOLD_ORDER', 'RELEASE_ORDER') AND state <> 'CANCELLED'"
                                + " AND order_number = ANY (:orders)")
                        .param("merchant", merchant.value())
                        .param("orders", orders.toArray(String[]::new))
                        .query(this::task)
                        .list();
    }

    /** A claim holds these orders no longer, and nobody is asked anything: another claim still holds them. */
    public void giveUp(MerchantId merchant, UUID claim, Collection<String> orders, String by, Instant at) {
        jdbc.sql("""
                        UPDATE investigation.task SET state = 'CANCELLED', ended_by = :by, ended_at = :at
                        WHERE merchant_id = :merchant AND claim_id = :claim AND question = 'HOLD_ORDER'
                          AND order_number = ANY (:orders) AND state = 'ANSWERED'""")
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("merchant", merchant.value())
                .param("claim", claim)
                .param("orders", orders.toArray(String[]::new))
                .update();
    }

    /** Takes back what is still asked of a claim. */
    public void cancel(MerchantId merchant, UUID claim, TaskQuestion question, String by, Instant at) {
        jdbc.sql("""
                        UPDATE investigation.task SET state = 'CANCELLED', ended_by = ?, ended_at = ?
                        WHERE merchant_id = ? AND claim_id = ? AND question = ? AND state = 'OPEN'""")
                .params(by, Timestamp.from(at), merchant.value(), claim, question.name())
                .update();
    }

    /** False where it is not open any more. */
    public boolean end(
            MerchantId merchant,
            UUID id,
            State as,
            @Nullable TaskReply reply,
            @Nullable String note,
            String by,
            Instant at) {
        return jdbc.sql("""
                        UPDATE investigation.task
                        SET state = :state, reply = :reply::jsonb, note = :note, ended_by = :by, ended_at = :at
                        WHERE merchant_id = :merchant AND id = :id AND state = 'OPEN'""")
                        .param("merchant", merchant.value())
                        .param("id", id)
                        .param("state", as.name())
                        .param("reply", reply == null ? null : json.write(reply))
                        .param("note", note)
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    public Optional<Task> find(MerchantId merchant, UUID id) {
        return jdbc.sql(SELECT + " AND id = :id")
                .param("merchant", merchant.value())
                .param("id", id)
                .query(this::task)
                .optional();
    }

    /** The newest first. */
    public List<Task> ofClaim(MerchantId merchant, UUID claim) {
        return jdbc.sql(SELECT + " AND claim_id = :claim ORDER BY id DESC")
                .param("merchant", merchant.value())
                .param("claim", claim)
                .query(this::task)
                .list();
    }

    /** What people who were asked about a claim have seen, as far as it is no event; the first answer first. */
    public List<Scene.Answer> answers(MerchantId merchant, UUID claim) {
        return jdbc
                .sql(SELECT + " AND claim_id = :claim AND state = 'ANSWERED' ORDER BY ended_at, id")
                .param("merchant", merchant.value())
                .param("claim", claim)
                .query(this::task)
                .list()
                .stream()
                .flatMap(task -> TaskSigns.of(task).stream())
                .toList();
    }

    public List<Task> open(MerchantId merchant, Collection<Asked> asked, @Nullable Position after, int limit) {
        return page(
                " AND state = :state AND (:at::timestamptz IS NULL OR (due_at, id) > (:at, :id)) ORDER BY due_at, id",
                merchant,
                State.OPEN,
                asked,
                after,
                limit);
    }

    public List<Task> ended(
            MerchantId merchant, State state, Collection<Asked> asked, @Nullable Position after, int limit) {
        return page(
                " AND state = :state AND (:at::timestamptz IS NULL OR (ended_at, id) < (:at, :id))"
                        + " ORDER BY ended_at DESC, id DESC",
                merchant,
                state,
                asked,
                after,
                limit);
    }

    private List<Task> page(
            String part,
            MerchantId merchant,
            State state,
            Collection<Asked> asked,
            @Nullable Position after,
            int limit) {
        return jdbc.sql(SELECT + " AND asked = ANY (:asked)" + part + " LIMIT :limit")
                .param("merchant", merchant.value())
                .param("state", state.name())
                .param("asked", asked.stream().map(Enum::name).toArray(String[]::new))
                .param("at", after == null ? null : Timestamp.from(after.at()))
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query(this::task)
                .list();
    }

    /** Of the claim itself; orders that are put aside count not. */
    public int count(MerchantId merchant, UUID claim) {
        return jdbc.sql("""
                        SELECT count(*) FROM investigation.task
                        WHERE merchant_id = ? AND claim_id = ? AND question NOT IN ('HOLD_ORDER', 'RELEASE_ORDER')""")
                .params(merchant.value(), claim)
                .query(Integer.class)
                .single();
    }

    /**
     * The task's earlier links expire at once.
     *
     * @param forgotten links that expired before go for good; not after {@code now}
     */
    public void insertLink(
            MerchantId merchant, byte[] hash, UUID task, Instant now, Instant expiresAt, Instant forgotten) {
        jdbc.sql("""
                        WITH gone AS (DELETE FROM investigation.task_link WHERE merchant_id = :merchant AND expires_at < :forgotten),
                            replaced AS (UPDATE investigation.task_link SET expires_at = :now
                                WHERE merchant_id = :merchant AND task_id = :task AND expires_at > :now)
                        INSERT INTO investigation.task_link (merchant_id, hash, task_id, expires_at)
                        VALUES (:merchant, :hash, :task, :expires)""")
                .param("merchant", merchant.value())
                .param("now", Timestamp.from(now))
                .param("forgotten", Timestamp.from(forgotten))
                .param("hash", hash)
                .param("task", task)
                .param("expires", Timestamp.from(expiresAt))
                .update();
    }

    /** Without a merchant's transaction: by the look-up of one link. */
    public Optional<Tasks.ByLink> findLink(byte[] hash, Instant now) {
        return jdbc.sql("SELECT * FROM investigation.find_task_link(?)")
                .param(hash)
                .query((row, _) -> new Tasks.ByLink(
                        new MerchantId(row.getObject("merchant_id", UUID.class)),
                        row.getObject("task_id", UUID.class),
                        !now.isBefore(row.getTimestamp("expires_at").toInstant())))
                .optional();
    }

    private Task task(ResultSet row, int number) throws SQLException {
        var reply = row.getString("reply");
        return new Task(
                new MerchantId(row.getObject("merchant_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getObject("claim_id", UUID.class),
                row.getString("claim_number"),
                TaskQuestion.valueOf(row.getString("question")),
                subject(row),
                Asked.valueOf(row.getString("asked")),
                row.getString("partner"),
                State.valueOf(row.getString("state")),
                row.getTimestamp("opened_at").toInstant(),
                row.getString("opened_by"),
                row.getTimestamp("due_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                row.getString("ended_by"),
                reply == null ? null : json.read(reply, TaskReply.class),
                row.getString("note"));
    }

    private static Task.Subject subject(ResultSet row) throws SQLException {
        return new Task.Subject(
                row.getString("slot"),
                sku(row.getString("sku")),
                sku(row.getString("other_sku")),
                row.getString("lot"),
                row.getString("parcel"),
                row.getString("order_number"),
                instant(row.getTimestamp("moment")),
                row.getObject("bench_grams", Integer.class));
    }

    private static @Nullable Sku sku(@Nullable String text) {
        return text == null ? null : new Sku(text);
    }

    private static @Nullable String text(@Nullable Sku sku) {
        return sku == null ? null : sku.value();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
