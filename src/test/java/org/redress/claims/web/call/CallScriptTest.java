package org.redress.claims.web.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.claims.web.call.CallFixture.call;
import static org.redress.claims.web.call.CallFixture.order;
import static org.redress.claims.web.call.CallFixture.script;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.redress.claims.Calls.Prospect;
import org.redress.claims.Heard;
import org.redress.claims.Severity;
import org.redress.kernel.Phrase;
import org.redress.remedy.RemedyChoice;

class CallScriptTest {
    private static final Prospect PROSPECT = new Prospect(
            CallFixture.NOW.plusSeconds(3600),
            Severity.NORMAL,
            new RemedyChoice(List.of(), new RemedyChoice.Wish.None()));

    private static List<String> aloud(CallScript script, CallStep step) {
        return script.at(step).stream()
                .filter(CallScript.Line::aloud)
                .map(line -> line.phrase().key())
                .toList();
    }

    @Test
    void whoever_has_proven_nothing_hears_nothing_of_the_order() {
        var stranger = script(call("order", "O-1"), order(), PROSPECT);
        assertThat(aloud(stranger, CallStep.ORDER)).containsExactly("calls.say.prove", "calls.say.unproven");
        var known = script(call("order", "O-1", "proven", "POSTCODE"), order(), PROSPECT);
        assertThat(known.at(CallStep.ORDER).getFirst().phrase())
                .isEqualTo(Phrase.of(
                        "calls.say.order.is",
                        "O-1",
                        LocalDate.of(2026, 11, 20),
                        List.of(Phrase.of("claims.plan.units", 2, "Red mug"))));
    }

    @Test
    void what_was_said_is_restated_with_articles_and_numbers() {
        var said = call("problem", "WRONG_ITEM", "article", "RED", "units.RED", "1", "came", "blue one");
        var goods = script(said, order(), PROSPECT).at(CallStep.GOODS);
        assertThat(goods.stream().map(CallScript.Line::phrase))
                .contains(Phrase.of(
                        "calls.say.restate.WRONG_ITEM",
                        List.of(Phrase.of("claims.plan.units", "1", "Red mug")),
                        "Blue mug"));
    }

    @Test
    void a_claim_that_is_no_wrong_shipment_is_marked_for_the_agent_and_not_for_the_caller() {
        var late = script(call("problem", "LATE"), order(), PROSPECT);
        assertThat(late.at(CallStep.GOODS)).anyMatch(line -> line.row().equals("R62") && !line.aloud());
        assertThat(aloud(late, CallStep.GOODS)).contains("calls.say.sorry.else").doesNotContain("calls.say.sorry.ours");
    }

    @Test
    void a_danger_comes_before_the_question_after_it() {
        assertThat(aloud(script(call(), null, null), CallStep.HARM)).first().isEqualTo("calls.say.harm");
        assertThat(aloud(script(call("danger", "BATTERY"), null, null), CallStep.HARM))
                .first()
                .isEqualTo("calls.say.danger");
    }

    @Test
    void nothing_is_promised_before_anybody_can_be_reached() {
        assertThat(aloud(script(call(), order(), null), CallStep.NEXT)).isEmpty();
        assertThat(script(call("phone", "020"), order(), PROSPECT)
                        .at(CallStep.NEXT)
                        .getFirst()
                        .phrase())
                .isEqualTo(Phrase.of("calls.say.next.decide", PROSPECT.decideBy()));
    }

    @Test
    void what_an_order_is_worth_is_told_only_to_whoever_has_proven_something() {
        assertThat(script(call("problem", "LATE", "phone", "020"), order(), PROSPECT)
                        .mayTellOptions())
                .isFalse();
        assertThat(script(call("problem", "LATE", "phone", "020", "proven", "EMAIL"), order(), PROSPECT)
                        .mayTellOptions())
                .isTrue();
    }

    @Test
    void all_that_was_taken_down_is_read_back() {
        var all = call(
                "order",
                "O-1",
                "problem",
                "MISSING_ITEM",
                "danger",
                "CHILD",
                "neededBy",
                "2026-12-01",
                "beforeWhat",
                "A refund",
                "demand",
                "REFUND",
                "email",
                "ada@example.com");
        assertThat(script(all, order(), PROSPECT).summary().stream().map(Phrase::key))
                .containsExactly(
                        "calls.sum.order",
                        "calls.sum.MISSING_ITEM",
                        "calls.sum.danger",
                        "calls.sum.needed",
                        "calls.sum.before",
                        "calls.sum.wish.REFUND",
                        "calls.sum.decide");
    }

    @Test
    void a_number_is_read_out_letter_by_letter() {
        assertThat(CallScript.spelled("K7QM-29XF")).isEqualTo("K 7 Q M – 2 9 X F");
        assertThat(CallScript.afterwards("K7QM-29XF", "", null, Heard.Place.COUNTER).stream()
                        .map(line -> line.phrase().key()))
                .containsExactly("calls.say.number", "calls.say.no-link", "calls.say.goodbye.COUNTER");
    }

    @Test
    void the_rows_of_the_seed_on_phone_counter_and_manners_are_all_served() {
        var calls = List.of(
                script(call(), null, null),
                script(call("order", "O-1"), order(), PROSPECT),
                script(
                        call(
                                "order", "O-1", "proven", "EMAIL", "problem", "LATE", "danger", "FOOD", "demand",
                                "REFUND"),
                        order(),
                        PROSPECT));
        var rows = calls.stream()
                .flatMap(script -> Arrays.stream(CallStep.values()).flatMap(step -> script.at(step).stream()))
                .map(CallScript.Line::row)
                .collect(Collectors.toSet());
        Arrays.stream(CallScript.Moment.values())
                .flatMap(moment -> moment.lines().stream())
                .forEach(line -> rows.add(line.row()));
        assertThat(rows)
                .containsAll(Set.of(
                        "R44", "R45", "R46", "R47", "R48", "R49", "R60", "R61", "R62", "R63", "R64", "R65", "R66",
                        "R67", "R68", "R69", "R70", "R72", "R73", "R74", "R76", "R77", "R78"));
    }
}
