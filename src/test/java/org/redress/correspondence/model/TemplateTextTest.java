package org.redress.correspondence.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.correspondence.MessageTemplates;
import org.redress.correspondence.TemplateGap;

class TemplateTextTest {
    private static final Map<TemplateGap, String> FACTS = Map.of(
            TemplateGap.ORDER_NUMBER, "A-1",
            TemplateGap.REMEDY, "• Refund £12.50\n• Keep what came",
            TemplateGap.CUSTOMER_NAME, "Ada");

    @Test
    void a_gap_is_filled_with_what_the_case_knows() {
        assertThat(fill("About order {{order.number}}, {{ customer.name }}:\n{{remedy}}")
                        .text())
                .isEqualTo("About order A-1, Ada:\n• Refund £12.50\n• Keep what came");
    }

    @Test
    void a_line_that_nothing_is_known_for_is_left_out_and_said() {
        var filled = fill("Thank you.\n\nPlease answer by {{answer.due}}. Yes?\n\nKind regards");
        assertThat(filled.text()).isEqualTo("Thank you.\n\nKind regards");
        assertThat(filled.missing()).containsExactly(TemplateGap.ANSWER_DUE);
    }

    @Test
    void a_passage_stays_where_its_fact_is_known_and_its_opposite_where_not() {
        var body = """
                One
                {{#cause}}
                Because: {{cause}}
                {{/cause}}
                {{^cause}}
                We do not know why.
                {{/cause}}
                {{#remedy}}
                We do:
                {{remedy}}
                {{/remedy}}
                Two""";
        var filled = fill(body);
        assertThat(filled.text()).isEqualTo("One\nWe do not know why.\nWe do:\n• Refund £12.50\n• Keep what came\nTwo");
        assertThat(filled.missing()).containsExactly(TemplateGap.CAUSE);
        assertThat(sound(body).gaps()).containsExactlyInAnyOrder(TemplateGap.CAUSE, TemplateGap.REMEDY);
    }

    @Test
    void what_is_missing_inside_a_passage_that_is_left_out_is_not_asked_for() {
        assertThat(fill("{{#cause}}{{reason}} {{cause}}{{/cause}}x").missing()).containsExactly(TemplateGap.CAUSE);
    }

    @Test
    void a_passage_may_stand_within_a_line() {
        assertThat(fill("Order{{#order.number}} {{order.number}}{{/order.number}}{{#reason}} ({{reason}}){{/reason}}.")
                        .text())
                .isEqualTo("Order A-1.");
    }

    @Test
    void a_fact_is_never_read_as_a_template() {
        var facts =
                Map.of(TemplateGap.CUSTOMER_NAME, "{{#cause}}{{agent.name}}</cause>{{", TemplateGap.AGENT_NAME, "Ann");
        assertThat(sound("For {{customer.name}}").fill(facts).text())
                .isEqualTo("For {{#cause}}{{agent.name}}</cause>{{");
    }

    @Test
    void where_nothing_at_all_is_known_it_is_empty_and_does_not_fail() {
        assertThat(sound("{{cause}}\n{{#reason}}{{reason}}{{/reason}}").fill(Map.of()))
                .isEqualTo(new TemplateText.Filled("", Set.of(TemplateGap.CAUSE, TemplateGap.REASON)));
    }

