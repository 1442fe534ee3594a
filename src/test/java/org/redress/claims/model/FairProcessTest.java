package org.redress.claims.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimState;
import org.redress.claims.ClosedBy;
import org.redress.claims.Offer;
import org.redress.claims.Owed;
import org.redress.claims.Route;
import org.redress.claims.model.ClaimLifecycle.Outcome;
import org.redress.kernel.Actor;

/** Nobody decides alone against a customer, nor twice (domain.md F6). */
class FairProcessTest {
    private static final Actor KEY = new Actor.Program(new UUID(2, 1), "demo");
    private static final Actor OTHER_KEY = new Actor.Program(new UUID(2, 2), "other");

    private static String code(Claim claim, ClaimCommand command, Actor actor) {
        return switch (ClaimLifecycle.decide(claim, command, actor, Sample.MONDAY)) {
            case Outcome.Moved _ -> "moved";
            case Outcome.No(var refusal) -> refusal.code();
        };
    }

    private static ClaimCommand review(boolean confirmed) {
        return new ClaimCommand.ReviewRejection(confirmed, null);
    }

    @Test
    void an_offer_is_approved_by_another_person_or_key_than_its_proposer_whatever_their_roles() {
        var approve = new ClaimCommand.DecideApproval(Sample.OFFER, true, null);
        // A name that changed and roles that were added make nobody another person.
        var samePerson = new Actor.Staff(new UUID(1, 1), "Ann, now a supervisor");
        assertThat(code(Sample.awaitingApproval(), approve, samePerson)).isEqualTo("OWN_OFFER");
        assertThat(code(Sample.awaitingApproval(), approve, KEY)).isEqualTo("moved");
        var byKey = Sample.after(
                Sample.after(Sample.submitted(), KEY, new ClaimCommand.Accept(null)),
                KEY,
                Sample.offer(Sample.KEEP, true));
        assertThat(code(byKey, approve, KEY)).isEqualTo("OWN_OFFER");
        assertThat(code(byKey, approve, OTHER_KEY)).isEqualTo("moved");
        assertThat(code(byKey, approve, Sample.SUPERVISOR)).isEqualTo("moved");
    }

    @Test
    void a_rejection_waits_for_a_second_person_within_eight_hours() {
        var pending = Sample.rejectionPending();
        assertThat(pending.state().name()).isEqualTo(ClaimState.Name.REJECTED);
        assertThat(pending.rejection()).isNull();
        assertThat(pending.owed())
                .isEqualTo(new Owed(Owed.Party.SUPERVISOR, Sample.MONDAY, Sample.MONDAY.plus(Duration.ofHours(8))));
        assertThat(code(pending, review(true), Sample.AGENT)).isEqualTo("OWN_REJECTION");
        assertThat(code(pending, review(false), Sample.AGENT)).isEqualTo("OWN_REJECTION");
        assertThat(code(pending, review(true), Sample.SUPERVISOR)).isEqualTo("moved");
        var byKey = Sample.after(Sample.submitted(), KEY, new ClaimCommand.Reject("No."));
        assertThat(code(byKey, review(true), KEY)).isEqualTo("OWN_REJECTION");
        assertThat(code(byKey, review(true), OTHER_KEY)).isEqualTo("moved");
    }

    @Test
    void a_confirmed_rejection_stands_and_is_not_reviewed_again() {
        var rejected = Sample.rejected();
        assertThat(rejected.rejection()).isNotNull();
        assertThat(rejected.owed().by()).isEqualTo(Owed.Party.NOBODY);
        assertThat(code(rejected, review(false), Sample.COLLEAGUE)).isEqualTo("NOT_NOW");
        assertThat(code(Sample.submitted(), review(true), Sample.SUPERVISOR)).isEqualTo("NOT_NOW");
    }

    @Test
    void an_overruled_rejection_goes_back_to_where_it_came_from_and_to_somebody_else() {
        for (var from : List.of(Sample.submitted(), Sample.accepted())) {
            var taken = Sample.after(from, Sample.AGENT, new ClaimCommand.Assign(new UUID(1, 1)));
            var pending = Sample.after(taken, Sample.AGENT, new ClaimCommand.Reject("No."));
            var back = Sample.after(pending, Sample.SUPERVISOR, review(false));
            assertThat(back.state()).isEqualTo(from.state());
            assertThat(back.owed().by()).isEqualTo(Owed.Party.AGENT);
            assertThat(back.assignee()).isNull();
            assertThat(code(back, new ClaimCommand.Reject("No, no."), Sample.AGENT))
                    .isEqualTo("HANDLED_BEFORE");
            assertThat(code(back, new ClaimCommand.Assign(new UUID(1, 1)), Sample.SUPERVISOR))
                    .isEqualTo("HANDLED_BEFORE");
            assertThat(code(back, new ClaimCommand.Reject("No."), Sample.SUPERVISOR))
                    .isEqualTo("moved");
        }
    }

