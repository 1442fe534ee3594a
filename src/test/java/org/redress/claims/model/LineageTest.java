package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimEvent;
import org.redress.claims.Entry;
import org.redress.claims.Filing;
import org.redress.claims.Severity;
import org.redress.claims.Verdict;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.remedy.Area;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;
import org.redress.remedy.dmn.PolicyFile;

class LineageTest {
    private static final Instant SENT = Sample.MONDAY.plus(Duration.ofDays(1));

    private static RemedyPlan plan(Remedy.Kind kind) {
        return new RemedyPlan(List.of(new Remedy(kind, null, List.of(new Remedy.Goods(new Sku("MUG-RED"), 1)))));
    }

    private static Claim agreed(RemedyPlan plan) {
        var offered = Sample.after(Sample.accepted(), Sample.AGENT, Sample.offer(plan, false));
        return Sample.after(offered, Sample.CUSTOMER, new ClaimCommand.AcceptOffer(Sample.OFFER, "Agreed."));
    }

    private static Claim sentAgain(Remedy.Kind kind) {
        return Sample.after(
                agreed(plan(kind)), Sample.PRODUCT, new ClaimCommand.RecordStepDone(Sample.OFFER, 0, "PX-2"), SENT);
    }

    private static Claim second(UUID id, Instant filedAt, String sku) {
        var filing = Sample.filing().withLines(List.of(new Filing.Line(new Sku(sku), 1, Problem.WRONG_ITEM, null)));
        return ClaimHistory.registered(
                Sample.submitted().merchant(), id, "NEXT-0001", filing, Verdict.UNCONFIRMED, Severity.NORMAL, filedAt);
    }

    @Test
    void a_claim_about_what_was_sent_again_follows_the_claim_that_sent_it() {
        for (var kind : List.of(Remedy.Kind.RESHIP, Remedy.Kind.EXCHANGE)) {
            var first = sentAgain(kind);
            assertThat(Lineage.of(Sample.filing(), List.of(first))).contains(first);
        }
    }

    @Test
    void one_about_another_article_or_after_a_refund_or_before_anything_was_sent_follows_none() {
        var first = sentAgain(Remedy.Kind.RESHIP);
        assertThat(Lineage.of(second(new UUID(0, 9), SENT, "TEA").filing(), List.of(first)))
                .isEmpty();
        assertThat(Lineage.of(Sample.filing(), List.of(agreed(plan(Remedy.Kind.RESHIP)), Sample.followingUp())))
                .isEmpty();
        assertThat(Lineage.of(Sample.filing(), List.of())).isEmpty();
        assertThat(Lineage.of(Sample.filing().withLines(List.of()), List.of(first)))
                .isEmpty();
    }

    @Test
    void of_several_the_last_is_followed() {
        var first = sentAgain(Remedy.Kind.RESHIP);
        var other = Lineage.following(first, first);
        assertThat(Lineage.of(Sample.filing(), List.of(first, other)))
                .hasValueSatisfying(found -> assertThat(found).isSameAs(other));
    }

    @Test
    void half_the_time_is_left_until_somebody_has_decided() {
        var first = sentAgain(Remedy.Kind.RESHIP);
        var fresh = second(new UUID(0, 9), SENT, "MUG-RED");
        var following = Lineage.following(fresh, first);
        assertThat(following.follows()).isEqualTo(first.id());
        assertThat(following.owed().due()).isEqualTo(SENT.plus(Clocks.DECISION.dividedBy(2)));
        var decided = Sample.after(fresh, Sample.AGENT, new ClaimCommand.Accept(null), SENT);
        assertThat(Lineage.following(decided, first).owed()).isEqualTo(decided.owed());
        var moved = Sample.after(following, Sample.AGENT, new ClaimCommand.Accept(null), SENT);
        assertThat(moved.follows()).isEqualTo(first.id());
    }

    @Test
    void what_was_on_its_way_only_after_the_second_claim_is_about_the_first_parcel() {
        var first = sentAgain(Remedy.Kind.RESHIP);
        var told = List.of(new Entry(5, SENT, Sample.PRODUCT, new ClaimEvent.StepDone(Sample.OFFER, 0, "PX-2")));
        var before = second(new UUID(0, 9), SENT.minusNanos(1), "MUG-RED");
        var after = second(new UUID(0, 9), SENT, "MUG-RED");
        assertThat(Lineage.isAfter(before, first, told)).isFalse();
        assertThat(Lineage.isAfter(after, first, told)).isTrue();
        assertThat(Lineage.isAfter(after, first, List.of())).isFalse();
    }

    @Test
    void the_second_time_is_grave_and_the_reason_says_why() {
        var recorded = new Recorded().claim("RED", 1, Problem.WRONG_VARIANT, Recorded.came("BLUE", 1));
        var look = FirstLook.of(recorded.facts(), PolicyFile.shipped(Area.OTHER).figures(), "K7QM-29XF");
        assertThat(look.severity()).isEqualTo(Severity.HIGH);
        assertThat(look.reasons().getFirst().key()).isEqualTo("claims.severity.second-time");
        var danger = new Recorded()
                .dangerous("BLUE", Product.Hazard.BATTERY)
                .claim("RED", 1, Problem.WRONG_ITEM, Recorded.came("BLUE", 1));
        assertThat(FirstLook.of(danger.facts(), PolicyFile.shipped(Area.OTHER).figures(), "K7QM-29XF")
                        .severity())
                .isEqualTo(Severity.SAFETY);
    }
}