    static Stream<List<String>> hostile() {
        return Stream.of(
                List.of("Hello\n  {{customer.password}}", "2:3 UNKNOWN"),
                List.of("{{#person}}x{{/person}}", "1:1 UNKNOWN", "1:13 UNKNOWN"),
                List.of("{{{customer.name}}}", "1:1 UNKNOWN"),
                List.of("{{&customer.name}}", "1:1 UNKNOWN"),
                List.of("{{>other}}", "1:1 UNKNOWN"),
                List.of("{{=<% %>=}}", "1:1 UNKNOWN"),
                List.of("{{!comment}}", "1:1 UNKNOWN"),
                List.of("{{}}", "1:1 UNKNOWN"),
                List.of("{{CUSTOMER.NAME}}", "1:1 UNKNOWN"),
                List.of("${T(java.lang.Runtime).getRuntime()} {{cause.class}}", "1:38 UNKNOWN"),
                List.of("{{cause", "1:1 BROKEN"),
                List.of("{{cause\n}}", "1:1 BROKEN", "2:1 BROKEN"),
                List.of("{{ {{cause}} }}", "1:1 BROKEN", "1:14 BROKEN"),
                List.of("cause}}", "1:6 BROKEN"),
                List.of("a\n{{#cause}}\nb", "2:1 NOT_CLOSED"),
                List.of("{{/cause}}", "1:1 NOT_OPEN"),
                List.of("{{#cause}}{{#remedy}}{{/cause}}{{/remedy}}{{/cause}}", "1:22 NOT_OPEN"),
                List.of(
                        "{{#cause}}{{#remedy}}{{#reason}}{{#done}}{{/done}}{{/reason}}{{/remedy}}{{/cause}}",
                        "1:33 TOO_DEEP"),
                List.of("Hi\0there", "1:3 CHARACTER"),
                List.of("Hi \u202Eereht", "1:4 CHARACTER"),
                List.of("Hi \uD800", "1:4 CHARACTER"),
                List.of("Hi\u001B[31m", "1:3 CHARACTER"),
                List.of("您好 😀 <script>alert(1)</script>", "1:6 MARKUP", "1:22 MARKUP"),
                List.of("<img src=x onerror=alert(1)", "1:1 MARKUP"),
                List.of("<a href='javascript:alert(1)'>here", "1:1 MARKUP"),
                List.of("see JavaScript : x", "1:5 MARKUP"),
                List.of("<!-- hidden -->", "1:1 MARKUP"),
                List.of("  \n ", "1:1 EMPTY"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void what_cannot_be_filled_is_refused_with_its_place(List<String> example) {
        assertThat(faults(example.getFirst())).containsExactlyElementsOf(example.subList(1, example.size()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a < b and c > d",
                "3 <4",
                "{ cause }",
                "{cause}",
                "I <3 you",
                "100 % of {x} and a_b",
                "Zero\u200Dwidth 👩\u200D🚀"
            })
    void what_is_only_text_stays(String text) {
        assertThat(fill(text).text()).isEqualTo(text);
    }

    @Test
    void a_hundred_kilobytes_are_refused_at_once() {
        var most = "x".repeat(MessageTemplates.LONGEST_BODY);
        assertThat(faults(most)).isEmpty();
        assertThat(faults(most + "x")).containsExactly("1:6001 TOO_LONG");
        assertThat(faults("{{#cause}}<".repeat(10_000))).containsExactly("1:6001 TOO_LONG");
        assertThat(faults("😀".repeat(MessageTemplates.LONGEST_BODY))).isEmpty();
    }

    @Test
    void what_would_make_a_letter_endless_is_refused() {
        assertThat(faults("{{problem}} ".repeat(5))).isEmpty();
        assertThat(faults("{{problem}} ".repeat(6))).containsExactly("1:61 TOO_OFTEN");
        assertThat(faults("{{#cause}}{{/cause}}".repeat(51))).containsExactly("1:1001 TOO_MANY");
    }

    @Test
    void no_more_than_twenty_faults_are_named_and_in_their_order() {
        var faults = faults("{{nobody}}\n".repeat(90));
        assertThat(faults).hasSize(20).first().isEqualTo("1:1 UNKNOWN");
        assertThat(faults.getLast()).isEqualTo("20:1 UNKNOWN");
    }

    /** Random heaps of what templates are made of: each is refused or can be filled, whatever is known. */
    @Test
    void what_was_read_once_can_always_be_filled() {
        var random = new Random(7);
        var pieces = Stream.concat(
                        Arrays.stream(TemplateGap.values())
                                .map(TemplateGap::word)
                                .flatMap(word ->
                                        Stream.of("{{" + word + "}}", "{{#" + word + "}}", "{{^" + word + "}}")),
                        Stream.of("\n", "\n\n", " ", "word", "您好", "{{", "}}", "{{/cause}}", "{{/remedy}}", "😀"))
                .toList();
        int sound = 0;
        for (int i = 0; i < 3_000; i++) {
            var body = new StringBuilder();
            for (int j = random.nextInt(6); j >= 0; j--) {
                var piece = pieces.get(random.nextInt(pieces.size()));
                body.append(piece);
                if (piece.startsWith("{{#") || piece.startsWith("{{^")) {
                    body.append("x{{/").append(piece.substring(3));
                }
            }
            if (TemplateText.read(body.toString()) instanceof TemplateText.Reading.Sound(var text)) {
                sound++;
                var facts = new EnumMap<TemplateGap, String>(TemplateGap.class);
                for (var gap : TemplateGap.values()) {
                    if (random.nextBoolean()) {
                        facts.put(gap, "fact\nof " + gap.word());
                    }
                }
                var filled = text.fill(facts);
                assertThat(filled.text()).doesNotContain("{{", "}}");
                assertThat(text.gaps().containsAll(filled.missing())).isTrue();
                assertThat(Collections.disjoint(facts.keySet(), filled.missing()))
                        .isTrue();
            }
        }
        assertThat(sound).isGreaterThan(1_000);
    }

    private static TemplateText.Filled fill(String body) {
        return sound(body).fill(FACTS);
    }

    private static TemplateText sound(String body) {
        return switch (TemplateText.read(body)) {
            case TemplateText.Reading.Sound(var text) -> text;
            case TemplateText.Reading.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }

    private static List<String> faults(String body) {
        return switch (TemplateText.read(body)) {
            case TemplateText.Reading.Sound _ -> List.of();
            case TemplateText.Reading.Faulty(var faults) ->
                faults.stream()
                        .map(fault -> fault.line() + ":" + fault.column() + " " + fault.code())
                        .toList();
        };
    }
}