    @Test
    void the_customer_can_neither_appeal_nor_reopen_what_they_have_not_been_told_but_can_take_it_back() {
        var pending = Sample.rejectionPending();
        assertThat(code(pending, new ClaimCommand.Appeal(null), Sample.CUSTOMER))
                .isEqualTo("NOT_NOW");
        assertThat(code(pending, new ClaimCommand.Reopen(null), Sample.CUSTOMER))
                .isEqualTo("NOT_NOW");
        assertThat(code(pending, new ClaimCommand.Withdraw(null), Sample.CUSTOMER))
                .isEqualTo("moved");
        assertThat(code(Sample.rejected(), new ClaimCommand.Withdraw(null), Sample.CUSTOMER))
                .isEqualTo("NOT_NOW");
        // A program that speaks for customers has told them itself.
        assertThat(code(pending, new ClaimCommand.Appeal(null), KEY)).isEqualTo("moved");
    }

    @Test
    void an_appeal_is_decided_by_somebody_who_has_not_decided_before() {
        var assigned = Sample.after(Sample.rejected(), Sample.AGENT, new ClaimCommand.Assign(new UUID(1, 1)));
        var appealed = Sample.after(assigned, Sample.CUSTOMER, new ClaimCommand.Appeal("Look again"));
        assertThat(appealed.assignee()).isNull();
        for (var before : List.of(Sample.AGENT, Sample.SUPERVISOR)) {
            assertThat(code(appealed, new ClaimCommand.Accept(null), before)).isEqualTo("HANDLED_BEFORE");
            assertThat(code(appealed, new ClaimCommand.Reject("No."), before)).isEqualTo("HANDLED_BEFORE");
            // What decides nothing is open to everybody.
            assertThat(code(appealed, new ClaimCommand.AskInformation(List.of(), "Which?"), before))
                    .isEqualTo("moved");
        }
        var accepted = Sample.after(appealed, Sample.COLLEAGUE, new ClaimCommand.Accept(null));
        assertThat(code(accepted, Sample.offer(Sample.KEEP, false), Sample.AGENT))
                .isEqualTo("HANDLED_BEFORE");
        assertThat(code(accepted, Sample.offer(Sample.KEEP, false), Sample.COLLEAGUE))
                .isEqualTo("moved");
        var waiting = Sample.after(accepted, Sample.COLLEAGUE, Sample.offer(Sample.KEEP, true));
        assertThat(code(waiting, new ClaimCommand.DecideApproval(Sample.OFFER, true, null), Sample.SUPERVISOR))
                .isEqualTo("HANDLED_BEFORE");
        var again = Sample.after(accepted, Sample.COLLEAGUE, new ClaimCommand.Reject("No."));
        assertThat(code(again, review(true), Sample.SUPERVISOR)).isEqualTo("HANDLED_BEFORE");
    }

    @Test
    void an_escalated_claim_leaves_whoever_made_the_last_offer() {
        var declined =
                Sample.after(Sample.offered(), Sample.CUSTOMER, new ClaimCommand.DeclineOffer(Sample.OFFER, "No"));
        var escalated = Sample.after(declined, Sample.CUSTOMER, new ClaimCommand.Escalate("Somebody senior"));
        var next = new ClaimCommand.MakeOffer(new UUID(8, 8), Sample.KEEP, false, Sample.MONDAY.plus(Clocks.OFFER));
        assertThat(code(escalated, next, Sample.AGENT)).isEqualTo("HANDLED_BEFORE");
        assertThat(code(escalated, next, Sample.COLLEAGUE)).isEqualTo("moved");
    }

    @Test
    void a_key_that_is_used_alone_for_the_whole_way_is_not_locked_out() {
        var rejected = Sample.after(Sample.submitted(), KEY, new ClaimCommand.Reject("No."));
        var appealed = Sample.after(rejected, KEY, new ClaimCommand.Appeal(null));
        assertThat(appealed.decidedBefore()).containsExactly(KEY.identity());
        var accepted = Sample.after(appealed, KEY, new ClaimCommand.Accept(null));
        assertThat(code(accepted, Sample.offer(Sample.KEEP, false), KEY)).isEqualTo("moved");
    }

