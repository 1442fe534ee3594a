package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redress.access.InstantLane;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Severity;
import org.redress.claims.Verdict;
import org.redress.claims.model.ImmediateOffer.Decision;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.redress.kernel.Problem;
import org.redress.remedy.Area;
import org.redress.remedy.Remedy;
import org.redress.remedy.dmn.PolicyFile;

class ImmediateOfferTest {
    private static final Currency POUNDS = Currency.getInstance("GBP");
    private static final InstantLane LANE = new InstantLane(true, new Money(50_00, POUNDS), 0);

    /** A blue mug came for a red one: the photo and the bench say so. */
    private static Recorded proven() {
        return new Recorded()
                .claim("RED", 1, Problem.WRONG_VARIANT, Recorded.came("BLUE", 1))
                .photo(EvidenceKind.ITEM_BARCODE, Recorded.BLUE)
                .packed("RED", 1)
                .packed("BLUE", 1);
    }

    private static Claim claim(Recorded recorded, UUID id) {
        return ClaimHistory.registered(
                new MerchantId(new UUID(0, 1)),
                id,
                "K7QM-29XF",
                recorded.filing(),
                Verdict.CONFIRMED,
                FirstLook.of(recorded.facts(), PolicyFile.shipped(Area.OTHER).figures())
                        .severity(),
                Sample.MONDAY);
    }

    private static Decision decide(Recorded recorded, Claim claim, InstantLane lane) {
        var policy = PolicyFile.shipped(Area.OTHER);
        var choice = policy.options(
                Entitlement.of(claim, recorded.order().orElseThrow(), recorded.facts(), List.of(), Sample.MONDAY));
        return ImmediateOffer.decide(claim, recorded.facts(), recorded.verification(), choice, lane, policy);
    }

    private static Decision decide(Recorded recorded, InstantLane lane) {
        return decide(recorded, claim(recorded, new UUID(0, 99)), lane);
    }

    private static String why(Recorded recorded, InstantLane lane) {
        return decide(recorded, lane).reason().key();
    }

    @Test
    void what_two_records_prove_and_costs_little_is_offered_as_the_customer_asked() {
        assertThat(decide(proven(), LANE))
                .isInstanceOfSatisfying(
                        Decision.AtOnce.class,
                        offered -> assertThat(offered.option().plan().has(Remedy.Kind.REFUND))
                                .isTrue());
    }

    @Test
    void the_merchant_decides_whether_there_is_a_lane_and_where_it_ends() {
        assertThat(why(proven(), InstantLane.off(POUNDS))).isEqualTo("claims.lane.off");
        assertThat(why(proven(), new InstantLane(true, new Money(1_00, POUNDS), 0)))
                .isEqualTo("claims.lane.above-cap");
    }

    @Test
    void one_record_is_not_enough_and_danger_is_never_left_to_a_machine() {
        var photoOnly = new Recorded()
                .claim("RED", 1, Problem.WRONG_VARIANT, Recorded.came("BLUE", 1))
                .photo(EvidenceKind.ITEM_BARCODE, Recorded.BLUE);
        assertThat(why(photoOnly, LANE)).isEqualTo("claims.lane.not-confirmed");
        var danger = proven().dangerous("BLUE", org.redress.orders.Product.Hazard.BATTERY);
        assertThat(claim(danger, new UUID(0, 1)).severity()).isEqualTo(Severity.SAFETY);
        assertThat(why(danger, LANE)).isEqualTo("claims.lane.safety");
    }

    @Test
    void a_doubt_in_any_check_is_a_person_s_to_weigh() {
        assertThat(why(proven().reachedAt("eve@example.com", null), LANE)).isEqualTo("claims.lane.doubt");
        assertThat(why(proven().claimedElsewhere("RED", 2), LANE)).isEqualTo("claims.lane.doubt");
        assertThat(why(proven().remediedElsewhere("RED", 1), LANE)).isEqualTo("claims.lane.doubt");
        assertThat(why(proven().alike("Q7AA-1111"), LANE)).isEqualTo("claims.lane.doubt");
    }

    @Test
    void where_somebody_has_begun_the_lane_keeps_out() {
        var recorded = proven();
        var accepted = Sample.after(claim(recorded, new UUID(0, 99)), Sample.AGENT, new ClaimCommand.Accept(null));
        assertThat(decide(recorded, accepted, LANE).reason().key()).isEqualTo("claims.lane.under-way");
    }

    @Test
    void of_a_hundred_about_as_many_are_audited_as_the_merchant_says_and_always_the_same_ones() {
        var recorded = proven();
        var lane = new InstantLane(true, new Money(50_00, POUNDS), 20);
        var claims = IntStream.range(0, 1000)
                .mapToObj(_ -> claim(recorded, Ids.next()))
                .toList();
        var first = claims.stream().map(claim -> decide(recorded, claim, lane)).toList();
        assertThat(first.stream().filter(Decision.Audit.class::isInstance).count())
                .isBetween(140L, 260L);
        assertThat(claims.stream().map(claim -> decide(recorded, claim, lane))).isEqualTo(first);
    }
}
