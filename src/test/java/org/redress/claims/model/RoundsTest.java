package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimState;
import org.redress.claims.Given;
import org.redress.claims.Offer;
import org.redress.claims.Severity;
import org.redress.claims.Verdict;
import org.redress.claims.model.ClaimLifecycle.Outcome;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.remedy.Area;
import org.redress.remedy.PolicySet;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;
import org.redress.remedy.RemedyVerdict;
import org.redress.remedy.dmn.PolicyFile;

/** Two claims on one order, round after round: offers by the policy, answers, steps, appeals, in any sequence. */
class RoundsTest {
    private static final PolicySet POLICY = PolicyFile.shipped(Area.OTHER);

    private final Recorded[] recorded = new Recorded[2];
    private final Claim[] claims = new Claim[2];
    private Random random = new Random();
    private long offered;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void however_it_goes_no_more_is_promised_or_given_than_was_ordered_and_paid(long seed) {
        random = new Random(seed);
        for (int walk = 0; walk < 20; walk++) {
            begin();
            for (int step = 0; step < 150; step++) {
                move(random.nextInt(2));
                assertWithinTheOrder();
            }
        }
        assertThat(offered).isGreaterThan(100);
    }

    private void begin() {
        for (int i = 0; i < 2; i++) {
            recorded[i] = new Recorded();
            for (int lines = random.nextInt(3); lines >= 0; lines--) {
                var sku = random.nextBoolean() ? "RED" : "TEA";
                var problem = pick(List.of(Problem.values()));
                recorded[i].claim(sku, 1 + random.nextInt(2), problem, null);
            }
            claims[i] = ClaimHistory.registered(
                    new MerchantId(new UUID(0, 1)),
                    new UUID(0, 2 + i),
                    "K7QM-29XF",
                    recorded[i].filing(),
                    Verdict.UNCONFIRMED,
                    Severity.NORMAL,
                    Sample.MONDAY);
        }
    }

    private Order order() {
        return recorded[0].order().orElseThrow();
    }

    private void move(int which) {
        var claim = claims[which];
        var offer = claim.currentOffer();
        switch (claim.state()) {
            case ClaimState.Submitted _ -> send(which, new ClaimCommand.Accept(null));
            case ClaimState.Accepted _ -> offer(which);
            case ClaimState.Offered _ when offer != null -> answer(which, offer);
            case ClaimState.Executing(var id, var _, var owed, var _, var _) ->
                send(which, new ClaimCommand.RecordStepDone(id, pick(List.copyOf(owed)), "re"));
            default ->
                send(which, random.nextBoolean() ? new ClaimCommand.Reopen(null) : new ClaimCommand.Appeal(null));
        }
        // A report that comes twice, at any time.
        claims[which].offers().stream()
                .filter(made -> made.state() == Offer.State.ACCEPTED)
                .findFirst()
                .ifPresent(made -> {
                    var done = claims[which].given().stream()
                            .filter(given -> given.offer().equals(made.id()))
                            .findFirst();
                    done.ifPresent(
                            given -> send(which, new ClaimCommand.RecordStepDone(made.id(), given.position(), "re")));
                });
    }

    private void offer(int which) {
        var remedyCase = Entitlement.of(
                claims[which], order(), recorded[which].facts(), List.of(claims[1 - which]), Sample.MONDAY);
        var options = POLICY.options(remedyCase).options();
        var plan = options.isEmpty() || random.nextBoolean()
                ? anyPlan()
                : pick(options).plan();
        if (POLICY.judge(remedyCase, plan) instanceof RemedyVerdict.Allowed allowed) {
            offered++;
            var id = new UUID(random.nextLong(), random.nextLong());
            send(which, new ClaimCommand.MakeOffer(id, plan, allowed.approvalNeeded(), Sample.MONDAY));
        } else {
            assertThat(options).extracting(option -> option.plan()).doesNotContain(plan);
        }
    }

    private RemedyPlan anyPlan() {
        var remedies = new ArrayList<Remedy>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            var kind = pick(List.of(Remedy.Kind.values()));
            var goods = new Remedy.Goods(new Sku(random.nextBoolean() ? "RED" : "TEA"), 1 + random.nextInt(2));
            var amount = kind.movesMoney() ? new Money(1 + random.nextInt(4_000), order().currency()) : null;
            remedies.add(new Remedy(kind, amount, random.nextInt(4) == 0 ? List.of() : List.of(goods)));
        }
        return new RemedyPlan(remedies);
    }

    private void answer(int which, Offer offer) {
        var id = offer.id();
        if (offer.state() == Offer.State.AWAITING_APPROVAL) {
            send(which, new ClaimCommand.DecideApproval(id, random.nextInt(4) > 0, null));
            return;
        }
        send(
                which,
                switch (random.nextInt(6)) {
                    case 0 -> new ClaimCommand.DeclineOffer(id, null);
                    case 1 -> new ClaimCommand.CounterOffer(id, anyPlan(), null);
                    case 2 -> new ClaimCommand.WithdrawOffer(id);
                    case 3 -> new ClaimCommand.ExpireOffer(id);
                    default -> new ClaimCommand.AcceptOffer(id, "yes");
                });
    }

    private void send(int which, ClaimCommand command) {
        var actor = command instanceof ClaimCommand.DecideApproval ? Sample.SUPERVISOR : Sample.AGENT;
        if (ClaimLifecycle.decide(claims[which], command, actor, now(command))
                instanceof Outcome.Moved(var next, var events)) {
            claims[which] = ClaimHistory.after(claims[which], next, events, Sample.MONDAY, Spans.USUAL);
        }
    }

    private static Instant now(ClaimCommand command) {
        return command instanceof ClaimCommand.ExpireOffer ? Instant.MAX : Sample.MONDAY;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private void assertWithinTheOrder() {
        var promised = Stream.of(claims)
                .flatMap(claim -> claim.offers().stream())
                .filter(offer -> offer.state() == Offer.State.OPEN
                        || offer.state() == Offer.State.AWAITING_APPROVAL
                        || offer.state() == Offer.State.ACCEPTED)
                .map(Offer::plan)
                .toList();
        var given = IntStream.range(0, 2)
                .mapToObj(i -> new RemedyPlan(
                        claims[i].given().stream().map(Given::remedy).toList()))
                .toList();
        assertWithin(promised);
        assertWithin(given);
        assertThat(Stream.of(claims))
                .allSatisfy(claim -> assertThat(claim.given()).doesNotHaveDuplicates());
    }

    private void assertWithin(List<RemedyPlan> plans) {
        var currency = order().currency();
        assertThat(plans.stream()
                        .mapToLong(plan -> plan.money(currency).minor())
                        .sum())
                .isLessThanOrEqualTo(order().paid().minor());
        for (var sku : List.of(new Sku("RED"), new Sku("TEA"))) {
            assertThat(plans.stream()
                            .mapToLong(plan -> plan.sent(sku) + plan.refunded(sku))
                            .sum())
                    .isLessThanOrEqualTo(order().ordered(sku));
        }
    }
}