    @Test
    void the_reason_of_an_offer_stands_on_it_through_every_answer() {
        var offered = Sample.after(
                Sample.accepted(),
                Sample.AGENT,
                new ClaimCommand.MakeOffer(
                        Sample.OFFER, Sample.KEEP, true, Sample.MONDAY.plus(Clocks.OFFER), "The rest is on its way"));
        var open = Sample.after(offered, Sample.SUPERVISOR, new ClaimCommand.DecideApproval(Sample.OFFER, true, null));
        var declined = Sample.after(open, Sample.CUSTOMER, new ClaimCommand.DeclineOffer(Sample.OFFER, null));
        for (var claim : List.of(offered, open, declined)) {
            assertThat(claim.offers()).extracting(Offer::note).containsExactly("The rest is on its way");
        }
    }

    private static ClaimCommand into(Claim other) {
        return new ClaimCommand.Merge(other, false);
    }

    private static Claim other() {
        return Specimens.twin(Sample.submitted());
    }

    @Test
    void a_merged_claim_is_closed_and_stands_again_as_it_stood_when_it_is_separated() {
        for (var before : List.of(
                Sample.submitted(),
                Sample.accepted(),
                Sample.needsInformation(),
                Sample.followingUp(),
                Sample.rejectionPending(),
                Sample.rejected())) {
            var merged = Sample.after(before, Sample.AGENT, into(other()));
            assertThat(merged.state().name()).isEqualTo(ClaimState.Name.CLOSED);
            assertThat(merged.owed().by()).isEqualTo(Owed.Party.NOBODY);
            assertThat(merged.given()).isEqualTo(before.given());
            var again = Sample.after(
                    merged, Sample.AGENT, new ClaimCommand.Separate(), Sample.MONDAY.plus(Duration.ofDays(3)));
            assertThat(again.state()).isEqualTo(before.state());
            assertThat(again.owed()).isEqualTo(before.owed());
        }
    }

    @Test
    void what_cannot_be_merged_is_refused_each_with_its_reason() {
        var claim = Sample.submitted();
        assertThat(code(claim, into(claim), Sample.AGENT)).isEqualTo("MERGE_ITSELF");
        assertThat(code(claim, new ClaimCommand.Merge(other(), true), Sample.AGENT))
                .isEqualTo("MERGE_HOLDS_OTHERS");
        assertThat(code(Sample.executing(), into(other()), Sample.AGENT)).isEqualTo("MERGE_EXECUTING");
        assertThat(code(Sample.offered(), into(other()), Sample.AGENT)).isEqualTo("MERGE_OFFERED");
        assertThat(code(Sample.closed(), into(other()), Sample.AGENT)).isEqualTo("NOT_NOW");
        assertThat(code(Sample.merged(), into(other()), Sample.AGENT)).isEqualTo("NOT_NOW");
        var gone = Sample.after(other(), Sample.CUSTOMER, new ClaimCommand.Withdraw(null));
        assertThat(code(claim, into(gone), Sample.AGENT)).isEqualTo("NOT_NOW");
        assertThat(code(claim, into(Sample.after(other(), Sample.AGENT, into(claim))), Sample.AGENT))
                .isEqualTo("NOT_NOW");
        assertThat(code(claim, new ClaimCommand.Separate(), Sample.AGENT)).isEqualTo("NOT_NOW");
        // A merged claim goes on elsewhere: nothing else moves it.
        for (var command : List.of(
                new ClaimCommand.Reopen(null), new ClaimCommand.Appeal(null), new ClaimCommand.Escalate(null))) {
            assertThat(code(Sample.merged(), command, Sample.CUSTOMER)).isEqualTo("NOT_NOW");
        }
        assertThat(new ClaimState.Closed(ClosedBy.REROUTED).name())
                .isEqualTo(Sample.merged().state().name());
    }

    @Test
    void outside_routes_follow_the_country_the_goods_went_to_and_never_name_the_closed_platform() {
        assertThat(ExternalRoutes.of("CN")).extracting(Route::id).containsExactly("cn-12315", "cn-court");
        assertThat(ExternalRoutes.of("de")).extracting(Route::id).containsExactly("eu-adr", "eu-ecc", "court");
        assertThat(ExternalRoutes.of("NO")).extracting(Route::id).containsExactly("eu-ecc", "court");
        assertThat(ExternalRoutes.of("GB"))
                .extracting(Route::id)
                .containsExactly("gb-advice", "gb-adr", "gb-small-claims");
        assertThat(ExternalRoutes.of("BR")).extracting(Route::id).containsExactly("authority", "court");
        assertThat(ExternalRoutes.of(null)).isEqualTo(ExternalRoutes.of("BR"));
        for (var country : List.of("CN", "DE", "GB", "BR")) {
            assertThat(ExternalRoutes.of(country)).allSatisfy(route -> {
                assertThat(route.source()).isNotBlank();
                assertThat(String.valueOf(route.url())).doesNotContain("/odr");
            });
        }
    }
}
