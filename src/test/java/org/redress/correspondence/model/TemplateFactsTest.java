package org.redress.correspondence.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.claims.CauseCode;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Conclusion;
import org.redress.claims.Route;
import org.redress.correspondence.TemplateGap;
import org.redress.kernel.Phrase;
import org.redress.kernel.Sku;
import org.redress.remedy.RemedyPlan;

class TemplateFactsTest {
    private static final Instant NOW = Case.MONDAY.plusSeconds(1);

    @Test
    void a_new_claim_knows_its_problem_who_it_is_of_and_by_when_we_owe_an_answer() {
        var facts = facts(new Case());
        assertThat(facts)
                .containsKeys(
                        TemplateGap.CUSTOMER_NAME,
                        TemplateGap.CLAIM_NUMBER,
                        TemplateGap.ORDER_NUMBER,
                        TemplateGap.ORDERED,
                        TemplateGap.CAME,
                        TemplateGap.DEMAND,
                        TemplateGap.PROBLEM,
                        TemplateGap.SERIOUSNESS,
                        TemplateGap.APOLOGY,
                        TemplateGap.PROMISE_DUE)
                .doesNotContainKeys(
                        TemplateGap.CAUSE,
                        TemplateGap.PREVENTION,
                        TemplateGap.REMEDY,
                        TemplateGap.OFFER_UNTIL,
                        TemplateGap.DONE,
                        TemplateGap.ANSWER_DUE,
                        TemplateGap.ASKED,
                        TemplateGap.REASON);
        assertThat(said(facts, TemplateGap.CAME))
                .isEqualTo(
                        Phrase.of("correspondence.verbatim", List.of(Phrase.of("correspondence.article", "Blue mug"))));
    }

    @Test
    void a_remedy_is_told_only_while_it_lies_before_the_customer_or_was_agreed() {
        var waiting = new Case().accepted().then(Case.AGENT, Case.offer(true, Case.REFUND));
        assertThat(facts(waiting)).doesNotContainKeys(TemplateGap.REMEDY, TemplateGap.OFFER_UNTIL);
        var open = new Case().offered(Case.REFUND);
        assertThat(facts(open).get(TemplateGap.REMEDY))
                .containsExactly(new Letter.Part.Plan(new RemedyPlan(List.of(Case.REFUND))));
        assertThat(facts(open)).containsKey(TemplateGap.OFFER_UNTIL);
        assertThat(facts(open, Case.MONDAY.plus(Duration.ofDays(8))))
                .doesNotContainKeys(TemplateGap.REMEDY, TemplateGap.OFFER_UNTIL);
        var agreed =
                new Case().offered(Case.REFUND).then(Case.CUSTOMER, new ClaimCommand.AcceptOffer(Case.OFFER, "Refund"));
        assertThat(facts(agreed)).containsKey(TemplateGap.REMEDY).doesNotContainKey(TemplateGap.OFFER_UNTIL);
    }

    @Test
    void a_rejection_is_told_only_once_a_second_person_has_confirmed_it() {
        var rejected = new Case().then(Case.AGENT, new ClaimCommand.Reject("The photo shows a red mug."));
        assertThat(facts(rejected)).doesNotContainKey(TemplateGap.REASON);
        rejected.then(Case.SUPERVISOR, new ClaimCommand.ReviewRejection(true, null));
        assertThat(facts(rejected).get(TemplateGap.REASON))
                .containsExactly(new Letter.Part.Typed("The photo shows a red mug."));
    }

    @Test
    void a_date_that_has_passed_is_not_promised_again() {
        assertThat(facts(new Case(), Case.MONDAY.plus(Duration.ofDays(30)))).doesNotContainKey(TemplateGap.PROMISE_DUE);
    }

    @Test
    void what_the_customer_was_asked_for_can_be_asked_again() {
        var asked =
                new Case().then(Case.AGENT, new ClaimCommand.AskInformation(List.of("ITEM_BARCODE"), "Which colour?"));
        assertThat(facts(asked).get(TemplateGap.ASKED))
                .containsExactly(
                        new Letter.Part.Row(Phrase.of("claims.evidence.ITEM_BARCODE")),
                        new Letter.Part.Typed("Which colour?"));
        assertThat(facts(asked)).containsKey(TemplateGap.ANSWER_DUE).doesNotContainKey(TemplateGap.PROMISE_DUE);
    }

