package org.redress.correspondence.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.claims.CauseCode;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Filing;
import org.redress.correspondence.Message.Direction;
import org.redress.correspondence.Message.Kind;
import org.redress.evidence.EvidenceId;
import org.redress.kernel.Actor;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.remedy.RemedyPlan;

class LettersTest {
    @Test
    void the_acknowledgement_names_the_number_restates_the_problem_and_promises_a_time() {
        var letter = only(new Case().last());
        assertThat(letter.kind()).isEqualTo(Kind.ACKNOWLEDGEMENT);
        assertThat(letter.isMailed()).isTrue();
        assertThat(phrases(letter))
                .contains(
                        Phrase.of("correspondence.acknowledgement.thanks", "K7QM-29XF"),
                        Phrase.of(
                                "correspondence.line.WRONG_ITEM.came",
                                Phrase.of("correspondence.articles", 2, "Red mug"),
                                Phrase.of("correspondence.article", "Blue mug")),
                        Phrase.of("correspondence.acknowledgement.sorry"),
                        Phrase.of("correspondence.acknowledgement.next", Case.MONDAY.plusSeconds(24 * 3600)));
    }

    @Test
    void an_acknowledgement_asks_for_a_photo_only_where_none_came() {
        assertThat(phrases(only(new Case().last()))).contains(Phrase.of("correspondence.acknowledgement.no-files"));
        var files = Set.of(new EvidenceId(new UUID(3, 1)), new EvidenceId(new UUID(3, 2)));
        var withFiles = new Case().then(Case.CUSTOMER, new ClaimCommand.AddEvidence(files));
        assertThat(phrases(only(withFiles.of(1))))
                .contains(Phrase.of("correspondence.acknowledgement.files", 2))
                .doesNotContain(Phrase.of("correspondence.acknowledgement.no-files"));
    }

    @Test
    void an_acknowledgement_heard_late_promises_no_time_that_is_no_longer_true() {
        var late = new Case().accepted();
        assertThat(phrases(only(late.of(1))))
                .contains(Phrase.of("correspondence.acknowledgement.next.undated"))
                .noneMatch(phrase -> phrase.key().equals("correspondence.acknowledgement.next"));
    }

    @Test
    void a_report_without_lines_is_restated_in_the_customers_own_words() {
        assertThat(phrases(only(new Case(List.of()).last())))
                .contains(Phrase.of("correspondence.restated.statement", "A blue mug came, I ordered a red one."));
    }

    @Test
    void many_lines_are_cut_short_and_counted() {
        var line = new Filing.Line(new Sku("MUG-RED"), 1, Problem.MISSING_ITEM, null);
        var letter = only(new Case(Collections.nCopies(9, line)).last());
        assertThat(phrases(letter)).contains(Phrase.of("correspondence.restated.more", 3));
        assertThat(letter.parts()).filteredOn(Letter.Part.Row.class::isInstance).hasSize(7);
    }

    @Test
    void every_problem_is_restated() {
        for (var problem : Problem.values()) {
            var line = new Filing.Line(new Sku("MUG-RED"), 1, problem, null);
            assertThat(phrases(only(new Case(List.of(line)).last())))
                    .anyMatch(phrase -> phrase.key().equals("correspondence.line." + problem.name()));
        }
    }

    @Test
    void a_note_for_colleagues_never_reaches_the_customer() {
        var letter = only(new Case().accepted().last());
        assertThat(letter.toString()).doesNotContain("internal");
        assertThat(new Case()
                        .then(Case.AGENT, new ClaimCommand.Escalate("difficult person"))
                        .last())
                .isEmpty();
        assertThat(new Case()
                        .then(
                                new Actor.Program(UUID.randomUUID(), "helpdesk"),
                                new ClaimCommand.Escalate("difficult person"))
                        .last())
                .isEmpty();
    }

