package org.redress.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.ApiKeys;
import org.redress.access.Merchants;
import org.redress.access.Role;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Claims;
import org.redress.claims.Matters;
import org.redress.correspondence.Message;
import org.redress.correspondence.Messages;
import org.redress.kernel.Actor;
import org.redress.kernel.Demand;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refused;
import org.redress.manners.Matter;
import org.redress.testing.Api;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Of the two customers of a swap, neither is told of the other, in whatever words an agent may try. */
@RedressTest
class ConfidenceIT {
    private static final Actor AGENT = new Actor.Staff(new UUID(1, 1), "Ann");

    @LocalServerPort
    int port;

    @Autowired
    Merchants merchants;

    @Autowired
    ApiKeys keys;

    @Autowired
    Claims claims;

    @Autowired
    Messages messages;

    @Autowired
    Matters matters;

    @Autowired
    Outreaches outreaches;

    private MerchantId merchant;
    private SwapBench bench;
    private Claim kettle;

    @BeforeEach
    void a_kettle_and_a_lamp_were_swapped() {
        merchant = OwnMerchant.found(merchants);
        bench = new SwapBench(Api.sample(port).withKey(keys.create(merchant, "Outreach", EnumSet.allOf(Role.class))));
        kettle = claims.find(merchant, UUID.fromString(bench.kettlesClaim())).orElseThrow();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !outreaches.ofClaim(merchant, kettle.id()).isEmpty());
    }

    private void isRefused(String pointer, ThrowingCallable act) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(act)
                .satisfies(refused -> assertThat(refused.refusal().faults())
                        .singleElement()
                        .satisfies(fault -> {
                            assertThat(fault.code()).isEqualTo("CONFIDENTIAL");
                            assertThat(fault.pointer()).isEqualTo(pointer);
                        }));
    }

    @Test
    void the_other_side_and_nobody_of_ones_own_is_known_as_somebody_to_keep_quiet_about() {
        var matter = matters.of(kettle);
        assertThat(matter.others().people()).extracting(Matter.Person::name).contains("LAMP Buyer");
        assertThat(matter.others().numbers())
                .contains(bench.lamp(), "T" + bench.lamp())
                .doesNotContain(bench.kettle());
        assertThat(matter.numbers()).contains(bench.kettle(), "T" + bench.kettle(), kettle.number());
        assertThat(matter.others().colleagues()).contains("op-3", "op-9");
        assertThat(matter.articles()).contains("Steel kettle", "Desk lamp");
    }

    @Test
    void whoever_was_led_here_by_another_is_told_nothing_of_them() {
        var outreach = outreaches.ofClaim(merchant, kettle.id()).getFirst();
        outreaches.wrong(merchant, outreach.id(), 1, Demand.RESHIP, "en");
        var filed = outreaches.find(merchant, outreach.id()).orElseThrow().filed();
        var lamp = claims.find(merchant, Objects.requireNonNull(filed)).orElseThrow();
        assertThat(matters.of(lamp).others().numbers()).contains(bench.kettle(), kettle.number());
        isRefused(
                "/message",
                () -> messages.write(
                        merchant, lamp.id(), Ids.next(), "Your parcel went out as " + kettle.number() + ".", AGENT));
    }

    @Test
    void no_message_question_reason_or_note_with_somebody_else_in_it_leaves() {
        var name = "We are sorry. Your kettle is with LAMP Buyer in the next street.";
        isRefused("/message", () -> messages.write(merchant, kettle.id(), Ids.next(), name, AGENT));
        isRefused(
                "/message",
                () -> claims.handle(
                        merchant,
                        kettle.id(),
                        new ClaimCommand.AskInformation(List.of("ITEM"), "Is it order " + bench.lamp() + "?"),
                        AGENT,
                        null));
        isRefused(
                "/reason",
                () -> claims.handle(
                        merchant,
                        kettle.id(),
                        new ClaimCommand.Reject("The scanner of op-3 says that all is right.", null),
                        AGENT,
                        null));
        var plan =
                claims.remedyOptions(merchant, kettle.id()).options().getFirst().plan();
        claims.handle(merchant, kettle.id(), new ClaimCommand.Accept(null), AGENT, null);
        isRefused(
                "/note",
                () -> claims.offer(merchant, kettle.id(), plan, "The other parcel was T" + bench.lamp(), AGENT, null));
        assertThat(messages.all(merchant, kettle.id()).toList())
                .extracting(Message::author)
                .doesNotContain(AGENT);
    }

    @Test
    void what_is_the_customers_own_may_be_said() {
        var words = "Dear KETTLE Buyer, your order " + bench.kettle() + " with parcel T" + bench.kettle()
                + " held a Desk lamp instead of a Steel kettle. It went to 1 High St, Leeds.";
        messages.write(merchant, kettle.id(), Ids.next(), words, AGENT);
        assertThat(messages.all(merchant, kettle.id()).toList())
                .last()
                .extracting(Message::body)
                .isEqualTo(words);
    }
}