    @ParameterizedTest
    @EnumSource(CauseCode.class)
    void a_recorded_cause_is_told_unless_it_lies_with_the_customer(CauseCode cause) {
        var facts = facts(new Case().then(Case.AGENT, new ClaimCommand.RecordCause(cause, "Bob at bench 3 again")));
        if (cause == CauseCode.OD_01 || cause == CauseCode.PE_04) {
            assertThat(facts).doesNotContainKey(TemplateGap.CAUSE);
        } else {
            assertThat(said(facts, TemplateGap.CAUSE)).isEqualTo(Phrase.of("templates.cause." + cause.name()));
        }
        assertThat(facts.toString()).doesNotContain("Bob");
    }

    @Test
    void a_concluded_cause_is_told_as_surely_as_it_is_known_and_never_a_suspicion_of_the_customer() {
        assertThat(said(concluded("PICK", "PV", "ESTABLISHED"), TemplateGap.CAUSE))
                .isEqualTo(Phrase.of("templates.cause.PV"));
        assertThat(said(concluded("PICK", "PV", "PROBABLE"), TemplateGap.CAUSE))
                .isEqualTo(Phrase.of("templates.cause.probably", Phrase.of("templates.cause.PV")));
        for (var other : List.of(
                concluded("PICK", "PV", "UNDETERMINED"),
                concluded("CUSTOMER", "FC", "PROBABLE"),
                concluded("CUSTOMER", "CU", "ESTABLISHED"),
                concluded("CARRIER", "RC", "ESTABLISHED"),
                concluded("PICK", "XX", "ESTABLISHED"))) {
            assertThat(other).doesNotContainKey(TemplateGap.CAUSE);
        }
    }

    @Test
    void prevention_is_told_only_where_something_was_done() {
        var avoid = new Conclusion.Avoid(Set.of("slot:1"), Set.of());
        var one = new Case()
                .then(
                        Case.PRODUCT,
                        new ClaimCommand.RecordConclusion(new Conclusion("STOCK", "IL", "PROBABLE", avoid)));
        assertThat(said(facts(one), TemplateGap.PREVENTION)).isEqualTo(Phrase.of("templates.prevention.avoid"));
        assertThat(said(one.facts(known(true), NOW), TemplateGap.PREVENTION))
                .isEqualTo(Phrase.of("templates.prevention.held"));
    }

    @Test
    void evidence_names_what_was_looked_at() {
        assertThat(facts(new Case()).get(TemplateGap.EVIDENCE))
                .containsExactly(
                        new Letter.Part.Said(Phrase.of("correspondence.seen.LIKELY")),
                        new Letter.Part.Said(Phrase.of("templates.evidence.looked")),
                        new Letter.Part.Row(Phrase.of("templates.evidence.files", 2)),
                        new Letter.Part.Row(Phrase.of("claims.looked-at.WEIGHT")));
    }

    private static Map<TemplateGap, List<Letter.Part>> concluded(String stage, String mechanism, String status) {
        return facts(new Case()
                .then(
                        Case.PRODUCT,
                        new ClaimCommand.RecordConclusion(
                                new Conclusion(stage, mechanism, status, Conclusion.Avoid.NOTHING))));
    }

    private static Map<TemplateGap, List<Letter.Part>> facts(Case one) {
        return facts(one, NOW);
    }

    private static Map<TemplateGap, List<Letter.Part>> facts(Case one, Instant now) {
        return one.facts(known(false), now);
    }

    private static TemplateFacts.Known known(boolean held) {
        return new TemplateFacts.Known(
                List.of(Phrase.of("claims.looked-at.WEIGHT")),
                2,
                held,
                List.of(new Route("court", null, "any")),
                "Hearth & Harbour",
                "Ann",
                sku -> sku.equals(new Sku("MUG-RED")) ? "Red mug" : "Blue mug");
    }

    private static Phrase said(Map<TemplateGap, List<Letter.Part>> facts, TemplateGap gap) {
        return facts.getOrDefault(gap, List.of()).stream()
                .map(part -> part instanceof Letter.Part.Said(var phrase) ? phrase : Phrase.of("other"))
                .findFirst()
                .orElseThrow();
    }
}