    @Test
    void an_offer_that_waits_for_approval_is_not_told_until_it_is_approved() {
        var waiting = new Case().accepted().then(Case.AGENT, Case.offer(true, Case.REFUND));
        assertThat(waiting.last()).isEmpty();

        var approved = Case.MONDAY.plus(Duration.ofHours(6));
        waiting.then(Case.SUPERVISOR, new ClaimCommand.DecideApproval(Case.OFFER, true, "fine"), approved);
        assertThat(phrases(only(waiting.last())))
                .contains(Phrase.of("correspondence.offer.until", approved.plus(Duration.ofDays(7))));
        var letter = only(waiting.last());
        assertThat(letter.kind()).isEqualTo(Kind.OFFER);
        assertThat(letter.isMailed()).isTrue();
        assertThat(letter.parts())
                .contains(new Letter.Part.Plan(new RemedyPlan(List.of(Case.REFUND))))
                .doesNotContain(new Letter.Part.Typed("fine"));
    }

    @Test
    void an_offer_that_is_over_is_not_mailed_any_more() {
        var offered = new Case().offered(Case.REFUND);
        var over = Case.MONDAY.plus(Duration.ofDays(7));
        assertThat(only(offered.of(offered.length(), over)).isMailed()).isFalse();
        assertThat(only(offered.of(offered.length(), over.minusSeconds(1))).isMailed())
                .isTrue();
    }

    @Test
    void an_offer_taken_back_before_anybody_saw_it_is_not_mentioned() {
        var unseen = new Case().accepted().then(Case.AGENT, Case.offer(true, Case.REFUND));
        assertThat(unseen.then(Case.AGENT, new ClaimCommand.WithdrawOffer(Case.OFFER))
                        .last())
                .isEmpty();

        var seen = new Case().offered(Case.REFUND);
        assertThat(only(seen.then(Case.AGENT, new ClaimCommand.WithdrawOffer(Case.OFFER))
                                .last())
                        .isMailed())
                .isTrue();
    }

    @Test
    void the_offer_says_what_we_saw_what_is_to_do_and_until_when() {
        assertThat(phrases(only(new Case().offered(Case.REFUND, Case.LABEL).last())))
                .contains(
                        Phrase.of("correspondence.offer.sorry"),
                        Phrase.of("correspondence.seen.LIKELY"),
                        Phrase.of("correspondence.offer.send-back"),
                        Phrase.of("correspondence.offer.until", Case.MONDAY.plusSeconds(7 * 24 * 3600)));
        assertThat(phrases(only(new Case().offered(Case.REFUND, Case.KEEP).last())))
                .contains(Phrase.of("correspondence.offer.keep"));
    }

    @Test
    void the_offer_says_why_where_that_is_known_and_what_was_done_about_it_and_never_who_did_it() {
        var known = new Case()
                .accepted()
                .then(Case.AGENT, new ClaimCommand.RecordCause(CauseCode.PE_02, "Piotr packed it"))
                .held()
                .then(Case.AGENT, Case.offer(false, Case.REFUND));
        assertThat(phrases(only(known.last())))
                .containsSubsequence(
                        Phrase.of("correspondence.seen.LIKELY"),
                        Phrase.of("templates.cause.PE_02"),
                        Phrase.of("templates.prevention.held"),
                        Phrase.of("correspondence.offer.plan"));
        assertThat(only(known.last()).toString()).doesNotContain("Piotr");

        var theirs = new Case()
                .accepted()
                .then(Case.AGENT, new ClaimCommand.RecordCause(CauseCode.OD_01, null))
                .then(Case.AGENT, Case.offer(false, Case.REFUND));
        assertThat(only(theirs.last()).toString()).doesNotContain("templates.cause", "templates.prevention");
    }

    @Test
    void an_offer_heard_of_after_its_answer_stands_in_the_thread_but_is_not_mailed() {
        var answered = new Case().offered(Case.REFUND);
        var offer = answered.length();
        answered.then(Case.CUSTOMER, new ClaimCommand.DeclineOffer(Case.OFFER, null));
        assertThat(only(answered.of(offer)).isMailed()).isFalse();
    }

