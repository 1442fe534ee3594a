package org.redress.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.redress.claims.model.SearchWords;

/**
 * Millions of claims of the sample merchant over three years, written by SQL: one in a hundred is open, with words in two
 * languages that are as unevenly common as words are.
 */
final class ManyClaims {
    private static final int BATCH = 500_000;
    private static final int STATEMENTS = 4_000;
    private static final long SEED = 20;

    private static final List<String> ENGLISH = List.of(
            ("wrong item came instead ordered parcel box mug plate bowl lamp blue red green black white size large small"
                            + " colour broken missing label barcode order customer please send right one refund money back gift"
                            + " birthday yesterday today opened kitchen bottle towel cushion cover chair table jacket shoes"
                            + " kettle toaster charger cable battery phone case screen protector notebook pencil marker"
                            + " backpack suitcase blanket pillow curtain carpet mirror frame vase candle soap shampoo brush"
                            + " dryer razor trimmer scale thermometer vitamin tea coffee chocolate honey pasta rice sauce"
                            + " spice garlic onion pepper knife fork spoon pan pot lid tray rack hook shelf drawer hinge"
                            + " screw hammer drill saw tape glue paint roller ladder hose nozzle planter seed soil glove"
                            + " helmet pump tyre saddle pedal lock light reflector map compass tent stove lantern rope")
                    .split(" "));

    private static final List<String> CHINESE =
            List.of(("收到 错误 商品 订购 包裹 盒子 杯子 盘子 碗 台灯 蓝色 红色 绿色 黑色 白色 尺寸 大号 小号 颜色 破损 缺少 标签 条码 订单 客户 请 重新"
                            + " 发货 退款 礼物 生日 昨天 今天 打开 厨房 水瓶 毛巾 靠垫 椅子 桌子 夹克 鞋子 水壶 充电器 数据线 电池 手机壳 笔记本 铅笔"
                            + " 背包 行李箱 毯子 枕头 窗帘 地毯 镜子 花瓶 蜡烛 肥皂 洗发水 牙刷 体温计 茶叶 咖啡 巧克力 蜂蜜 大米 酱油 大蒜 胡椒 刀 叉子"
                            + " 勺子 锅 盖子 托盘 挂钩 抽屉 螺丝 锤子 胶带 油漆 梯子 水管 种子 手套 头盔 车锁 车灯 帐篷 绳子")
                    .split(" "));

    private final Postgres postgres;
    private final int claims;

    ManyClaims(Postgres postgres, int claims) {
        this.postgres = postgres;
        this.claims = claims;
    }

    void store() throws SQLException {
        var indexes = takeIndexes();
        postgres.execute("SET maintenance_work_mem = '1GB'");
        postgres.execute("SET synchronous_commit = off");
        postgres.execute("CREATE SCHEMA IF NOT EXISTS bench");
        statements();
        var merchant = postgres.text("SELECT merchant_id FROM access.merchant WHERE slug = 'demo'");
        var shard = postgres.text("SELECT substr(words[1], 1, 4) FROM claims.words WHERE merchant_id = '" + merchant
                + "' AND words <> '{}' LIMIT 1");
        for (int from = 0; from < claims; from += BATCH) {
            batch(merchant, shard, from, Math.min(from + BATCH, claims));
        }
        for (var index : indexes) {
            postgres.execute(index);
        }
        postgres.execute("VACUUM (ANALYZE) claims.claim, claims.line, claims.words");
        postgres.execute("CHECKPOINT");
    }

    private List<String> takeIndexes() throws SQLException {
        var definitions = postgres.text("""
                SELECT string_agg(i.indexdef, ';') FROM pg_indexes i
                WHERE i.schemaname = 'claims' AND i.tablename IN ('claim', 'line', 'words')
                  AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conname = i.indexname)""");
        var names = postgres.text("""
                SELECT string_agg('claims.' || i.indexname, ', ') FROM pg_indexes i
                WHERE i.schemaname = 'claims' AND i.tablename IN ('claim', 'line', 'words')
                  AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conname = i.indexname)""");
        postgres.execute("DROP INDEX " + names);
        return List.of(definitions.split(";"));
    }

    private void statements() throws SQLException {
        var random = new Random(SEED);
        postgres.execute("DROP TABLE IF EXISTS bench.statement");
        postgres.execute("CREATE TABLE bench.statement (id int PRIMARY KEY, text text, language text, words text[])");
        var rows = new ArrayList<String>();
        for (int i = 0; i < STATEMENTS; i++) {
            boolean chinese = random.nextInt(3) == 0;
            var said = words(chinese ? CHINESE : ENGLISH, random, chinese ? "" : " ");
            var words =
                    SearchWords.of(said).stream().map(word -> "'" + word + "'").collect(Collectors.joining(","));
            rows.add("(%d, '%s', '%s', ARRAY[%s])".formatted(i, said, chinese ? "zh-CN" : "en", words));
        }
        postgres.execute("INSERT INTO bench.statement VALUES " + String.join(",", rows));
    }

