package org.redress.rota.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
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
import org.redress.claims.Promises;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Demand;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;
import org.redress.rota.Member;
import org.redress.rota.store.MemberTable;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A claim that found nobody when it came finds somebody later. */
@RedressTest
class WaitingIT {
    @Autowired
    RotaDesk desk;

    @Autowired
    Claims claims;

    @Autowired
    Promises promises;

    @Autowired
    Merchants merchants;

    @Autowired
    Accounts accounts;

    @Autowired
    OneTimeLinks links;

    @Autowired
    MemberTable members;

    @Autowired
    MerchantTransactions transactions;

    @Test
    void what_waits_is_given_once_somebody_is_there_and_only_where_it_is_given_by_itself() {
        var merchant = OwnMerchant.found(merchants);
        var boss = new Viewer(merchant, new Actor.Staff(new UUID(9, 9), "Sue"), Set.of(Role.SUPERVISOR));
        var claim = claims.file(merchant, filing(Locale.ENGLISH), new Actor.Customer())
                .claim();
        desk.byItself(boss, true);
        desk.giveWaiting(merchant);
        assertThat(claims.find(merchant, claim.id()).orElseThrow().assignee()).isNull();

        agent(merchant);
        desk.byItself(boss, false);
        desk.giveWaiting(merchant);
        assertThat(claims.find(merchant, claim.id()).orElseThrow().assignee()).isNull();

        desk.byItself(boss, true);
        desk.giveWaiting(merchant);
        assertThat(claims.find(merchant, claim.id()).orElseThrow().assignee())
                .isEqualTo(accounts.all(merchant).getFirst().id());
    }

    @Test
    void who_writes_while_it_is_their_turn_finds_somebody() {
        var merchant = OwnMerchant.found(merchants);
        var boss = new Viewer(merchant, new Actor.Staff(new UUID(9, 9), "Sue"), Set.of(Role.SUPERVISOR));
        agent(merchant);
        var jo = accounts.all(merchant).getFirst().id();
        var claim = asked(merchant);
        desk.byItself(boss, true);
        desk.give(merchant, claim.id());
        desk.giveWaiting(merchant);
        assertThat(claims.find(merchant, claim.id()).orElseThrow().assignee()).isNull();

        promises.wrote(merchant, claim.id(), Instant.now().truncatedTo(ChronoUnit.MICROS));
        await().untilAsserted(() -> assertThat(
                        claims.find(merchant, claim.id()).orElseThrow().assignee())
                .isEqualTo(jo));
    }

    @Test
    void who_wrote_when_nobody_fitted_finds_somebody_later() {
        var merchant = OwnMerchant.found(merchants);
        var boss = new Viewer(merchant, new Actor.Staff(new UUID(9, 9), "Sue"), Set.of(Role.SUPERVISOR));
        var claim = asked(merchant);
        promises.wrote(merchant, claim.id(), Instant.now().truncatedTo(ChronoUnit.MICROS));
        agent(merchant);
        desk.byItself(boss, true);
        desk.giveWaiting(merchant);
        assertThat(claims.find(merchant, claim.id()).orElseThrow().assignee())
                .isEqualTo(accounts.all(merchant).getFirst().id());
    }

    @Test
    void what_fits_nobody_keeps_nothing_else_waiting() {
        var merchant = OwnMerchant.found(merchants);
        var boss = new Viewer(merchant, new Actor.Staff(new UUID(9, 9), "Sue"), Set.of(Role.SUPERVISOR));
        agent(merchant);
        var jo = accounts.all(merchant).getFirst().id();
        desk.change(boss, new Member(jo, true, Set.of("en"), Set.of(), Set.of(), 25, null, null, null));
        for (int i = 0; i <= Page.USUAL; i++) {
            claims.file(merchant, filing(Locale.SIMPLIFIED_CHINESE), new Actor.Customer());
        }
        var fitting = claims.file(merchant, filing(Locale.ENGLISH), new Actor.Customer())
                .claim();
        desk.byItself(boss, true);
        desk.giveWaiting(merchant);
        assertThat(claims.find(merchant, fitting.id()).orElseThrow().assignee()).isEqualTo(jo);
    }

    @Test
    void however_many_give_at_once_nobody_gets_more_than_they_carry() throws Exception {
        for (int time = 0; time < 5; time++) {
            var merchant = OwnMerchant.found(merchants);
            var boss = new Viewer(merchant, new Actor.Staff(new UUID(9, 9), "Sue"), Set.of(Role.SUPERVISOR));
            agent(merchant);
            var jo = accounts.all(merchant).getFirst().id();
            desk.change(boss, new Member(jo, true, Set.of(), Set.of(), Set.of(), 2, null, null, null));
            var waiting = Stream.generate(() -> claims.file(merchant, filing(Locale.ENGLISH), new Actor.Customer())
                            .claim()
                            .id())
                    .limit(8)
                    .toList();
            transactions.run(merchant, () -> members.byItself(merchant, true));
            var start = new CyclicBarrier(waiting.size());
            var given = new ArrayList<Future<?>>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                waiting.forEach(claim -> given.add(threads.submit(() -> {
                    start.await();
                    desk.give(merchant, claim);
                    return claim;
                })));
            }
            for (var each : given) {
                each.get();
            }
            assertThat(waiting.stream()
                            .flatMap(claim -> Stream.ofNullable(
                                    claims.find(merchant, claim).orElseThrow().assignee())))
                    .containsExactly(jo, jo);
        }
    }

    /** A claim on which it is the customer’s turn. */
    private Claim asked(MerchantId merchant) {
        var filed = claims.file(merchant, filing(Locale.ENGLISH), new Actor.Customer())
                .claim();
        var question = new ClaimCommand.AskInformation(List.of(), "Which colour?");
        return claims.handle(merchant, filed.id(), question, new Actor.Product(), null);
    }

    private void agent(MerchantId merchant) {
        var path = accounts.invite(merchant, UUID.randomUUID() + "@example.org", "Jo Park", Set.of(Role.AGENT));
        links.choosePassword(path.substring("/password/".length()), "a few words in a row");
    }

    private static Filing filing(Locale language) {
        return new Filing(
                null,
                null,
                new Filing.Contact("Ada", "ada@example.com", null),
                Channel.PHONE,
                "A blue mug came.",
                Demand.REFUND,
                null,
                null,
                null,
                List.of(),
                language,
                Map.of());
    }
}