    @Test
    void what_the_customer_wrote_with_an_answer_stands_before_ours() {
        var letters = new Case()
                .offered(Case.REFUND)
                .then(
                        Case.CUSTOMER,
                        new ClaimCommand.CounterOffer(
                                Case.OFFER, new RemedyPlan(List.of(Case.KEEP)), "I would rather keep it."))
                .last();
        assertThat(letters).extracting(Letter::direction).containsExactly(Direction.INBOUND, Direction.OUTBOUND);
        assertThat(letters.getFirst().parts()).containsExactly(new Letter.Part.Typed("I would rather keep it."));
        assertThat(letters.getLast().parts()).contains(new Letter.Part.Plan(new RemedyPlan(List.of(Case.KEEP))));
    }

    @Test
    void each_step_is_told_and_the_last_one_asks_whether_all_is_well() {
        var carried = new Case()
                .offered(Case.REFUND, Case.KEEP, Case.LABEL)
                .then(Case.CUSTOMER, new ClaimCommand.AcceptOffer(Case.OFFER, "text"));
        var label = only(carried.then(Case.PRODUCT, new ClaimCommand.RecordStepDone(Case.OFFER, 2, "L-1"))
                .last());
        assertThat(label.kind()).isEqualTo(Kind.EXECUTION);
        assertThat(label.isMailed()).isFalse();
        assertThat(phrases(label)).contains(Phrase.of("correspondence.done.RETURN_LABEL", "L-1"));

        var refund = only(carried.then(Case.PRODUCT, new ClaimCommand.RecordStepDone(Case.OFFER, 0, "re_1"))
                .last());
        assertThat(refund.kind()).isEqualTo(Kind.FOLLOW_UP);
        assertThat(refund.isMailed()).isTrue();
        assertThat(phrases(refund))
                .contains(Phrase.of("correspondence.follow-up.ask", Case.MONDAY.plusSeconds(7 * 24 * 3600)));

        var again = only(carried.then(Case.PRODUCT, new ClaimCommand.RecordStepDone(Case.OFFER, 0, "re_1"))
                .last());
        assertThat(again.kind()).isEqualTo(Kind.EXECUTION);
    }

    @Test
    void who_waits_for_what_was_stopped_hears_of_it_once_it_is_known_what_became_of_it() {
        var stopped = new Case()
                .offered(Case.REFUND, Case.LABEL)
                .then(Case.CUSTOMER, new ClaimCommand.AcceptOffer(Case.OFFER, "text"))
                .then(Case.PRODUCT, new ClaimCommand.RecordStepDone(Case.OFFER, 1, "L-1"))
                .then(Case.AGENT, new ClaimCommand.StopExecution("internal: card closed"));
        assertThat(stopped.last()).isEmpty();
        var letter = only(stopped.then(Case.PRODUCT, new ClaimCommand.RecordStopped(Case.OFFER))
                .last());
        assertThat(letter.isMailed()).isTrue();
        assertThat(phrases(letter))
                .contains(Phrase.of("correspondence.stopped.what"), Phrase.of("correspondence.stopped.kept"));
        assertThat(letter.toString()).doesNotContain("internal");
    }

    @Test
    void who_has_nothing_of_a_stopped_plan_is_not_told_that_they_may_keep_it() {
        var stopped = new Case()
                .offered(Case.REFUND, Case.LABEL)
                .then(Case.CUSTOMER, new ClaimCommand.AcceptOffer(Case.OFFER, "text"))
                .then(Case.AGENT, new ClaimCommand.StopExecution("internal: card closed"));
        var letter = only(stopped.then(Case.PRODUCT, new ClaimCommand.RecordStopped(Case.OFFER))
                .last());
        assertThat(phrases(letter)).contains(Phrase.of("correspondence.stopped.what"));
        assertThat(phrases(letter)).doesNotContain(Phrase.of("correspondence.stopped.kept"));
    }

