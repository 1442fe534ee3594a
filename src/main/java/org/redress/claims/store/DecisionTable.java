package org.redress.claims.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Channel;
import org.redress.claims.Decision;
import org.redress.claims.Decisions.Place;
import org.redress.claims.Evenness;
import org.redress.claims.Severity;
import org.redress.claims.Verdict;
import org.redress.database.Json;
import org.redress.kernel.MerchantId;
import org.redress.remedy.Area;
import org.redress.remedy.RemedyCase;
import org.redress.remedy.RemedyPlan;
import org.redress.remedy.Ruling;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** First decisions, one row a claim. Only whether it was contested is written later. */
@Repository
public class DecisionTable {
    private static final int MOST_SPLITS = 20;

    private final JdbcClient jdbc;
    private final Json json;

    DecisionTable(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public boolean has(MerchantId merchant, UUID claim) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM claims.decision WHERE merchant_id = ? AND claim_id = ?)")
                .params(merchant.value(), claim)
                .query(Boolean.class)
                .single();
    }

    /**
     * Does nothing where the claim was decided on before.
     *
     * @param plan that was offered; null where the claim was turned down
     */
    public void add(
            MerchantId merchant,
            Decision decision,
            @Nullable RemedyPlan plan,
            Instant at,
            String decidedBy,
            @Nullable String name,
            String facts,
            String outcome) {
        jdbc.sql("""
                        INSERT INTO claims.decision (
                            merchant_id, claim_id, number, filed_at, decided_at, decided_by, decider_name, area, channel,
                            verdict, severity, clear, language, country, region, known_customer, band, remedy_case, ruled, plan,
                            facts, outcome)
                        VALUES (
                            :merchant, :claim, :number, :filedAt, :at, :by, :name, :area, :channel,
                            :verdict, :severity, :clear, :language, :country, :region, :returning, :band, :case::json,
                            :ruled::json, :plan::jsonb, :facts, :outcome)
                        ON CONFLICT (merchant_id, claim_id) DO NOTHING
                        """)
                .param("merchant", merchant.value())
                .param("claim", decision.claim())
                .param("number", decision.number())
                .param("filedAt", Timestamp.from(decision.filedAt()))
                .param("at", Timestamp.from(at))
                .param("by", decidedBy)
                .param("name", name)
                .param("area", decision.area().name())
                .param("channel", decision.channel().name())
                .param("verdict", decision.verdict().name())
                .param("severity", decision.severity().name())
                .param("clear", decision.clear())
                .param("language", decision.language())
                .param("country", decision.country())
                .param("region", decision.region())
                .param("returning", decision.returning())
                .param("band", decision.band())
                .param("case", json.write(decision.remedyCase()))
                .param("ruled", json.write(decision.ruled()))
                .param("plan", plan == null ? null : json.write(plan))
                .param("facts", facts)
                .param("outcome", outcome)
                .update();
    }

    public void contest(MerchantId merchant, UUID claim) {
        jdbc.sql("UPDATE claims.decision SET contested = true WHERE merchant_id = ? AND claim_id = ? AND NOT contested")
                .params(merchant.value(), claim)
                .update();
    }

    public long count(MerchantId merchant, Area area, Instant from, Instant until) {
        return jdbc.sql("""
                        SELECT count(*)
                          FROM claims.decision
                         WHERE merchant_id = :merchant AND area = :area AND plan IS NOT NULL
                           AND filed_at >= :from AND filed_at < :until
                        """)
                .param("merchant", merchant.value())
                .param("area", area.name())
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query(Long.class)
                .single();
    }

    public List<Decision> page(
            MerchantId merchant, Area area, Instant from, Instant until, @Nullable Place after, int limit) {
        var start = after == null ? new Place(from, new UUID(0, 0)) : after;
        var rows = jdbc.sql("""
                        SELECT claim_id, number, filed_at, area, channel, verdict, severity, clear, language, country,
                               region, known_customer, band, remedy_case, ruled, contested
                          FROM claims.decision
                         WHERE merchant_id = :merchant AND area = :area AND plan IS NOT NULL
                           AND (filed_at, claim_id) > (:at, :claim) AND filed_at < :until
                         ORDER BY filed_at, claim_id
                         LIMIT :limit
                        """)
                .param("merchant", merchant.value())
                .param("area", area.name())
                .param("at", Timestamp.from(start.filedAt()))
                .param("claim", start.claim())
                .param("until", Timestamp.from(until))
                .param("limit", limit)
                .query(this::unread)
                .list();
        return rows.parallelStream().map(Supplier::get).toList();
    }

    /** A row whose documents are not read yet: reading them is most of the work, and can be shared out. */
    private Supplier<Decision> unread(ResultSet row, int number) throws SQLException {
        var claim = row.getObject("claim_id", UUID.class);
        var claimNumber = row.getString("number");
        var filedAt = row.getTimestamp("filed_at").toInstant();
        var area = Area.valueOf(row.getString("area"));
        var channel = Channel.valueOf(row.getString("channel"));
        var verdict = Verdict.valueOf(row.getString("verdict"));
        var severity = Severity.valueOf(row.getString("severity"));
        var clear = row.getBoolean("clear");
        var language = row.getString("language");
        var country = row.getString("country");
        var region = row.getString("region");
        var returning = row.getBoolean("known_customer");
        var band = row.getInt("band");
        var remedyCase = row.getString("remedy_case");
        var ruled = row.getString("ruled");
        var contested = row.getBoolean("contested");
        return () -> new Decision(
                claim,
                claimNumber,
                filedAt,
                area,
                channel,
                verdict,
                severity,
                clear,
                language,
                country,
                region,
                returning,
                band,
                json.read(remedyCase, RemedyCase.class),
                json.read(ruled, Ruling.class),
                contested);
    }

    public Evenness evenness(MerchantId merchant, Instant from, Instant until) {
        var groups = new ArrayList<Evenness.Group>();
        var pairs = new long[3];
        period("""
                        , peers AS (SELECT facts, count(*) AS n FROM decided GROUP BY facts),
                        alike AS (SELECT facts, outcome, count(*) AS m FROM decided GROUP BY facts, outcome)
                        SELECT (SELECT count(*) FROM decided) AS decisions,
                               coalesce((SELECT sum(n * (n - 1) / 2) FROM peers), 0) AS pairs,
                               coalesce((SELECT sum(n * (n - 1) / 2) FROM peers), 0)
                                   - coalesce((SELECT sum(m * (m - 1) / 2) FROM alike), 0) AS unlike
                        """, merchant, from, until).query(row -> {
            pairs[0] = row.getLong("decisions");
            pairs[1] = row.getLong("pairs");
            pairs[2] = row.getLong("unlike");
        });
        period("""
                        , alike AS (SELECT facts, outcome, count(*) AS m FROM decided GROUP BY facts, outcome),
                        peers AS (SELECT facts, sum(m) AS n, 1 - sum(m * (m - 1)) / (sum(m) * (sum(m) - 1)) AS usual
                                    FROM alike GROUP BY facts HAVING sum(m) > 1)
                        SELECT CASE WHEN grouping(decided_by) = 0 THEN 'DECIDER'
                                    WHEN grouping(language) = 0 THEN 'LANGUAGE'
                                    WHEN grouping(country) = 0 THEN 'COUNTRY'
                                    WHEN grouping(customer) = 0 THEN 'CUSTOMER'
                                    WHEN grouping(band) = 0 THEN 'VALUE'
                                    WHEN grouping(channel) = 0 THEN 'CHANNEL'
                                    ELSE 'ALL' END AS dimension,
                               coalesce(decided_by, language, country, customer, band, channel, '') AS value,
                               max(decider_name) AS name,
                               count(*) AS decisions,
                               avg(((n - m) / (n - 1))::float8) AS share,
                               avg(usual::float8) AS usual
                          FROM decided JOIN peers USING (facts) JOIN alike USING (facts, outcome)
                         GROUP BY GROUPING SETS ((), (decided_by), (language), (country), (customer), (band), (channel))
                        HAVING count(*) > 0
                         ORDER BY dimension, decisions DESC, value
                        """, merchant, from, until).query(row -> {
            var dimension = Evenness.Dimension.valueOf(row.getString("dimension"));
            groups.add(new Evenness.Group(
                    dimension,
                    row.getString("value"),
                    dimension == Evenness.Dimension.DECIDER ? row.getString("name") : null,
                    row.getLong("decisions"),
                    row.getDouble("share"),
                    row.getDouble("usual")));
        });
        return new Evenness(pairs[0], pairs[1], pairs[2], List.copyOf(groups), splits(merchant, from, until));
    }

    private List<Evenness.Split> splits(MerchantId merchant, Instant from, Instant until) {
        var ways = new LinkedHashMap<String, List<Evenness.Way>>();
        period("""
                        , alike AS (SELECT facts, outcome, count(*) AS m, max(claim_id::text COLLATE "C")::uuid AS claim_id
                                      FROM decided GROUP BY facts, outcome),
                        split AS (SELECT facts, sum(m) ^ 2 - sum(m ^ 2) AS unlike
                                    FROM alike GROUP BY facts HAVING count(*) > 1
                                   ORDER BY unlike DESC, facts LIMIT %d)
                        SELECT alike.facts, alike.outcome, m, latest.claim_id, latest.number
                          FROM split
                          JOIN alike ON alike.facts = split.facts
                          JOIN claims.decision latest ON latest.merchant_id = :merchant AND latest.claim_id = alike.claim_id
                         ORDER BY unlike DESC, alike.facts, m DESC, alike.outcome
                        """.formatted(MOST_SPLITS), merchant, from, until).query(row -> {
            ways.computeIfAbsent(row.getString("facts"), _ -> new ArrayList<>())
                    .add(new Evenness.Way(
                            row.getString("outcome"),
                            row.getLong("m"),
                            Objects.requireNonNull(row.getObject("claim_id", UUID.class)),
                            row.getString("number")));
        });
        return ways.values().stream().map(Evenness.Split::new).toList();
    }

    private JdbcClient.StatementSpec period(String rest, MerchantId merchant, Instant from, Instant until) {
        return jdbc.sql("""
                        WITH decided AS (
                            SELECT claim_id, facts, outcome, decided_by, decider_name, language,
                                   coalesce(country, '') AS country, band::text AS band, channel,
                                   CASE WHEN known_customer THEN 'returning' ELSE 'new' END AS customer
                              FROM claims.decision
                             WHERE merchant_id = :merchant AND decided_at >= :from AND decided_at < :until)
                        """ + rest)
                .param("merchant", merchant.value())
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until));
    }
}