    /** The first words of a list are common, the last are rare. */
    private static String words(List<String> list, Random random, String gap) {
        return random.ints(12, 0, Integer.MAX_VALUE)
                .mapToObj(any -> list.get((int) (list.size() * Math.pow(random.nextDouble(), 2.5))))
                .collect(Collectors.joining(gap));
    }

    private void batch(String merchant, String shard, int from, int to) throws SQLException {
        postgres.execute("DROP TABLE IF EXISTS bench.some");
        postgres.execute("""
                CREATE UNLOGGED TABLE bench.some AS
                SELECT i,
                       (lpad(to_hex(at.ms), 12, '0') || '7' || substr(md5(i::text), 1, 3) || '8'
                           || substr(md5(i::text), 4, 15))::uuid AS id,
                       to_timestamp(at.ms / 1000.0) AS filed,
                       (at.ms / 604800000)::int AS week,
                       (hashint4(i) & 1023) AS h,
                       %2$d - i <= %2$d / 50 AND i %% 2 = 0 AS open,
                       (hashint4(i * 7) & 2147483647) %% %5$d AS statement
                  FROM generate_series(%3$d, %4$d - 1) i,
                       LATERAL (SELECT (extract(epoch FROM now()) * 1000)::bigint - 86400000
                                       - (%2$d - i)::bigint * 94608000000 / %2$d AS ms) at
                """.formatted(merchant, claims, from, to, STATEMENTS));
        postgres.execute("""
                INSERT INTO claims.claim (
                    merchant_id, id, number, version, state, state_data, order_number, contact_name, contact_email,
                    channel, statement, demand, language, given, owed_by, owed_since, due_at, escalated, verdict,
                    severity, satisfaction, filed_at)
                SELECT '%1$s', s.id, 'Z' || upper(substr(lpad(to_hex(s.i), 7, '0'), 1, 3)) || '-'
                           || upper(substr(lpad(to_hex(s.i), 7, '0'), 4)),
                       3,
                       CASE WHEN NOT s.open THEN 'CLOSED' WHEN s.h %% 5 < 3 THEN 'SUBMITTED' WHEN s.h %% 5 = 3
                            THEN 'ACCEPTED' ELSE 'FOLLOW_UP' END,
                       (CASE WHEN NOT s.open THEN '{"@type": "Closed", "by": "SATISFIED"}' WHEN s.h %% 5 < 3
                             THEN '{"@type": "Submitted"}' WHEN s.h %% 5 = 3 THEN '{"@type": "Accepted"}'
                             ELSE '{"@type": "FollowingUp", "over": false}' END)::jsonb,
                       'B-' || s.i, 'Customer ' || s.i %% 9973, 'c' || s.i %% 2000003 || '@example.com',
                       (ARRAY['PORTAL','PORTAL','PORTAL','EMAIL','API','MARKETPLACE','PHONE','CHAT'])[1 + s.h %% 8],
                       t.text, 'REFUND', t.language, '[]',
                       CASE WHEN NOT s.open THEN 'NOBODY' WHEN s.h %% 5 < 4 THEN 'AGENT' ELSE 'CUSTOMER' END,
                       s.filed,
                       CASE WHEN s.open THEN now() + make_interval(secs => s.h * 160 - 20000) END,
                       s.open AND s.h %% 50 = 0,
                       (ARRAY['CONFIRMED','LIKELY','UNCONFIRMED','UNKNOWN_ORDER'])[1 + s.h %% 4],
                       CASE WHEN s.h %% 40 = 0 THEN 'HIGH' ELSE 'NORMAL' END,
                       CASE WHEN NOT s.open THEN 5 END, s.filed
                  FROM bench.some s JOIN bench.statement t ON t.id = s.statement
                 ORDER BY s.i
                """.formatted(merchant));
        postgres.execute("""
                INSERT INTO claims.line (merchant_id, claim_id, position, sku, quantity, problem, received_sku,
                    received_quantity)
                SELECT '%1$s', s.id, 0, 'MUG-RED-350', 1, 'WRONG_VARIANT', 'MUG-BLU-350', 1
                  FROM bench.some s ORDER BY s.i
                """.formatted(merchant));
        postgres.execute("""
                INSERT INTO claims.words (merchant_id, claim_id, week, words)
                SELECT '%1$s', s.id, s.week,
                       ARRAY(SELECT '%2$s' || chr(48 + s.week / 64) || chr(48 + s.week %% 64) || word
                               FROM unnest(t.words || ARRAY['z' || lpad(to_hex(s.i), 7, '0'), 'b' || s.i, s.i::text,
                                           'custom', 'c' || s.i %% 2000003 || '@examplecom', 'mug', 'ston']) word)
                  FROM bench.some s JOIN bench.statement t ON t.id = s.statement
                 ORDER BY s.i
                """.formatted(merchant, shard));
    }
}
