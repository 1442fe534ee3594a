package org.redress.investigation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.calendars.WorkingTime.AROUND_THE_CLOCK;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.investigation.Clue;
import org.redress.investigation.Task;
import org.redress.investigation.Task.Asked;
import org.redress.investigation.Task.Subject;
import org.redress.investigation.TaskQuestion;
import org.redress.investigation.TaskReply;
import org.redress.investigation.Tasks;
import org.redress.investigation.Tasks.Opening;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refusal.Fault;
import org.redress.kernel.Sku;

class TaskRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
    private static final Sku RED = new Sku("MUG-RED");
    private static final Sku BLUE = new Sku("MUG-BLUE");
    private static final Subject MUGS = new Subject("urn:redress:slot:A-03-2", RED, BLUE, null, null, null, null, null);

    private static Opening recount(@Nullable String slot, @Nullable String sku) {
        return new Opening(TaskQuestion.RECOUNT, slot, sku, null, null, null, null, null, null);
    }

    private static List<String> codes(List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }

    @Test
    void a_bare_slot_is_named_as_events_name_it_and_an_address_stays_as_it_is() {
        assertThat(TaskRules.slot(" A-03-2 ")).contains("urn:redress:slot:A-03-2");
        assertThat(TaskRules.slot("BRS-1:B-03")).contains("urn:redress:slot:BRS-1:B-03");
        assertThat(TaskRules.slot("urn:epc:id:sgln:0614141.00777.0")).contains("urn:epc:id:sgln:0614141.00777.0");
        assertThat(TaskRules.slot("https://id.gs1.org/414/9521321000010/254/A-3"))
                .contains("https://id.gs1.org/414/9521321000010/254/A-3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A 3", "货位", "urn:redress:slot:货位", "https://a b", "A\u0000", "urn:x:%zz", "<b>"})
    void what_no_event_can_name_is_no_slot(String text) {
        assertThat(TaskRules.slot(text)).isEmpty();
        assertThat(codes(TaskRules.faults(recount(text, "MUG-RED"), NOW))).containsExactly("/slot NOT_A_SLOT");
    }

    @Test
    void a_slot_is_no_longer_than_we_keep() {
        assertThat(TaskRules.slot("A".repeat(Tasks.LONGEST_SLOT))).isPresent();
        assertThat(TaskRules.slot("A".repeat(Tasks.LONGEST_SLOT + 1))).isEmpty();
    }

    @Test
    void what_a_question_does_not_take_is_refused_by_its_name() {
        var odd = new Opening(
                TaskQuestion.RECOUNT, "A-1", "RED", "BLUE", "L-1", "T-1", Asked.WAREHOUSE, "A carrier", NOW);
        assertThat(codes(TaskRules.faults(odd, NOW)))
                .containsExactly(
                        "/lot NOT_PART_OF_IT",
                        "/parcel NOT_PART_OF_IT",
                        "/partner NOT_PART_OF_IT",
                        "/dueAt OUT_OF_RANGE");
    }

    @ParameterizedTest
    @EnumSource(TaskQuestion.class)
    void no_question_is_asked_without_what_it_is_about(TaskQuestion question) {
        var lacking = TaskRules.lacking(question, Subject.NOTHING, question.usual(), "Swift Parcel");
        assertThat(lacking).hasSameSizeAs(question.needs()).isNotEmpty();
        assertThat(question.takes()).containsAll(question.needs());
    }

    @Test
    void a_partner_has_a_name_and_the_other_article_is_another() {
        assertThat(codes(TaskRules.lacking(TaskQuestion.RECOUNT, MUGS, Asked.PARTNER, null)))
                .containsExactly("/partner NEEDED");
        var same = new Subject(MUGS.slot(), RED, RED, null, null, null, null, null);
        assertThat(codes(TaskRules.lacking(TaskQuestion.RECOUNT, same, Asked.WAREHOUSE, null)))
                .containsExactly("/otherSku THE_SAME");
    }

    @Test
    void the_house_has_a_day_a_partner_three_and_the_link_a_fortnight_more() {
        var inside = recount("A-1", "RED");
        assertThat(TaskRules.due(inside, NOW, AROUND_THE_CLOCK)).isEqualTo(NOW.plus(Duration.ofDays(1)));
        var outside = new Opening(TaskQuestion.CARRIER_PROOF, null, null, null, null, "T-1", null, null, null);
        var due = TaskRules.due(outside, NOW, AROUND_THE_CLOCK);
        assertThat(due).isEqualTo(NOW.plus(Duration.ofDays(3)));
        assertThat(TaskRules.linkExpires(due, NOW)).isEqualTo(due.plus(Duration.ofDays(14)));
        var late = due.plus(Duration.ofDays(30));
        assertThat(TaskRules.linkExpires(due, late)).isEqualTo(late.plus(Duration.ofDays(14)));
    }

    @Test
    void only_an_answer_to_the_question_is_one() {
        var count = new TaskReply.Counted(3, null, null);
        var said = new TaskReply.Said(true);
        var weighed = new TaskReply.Weighed(300);
        var unknown = new TaskReply.CannotTell();
        for (var question : TaskQuestion.values()) {
            var takes = EnumSet.of(question.kind());
            assertThat(faults(question, count).isEmpty()).isEqualTo(takes.contains(TaskQuestion.Kind.COUNT));
            assertThat(faults(question, weighed).isEmpty()).isEqualTo(takes.contains(TaskQuestion.Kind.WEIGHT));
            assertThat(faults(question, said).isEmpty()).isEqualTo(!takes.contains(TaskQuestion.Kind.COUNT));
            assertThat(faults(question, unknown).isEmpty()).isEqualTo(!takes.contains(TaskQuestion.Kind.DONE));
        }
    }

    private static List<String> faults(TaskQuestion question, TaskReply reply) {
        return codes(TaskRules.faults(question, MUGS, reply, null, "Jo"));
    }

    @Test
    void a_count_is_neither_below_zero_nor_beyond_belief_and_names_only_what_was_asked() {
        var wrong = new TaskReply.Counted(-1, 2_000_000, -7);
        assertThat(faults(TaskQuestion.RECOUNT, wrong))
                .containsExactly("/counted NOT_A_COUNT", "/otherCounted NOT_A_COUNT", "/expected NOT_A_COUNT");
        var alone = new Subject(MUGS.slot(), RED, null, null, null, null, null, null);
        var both = new TaskReply.Counted(1, 1, null);
        assertThat(codes(TaskRules.faults(TaskQuestion.COUNT, alone, both, null, "Jo")))
                .containsExactly("/otherCounted NOT_PART_OF_IT");
    }

    @Test
    void a_note_has_its_length_and_whoever_answers_a_name() {
        var fits = "x".repeat(Tasks.LONGEST_NOTE);
        var said = new TaskReply.Said(true);
        assertThat(TaskRules.faults(TaskQuestion.LOT_CHECK, MUGS, said, fits, "Jo"))
                .isEmpty();
        assertThat(codes(TaskRules.faults(TaskQuestion.LOT_CHECK, MUGS, said, fits + "x", "")))
                .containsExactly("/note NOTE", "/by NOT_A_NAME");
    }

    private static Task answered(TaskQuestion question, @Nullable Integer bench, TaskReply reply) {
        return new Task(
                new MerchantId(new UUID(1, 1)),
                new UUID(1, 2),
                new UUID(1, 3),
                "K7-42",
                question,
                new Subject(null, null, null, null, "T-1", null, null, bench),
                question.usual(),
                null,
                Task.State.ANSWERED,
                NOW,
                "Robin",
                NOW,
                NOW,
                "Jo",
                reply,
                null);
    }

    @Test
    void a_yes_or_no_tells_of_its_clue_and_who_cannot_tell_tells_nothing() {
        assertThat(TaskSigns.of(answered(TaskQuestion.LOT_CHECK, null, new TaskReply.Said(true))))
                .contains(new Scene.Answer(Clue.INBOUND_DOUBT, true, "Jo", NOW));
        assertThat(TaskSigns.of(answered(TaskQuestion.BENCH_VIDEO, null, new TaskReply.Said(false))))
                .contains(new Scene.Answer(Clue.HELD_BY_NEIGHBOUR, false, "Jo", NOW));
        assertThat(TaskSigns.of(answered(TaskQuestion.LOT_CHECK, null, new TaskReply.CannotTell())))
                .isEmpty();
        assertThat(TaskSigns.of(answered(TaskQuestion.QUARANTINE_LOT, null, new TaskReply.Said(true))))
                .isEmpty();
        assertThat(TaskSigns.of(answered(TaskQuestion.RECOUNT, null, new TaskReply.Counted(1, 1, 1))))
                .isEmpty();
    }

    @Test
    void the_carriers_weight_is_held_against_the_benchs() {
        // Two scales scatter by 21 g each at 700 g: beyond 3 x 29 g they disagree.
        assertThat(weighed(700, 780)).isFalse();
        assertThat(weighed(700, 800)).isTrue();
        assertThat(weighed(700, 600)).isTrue();
        assertThat(weighed(null, 800)).isNull();
    }

    private static @Nullable Boolean weighed(@Nullable Integer bench, int grams) {
        return TaskSigns.of(answered(TaskQuestion.CARRIER_WEIGHT, bench, new TaskReply.Weighed(grams)))
                .map(Scene.Answer::present)
                .orElse(null);
    }
}
