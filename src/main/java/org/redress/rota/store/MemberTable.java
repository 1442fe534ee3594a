package org.redress.rota.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Channel;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Problem;
import org.redress.rota.Member;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Members of the rota, and its one setting. */
@Repository
public class MemberTable {
    private final JdbcClient jdbc;

    MemberTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<UUID, Member> all(MerchantId merchant) {
        return jdbc
                .sql("SELECT * FROM rota.member WHERE merchant_id = ?")
                .param(merchant.value())
                .query(MemberTable::member)
                .list()
                .stream()
                .collect(Collectors.toMap(Member::account, member -> member));
    }

    /** Holds giving for this merchant until the transaction ends: who counts what somebody has, gives before others count. */
    public void holdGiving(MerchantId merchant) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("rota.giving:" + merchant)
                .query((_, _) -> true)
                .list();
    }

    public void put(MerchantId merchant, Member member) {
        jdbc.sql("""
                        INSERT INTO rota.member (
                            merchant_id, account, takes, languages, channels, matters, most_open, away_from, away_until, deputy)
                        VALUES (:merchant, :account, :takes, :languages, :channels, :matters, :most, :from, :until, :deputy)
                        ON CONFLICT (merchant_id, account) DO UPDATE SET
                            takes = excluded.takes, languages = excluded.languages, channels = excluded.channels,
                            matters = excluded.matters,
                            most_open = excluded.most_open, away_from = excluded.away_from,
                            away_until = excluded.away_until, deputy = excluded.deputy
                        """)
                .param("merchant", merchant.value())
                .param("account", member.account())
                .param("takes", member.takes())
                .param("languages", member.languages().stream().sorted().toArray(String[]::new))
                .param("channels", names(member.channels()))
                .param("matters", names(member.matters()))
                .param("most", member.most())
                .param("from", timestamp(member.awayFrom()))
                .param("until", timestamp(member.awayUntil()))
                .param("deputy", member.deputy())
                .update();
    }

    public boolean isByItself(MerchantId merchant) {
        return jdbc.sql("SELECT by_itself FROM rota.setting WHERE merchant_id = ?")
                .param(merchant.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    public void byItself(MerchantId merchant, boolean on) {
        jdbc.sql("""
                        INSERT INTO rota.setting (merchant_id, by_itself) VALUES (?, ?)
                        ON CONFLICT (merchant_id) DO UPDATE SET by_itself = excluded.by_itself
                        """).params(merchant.value(), on).update();
    }

    private static String[] names(Collection<? extends Enum<?>> some) {
        return some.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                row.getObject("account", UUID.class),
                row.getBoolean("takes"),
                Set.of((String[]) row.getArray("languages").getArray()),
                Stream.of((String[]) row.getArray("channels").getArray())
                        .map(Channel::valueOf)
                        .collect(Collectors.toSet()),
                Stream.of((String[]) row.getArray("matters").getArray())
                        .map(Problem::valueOf)
                        .collect(Collectors.toSet()),
                row.getInt("most_open"),
                instant(row.getTimestamp("away_from")),
                instant(row.getTimestamp("away_until")),
                row.getObject("deputy", UUID.class));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