    @Test
    void a_step_that_fails_again_is_told_once() {
        var stuck = new Case()
                .offered(Case.REFUND)
                .then(Case.CUSTOMER, new ClaimCommand.AcceptOffer(Case.OFFER, "text"))
                .then(Case.PRODUCT, new ClaimCommand.RecordStepFailed(Case.OFFER, 0, "card closed"));
        assertThat(only(stuck.last()).toString()).doesNotContain("card closed");
        assertThat(stuck.then(Case.PRODUCT, new ClaimCommand.RecordStepFailed(Case.OFFER, 0, "card closed"))
                        .last())
                .isEmpty();
    }

    @Test
    void a_refusal_gives_its_reason_and_the_way_to_a_second_look() {
        var letter = only(new Case()
                .then(Case.AGENT, new ClaimCommand.Reject("The photo shows the ordered mug."))
                .then(Case.SUPERVISOR, new ClaimCommand.ReviewRejection(true, "between us"))
                .last());
        assertThat(letter.parts()).contains(new Letter.Part.Typed("The photo shows the ordered mug."));
        assertThat(letter.parts()).doesNotContain(new Letter.Part.Typed("between us"));
        assertThat(letter.parts()).contains(new Letter.Part.Row(Phrase.of("claims.route.court")));
        assertThat(phrases(letter)).contains(Phrase.of("correspondence.rejected.appeal"));
        assertThat(letter.isMailed()).isTrue();
    }

    @Test
    void nothing_is_said_of_a_rejection_that_nobody_has_confirmed() {
        var rejected = new Case().then(Case.AGENT, new ClaimCommand.Reject("No."));
        assertThat(rejected.last()).isEmpty();
        assertThat(rejected.then(Case.AGENT, new ClaimCommand.Reopen("My mistake"))
                        .last())
                .isEmpty();
        var overruled = new Case()
                .then(Case.AGENT, new ClaimCommand.Reject("No."))
                .then(Case.SUPERVISOR, new ClaimCommand.ReviewRejection(false, "It was ours"));
        assertThat(overruled.last()).isEmpty();
    }

    @Test
    void a_question_is_the_agents_own_letter_and_its_answer_the_customers() {
        var asked = new Case()
                .then(Case.AGENT, new ClaimCommand.AskInformation(List.of("ITEM_BARCODE", "size"), "Which size?"));
        var question = only(asked.last());
        assertThat(question.author()).isEqualTo(Case.AGENT);
        assertThat(question.parts())
                .contains(
                        new Letter.Part.Row(Phrase.of("claims.evidence.ITEM_BARCODE")),
                        new Letter.Part.Row(Phrase.of("correspondence.verbatim", "size")),
                        new Letter.Part.Typed("Which size?"));
        var answer = only(asked.then(Case.CUSTOMER, new ClaimCommand.ProvideInformation("Large"))
                .last());
        assertThat(answer.direction()).isEqualTo(Direction.INBOUND);
        assertThat(answer.author()).isEqualTo(new Actor.Customer());
    }

    @Test
    void an_unhappy_customer_hears_that_somebody_looks_again_and_a_happy_one_is_thanked() {
        var done = new Case().offered(Case.KEEP).then(Case.CUSTOMER, new ClaimCommand.AcceptOffer(Case.OFFER, "text"));
        var unhappy = done.then(Case.CUSTOMER, new ClaimCommand.RateSatisfaction(2, "too slow"));
        assertThat(unhappy.last()).extracting(Letter::direction).containsExactly(Direction.INBOUND, Direction.OUTBOUND);

        var happy = unhappy.then(Case.CUSTOMER, new ClaimCommand.RateSatisfaction(5, null));
        assertThat(phrases(only(happy.last()))).contains(Phrase.of("correspondence.closed.SATISFIED"));
    }

    private static Letter only(List<Letter> letters) {
        assertThat(letters).hasSize(1);
        return letters.getFirst();
    }

    private static List<Phrase> phrases(Letter letter) {
        return letter.parts().stream()
                .flatMap(part -> switch (part) {
                    case Letter.Part.Said(var phrase) -> Stream.of(phrase);
                    case Letter.Part.Row(var phrase) -> Stream.of(phrase);
                    case Letter.Part.Plan _, Letter.Part.Typed _ -> Stream.<Phrase>empty();
                })
                .toList();
    }
}
