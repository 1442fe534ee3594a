package org.redress.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Accounts;
import org.redress.access.Merchants;
import org.redress.access.OneTimeLinks;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Channel;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Claims;
import org.redress.claims.Filing;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Demand;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Problem;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Claims are given to people, and taken from those who are away. */
@RedressTest
class RotaIT {
    @Autowired
    Rota rota;

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

    MerchantId merchant = new MerchantId(new UUID(0, 0));
    UUID jo = merchant.value();
    UUID li = merchant.value();
    Viewer boss = new Viewer(merchant, new Actor.Product(), Set.of());

    @BeforeEach
    void found() {
        merchant = OwnMerchant.found(merchants);
        jo = agent("Jo Park");
        li = agent("Li Wei");
        boss = new Viewer(merchant, new Actor.Staff(new UUID(9, 9), "Sue"), Set.of(Role.AGENT, Role.SUPERVISOR));
    }

    private UUID agent(String name) {
        var path = accounts.invite(merchant, UUID.randomUUID() + "@example.org", name, Set.of(Role.AGENT));
        links.choosePassword(path.substring("/password/".length()), "a few words in a row");
        return accounts.all(merchant).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Claim filed(String order, String email, Locale language) {
        var filing = new Filing(
                order,
                null,
                new Filing.Contact("Ada", email, null),
                Channel.API,
                "A blue mug came.",
                Demand.REFUND,
                null,
                null,
                null,
                List.of(new Filing.Line(new Sku("MUG-RED"), 1, Problem.WRONG_ITEM, null)),
                language,
                Map.of());
        return claims.file(merchant, filing, new Actor.Customer()).claim();
    }

    private @Nullable UUID assignee(Claim claim) {
        return claims.find(merchant, claim.id()).orElseThrow().assignee();
    }

    private void isGivenTo(Claim claim, UUID account) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(assignee(claim)).isEqualTo(account));
    }

    private static Member speaking(UUID account, String... languages) {
        return new Member(account, true, Set.of(languages), Set.of(), Set.of(), 25, null, null, null);
    }

    @Test
    void by_itself_a_claim_goes_to_who_speaks_the_language_and_then_to_who_knows_the_customer() {
        rota.change(boss, speaking(jo, "en"));
        rota.change(boss, speaking(li, "zh", "en"));
        rota.byItself(boss, true);
        isGivenTo(filed("O-1", "wang@example.com", Locale.SIMPLIFIED_CHINESE), li);
        // Jo carries less, and Li knows this customer.
        isGivenTo(filed("O-2", "wang@example.com", Locale.ENGLISH), li);
        isGivenTo(filed("O-3", "ada@example.com", Locale.ENGLISH), jo);
    }

    @Test
    void a_claim_goes_to_who_knows_about_what_is_wrong() {
        rota.change(boss, new Member(jo, true, Set.of(), Set.of(), Set.of(Problem.DAMAGED), 25, null, null, null));
        rota.byItself(boss, true);
        isGivenTo(filed("O-1", "ada@example.com", Locale.ENGLISH), li);
        isGivenTo(filed("O-2", "bo@example.com", Locale.ENGLISH), li);
    }

    @Test
    void by_hand_nothing_is_given_and_by_itself_what_comes_is() {
        var claim = filed("O-1", "ada@example.com", Locale.ENGLISH);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("SELECT count(*) FROM event_publication WHERE completion_date IS NULL")
                                .query(Long.class)
                                .single()
                        == 0);
        assertThat(assignee(claim)).isNull();
        rota.byItself(boss, true);
        var next = filed("O-2", "grace@example.com", Locale.ENGLISH);
        await().atMost(Duration.ofSeconds(20)).until(() -> assignee(next) != null);
    }

    @Test
    void what_somebody_away_has_goes_to_their_deputy_and_without_anybody_it_is_free() {
        var claim = filed("O-1", "ada@example.com", Locale.ENGLISH);
        claims.handle(merchant, claim.id(), new ClaimCommand.Assign(jo), boss.actor(), null);
        var ago = Instant.now().minusSeconds(60);
        rota.change(boss, new Member(jo, true, Set.of(), Set.of(), Set.of(), 25, ago, null, li));
        isGivenTo(claim, li);
        rota.change(boss, new Member(li, true, Set.of(), Set.of(), Set.of(), 25, ago, null, null));
        await().atMost(Duration.ofSeconds(20)).until(() -> assignee(claim) == null);
    }

    @Test
    void who_comes_back_before_the_claims_are_handed_over_keeps_them() {
        var claim = filed("O-1", "ada@example.com", Locale.ENGLISH);
        claims.handle(merchant, claim.id(), new ClaimCommand.Assign(jo), boss.actor(), null);
        transactions.run(merchant, () -> {
            rota.change(
                    boss,
                    new Member(
                            jo,
                            true,
                            Set.of(),
                            Set.of(),
                            Set.of(),
                            25,
                            Instant.now().minusSeconds(60),
                            null,
                            li));
            assertThat(handingOver()).isOne();
            rota.change(boss, Member.usual(jo));
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> handingOver() == 0);
        assertThat(assignee(claim)).isEqualTo(jo);
    }

    private long handingOver() {
        return jdbc.sql("SELECT count(*) FROM scheduled_tasks WHERE task_name = 'rota-hand-over' AND task_instance = ?")
                .param(merchant + "/" + jo)
                .query(Long.class)
                .single();
    }

    @Test
    void one_speaks_for_oneself_and_a_supervisor_for_all() {
        var own = new Viewer(merchant, new Actor.Staff(jo, "Jo Park"), Set.of(Role.AGENT));
        rota.change(own, speaking(jo, "en"));
        assertThatThrownBy(() -> rota.change(own, speaking(li, "en"))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> rota.byItself(own, true)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> rota.change(boss, speaking(UUID.randomUUID(), "en")))
                .isInstanceOf(Refused.class);
        var stranger = new Viewer(OwnMerchant.found(merchants), boss.actor(), Set.of(Role.AGENT, Role.SUPERVISOR));
        assertThatThrownBy(() -> rota.change(stranger, speaking(jo, "en"))).isInstanceOf(Refused.class);
    }

    @Test
    void impossible_arrangements_are_refused() {
        var now = Instant.now();
        for (var member : List.of(
                new Member(jo, true, Set.of(), Set.of(), Set.of(), 0, null, null, null),
                new Member(jo, true, Set.of(), Set.of(), Set.of(), 100, null, null, null),
                new Member(jo, true, Set.of("xx"), Set.of(), Set.of(), 5, null, null, null),
                new Member(jo, true, Set.of(), Set.of(), Set.of(), 5, now, now.minusSeconds(1), null),
                new Member(jo, true, Set.of(), Set.of(), Set.of(), 5, null, now, null),
                new Member(jo, true, Set.of(), Set.of(), Set.of(), 5, Instant.MAX, null, null),
                new Member(jo, true, Set.of(), Set.of(), Set.of(), 5, now, Instant.MAX, null),
                new Member(jo, true, Set.of(), Set.of(), Set.of(), 5, now, null, jo),
                new Member(jo, true, Set.of(), Set.of(), Set.of(), 5, now, null, UUID.randomUUID()))) {
            assertThatThrownBy(() -> rota.change(boss, member))
                    .as(member.toString())
                    .isInstanceOf(Refused.class);
        }
        assertThat(rota.places(merchant))
                .extracting(Rota.Place::member)
                .containsOnly(Member.usual(jo), Member.usual(li));
    }
}
