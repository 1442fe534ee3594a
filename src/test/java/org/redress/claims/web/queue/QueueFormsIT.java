package org.redress.claims.web.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Accounts;
import org.redress.access.Merchant;
import org.redress.access.Merchants;
import org.redress.access.OneTimeLinks;
import org.redress.access.Role;
import org.redress.claims.Channel;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Claims;
import org.redress.claims.Filing;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Demand;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.redress.testing.Visitor.Field;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The forms of the queue as somebody sends them. */
@RedressTest
class QueueFormsIT {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String PASSWORD = "a few words in a row";

    @LocalServerPort
    int port;

    @Autowired
    Claims claims;

    @Autowired
    Merchants merchants;

    @Autowired
    Accounts accounts;

    @Autowired
    OneTimeLinks links;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    private MerchantId merchant = new MerchantId(new UUID(0, 0));
    private UUID sue = new UUID(0, 0);
    private UUID jo = new UUID(0, 0);
    private String email = "";
    private Visitor desk = Visitor.at(1, "en");

    @BeforeEach
    void a_supervisor_and_an_agent_work_there() {
        merchant = new MerchantId(Ids.next());
        var slug = "m" + merchant.toString().replace("-", "");
        merchants.found(new Merchant(merchant, slug, "Bund", Locale.ENGLISH, SHANGHAI, Currency.getInstance("CNY")));
        email = UUID.randomUUID() + "@example.org";
        sue = account(email, "Sue Chan", Role.AGENT, Role.SUPERVISOR);
        jo = account(UUID.randomUUID() + "@example.org", "Jo Park", Role.AGENT);
        desk = atTheirDesk("en");
    }

    private Visitor atTheirDesk(String language) {
        var somebody = Visitor.at(port, language);
        somebody.get("/login");
        somebody.post("/login", Map.of("email", email, "password", PASSWORD));
        return somebody;
    }

    @Test
    void a_day_begins_and_ends_where_its_reader_is() {
        var day = LocalDate.now(SHANGHAI).plusDays(2);
        var before = filedAt(day.minusDays(1), "23:30");
        var first = filedAt(day, "00:00");
        var last = filedAt(day, "23:30");
        var after = filedAt(day.plusDays(1), "00:30");
        // Whoever reads Chinese and has not told their place yet is in Shanghai.
        var page = atTheirDesk("zh-CN").get("/desk/claims?view=all&from=" + day + "&until=" + day);
        assertThat(page.status()).isEqualTo(200);
        assertThat(Stream.of(before, first, last, after)
                        .map(Claim::number)
                        .filter(number -> page.body().contains(number)))
                .containsExactly(first.number(), last.number());
    }

    @Test
    void giving_is_taken_back_for_each_and_what_has_moved_since_is_left_and_named() {
        var free = filed();
        var had = assigned(filed(), sue);
        var moved = filed();
        var done = act("GIVE", jo.toString(), free, had, moved);
        assertThat(done).contains("3 claims are Jo Park’s now.");
        assertThat(assignees(free, had, moved)).containsOnly(jo);

        assigned(moved, sue);
        var back = undo(done);
        assertThat(back)
                .contains("2 claims are where they were.")
                .containsPattern("Left alone: " + moved.number() + " \\(");
        assertThat(assignee(free)).isNull();
        assertThat(assignee(had)).isEqualTo(sue);
        assertThat(assignee(moved)).isEqualTo(sue);
    }

    @Test
    void giving_back_is_taken_back_and_what_somebody_has_taken_since_is_left_and_named() {
        var ours = assigned(filed(), jo);
        var taken = assigned(filed(), jo);
        var done = act("RELEASE", "", ours, taken);
        assertThat(done).contains("2 claims are free again.");
        assertThat(assignee(ours)).isNull();
        assertThat(assignee(taken)).isNull();

        assigned(taken, sue);
        var back = undo(done);
        assertThat(back).contains("1 claim is where it was.").containsPattern("Left alone: " + taken.number() + " \\(");
        assertThat(assignee(ours)).isEqualTo(jo);
        assertThat(assignee(taken)).isEqualTo(sue);
    }

    /** The queue that is shown afterwards. */
    private String act(String act, String account, Claim... some) {
        var fields = Stream.concat(
                        Stream.of(new Field("act", act), new Field("account", account)),
                        Arrays.stream(some)
                                .map(this::now)
                                .map(claim -> new Field("claim", claim.id() + ":" + claim.version())))
                .toList();
        desk.get("/desk/claims");
        var done = desk.post("/desk/claims/acts", fields);
        var next = URI.create(done.header("Location").orElseThrow());
        return desk.get(next.getRawPath() + "?" + next.getRawQuery()).body();
    }

    private String undo(String page) {
        var shown = new Visitor.Answer(200, page, Map.of());
        assertThat(shown.field("act")).isEqualTo("HAND_BACK");
        var fields = List.of(new Field("act", "HAND_BACK"), new Field("claim", shown.field("claim")));
        var done = desk.post("/desk/claims/acts", fields);
        var next = URI.create(done.header("Location").orElseThrow());
        return desk.get(next.getRawPath() + "?" + next.getRawQuery()).body();
    }

    private UUID account(String email, String name, Role... roles) {
        var path = accounts.invite(merchant, email, name, Set.of(roles));
        links.choosePassword(path.substring("/password/".length()), PASSWORD);
        return accounts.all(merchant).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Claim filedAt(LocalDate day, String time) {
        var claim = filed();
        var at = day.atTime(LocalTime.parse(time)).atZone(SHANGHAI).toInstant();
        transactions.run(
                merchant,
                () -> jdbc.sql("UPDATE claims.claim SET filed_at = ? WHERE merchant_id = ? AND id = ?")
                        .params(Timestamp.from(at), merchant.value(), claim.id())
                        .update());
        return claim;
    }

    private Claim filed() {
        var filing = new Filing(
                null,
                null,
                new Filing.Contact("Ada", UUID.randomUUID() + "@example.com", null),
                Channel.PHONE,
                "A blue mug came.",
                Demand.REFUND,
                null,
                null,
                null,
                List.of(),
                Locale.ENGLISH,
                Map.of());
        return claims.file(merchant, filing, new Actor.Customer()).claim();
    }

    private Claim assigned(Claim claim, UUID account) {
        return claims.handle(merchant, claim.id(), new ClaimCommand.Assign(account), new Actor.Product(), null);
    }

    private Claim now(Claim claim) {
        return claims.find(merchant, claim.id()).orElseThrow();
    }

    private @Nullable UUID assignee(Claim claim) {
        return now(claim).assignee();
    }

    private List<UUID> assignees(Claim... some) {
        return Arrays.stream(some)
                .map(this::assignee)
                .flatMap(Stream::ofNullable)
                .toList();
    }
}
