package org.redress.remedy.dmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.kernel.Demand;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
import org.redress.remedy.Area;
import org.redress.remedy.Circumstances;
import org.redress.remedy.Finding;
import org.redress.remedy.PolicySet;
import org.redress.remedy.model.RuledPolicy;
import org.redress.remedy.model.Tables;

/** What is taken as a policy, and what is refused with the row named. */
class PolicyFileTest {
    private static final String GB = PolicyFile.shippedText(Area.GB);

    private static List<Finding> findings(String xml) {
        return PolicyFile.check(Area.GB, "1", LocalDate.EPOCH, null, xml).findings();
    }

    private static String changed(String from, String to) {
        assertThat(GB).contains(from);
        return GB.replace(from, to);
    }

    /** The shipped file with another cell: column counts from 1, inputs first. */
    private static String cell(String row, int column, String text) {
        var start = GB.indexOf("<text>", GB.indexOf("id=\"" + row + "_" + column + "\"")) + "<text>".length();
        return GB.substring(0, start)
                + text.replace("&", "&amp;").replace("<", "&lt;")
                + GB.substring(GB.indexOf("</text>", start));
    }

    private static Tables tables(Area area) {
        return ((RuledPolicy) PolicyFile.shipped(area)).tables();
    }

    @ParameterizedTest
    @EnumSource(Area.class)
    void the_shipped_tables_hold_and_answer_whatever_they_can_be_asked(Area area) {
        assertThat(PolicyFile.check(area, "1", LocalDate.EPOCH, null, PolicyFile.shippedText(area))
                        .findings())
                .isEmpty();
        for (var problem : Problem.values()) {
            assertThat(tables(area)
                            .floor(problem, area == Area.OTHER ? null : area.name())
                            .refundDays())
                    .isPositive();
            for (var demand : Demand.values()) {
                assertThat(tables(area).ways(problem, demand).isEmpty()).isEqualTo(problem == Problem.EXTRA_ITEM);
            }
        }
    }

    @Test
    void every_shipped_row_has_its_sentence_in_both_languages() throws IOException {
        var english = texts("remedy");
        var chinese = texts("remedy_zh");
        for (var area : Area.values()) {
            var source = PolicySource.read(PolicyFile.shippedText(area), TableShape.ofPolicy());
            for (var shape : List.of(
                    TableShape.WAYS,
                    TableShape.GOODS,
                    TableShape.AMOUNTS,
                    TableShape.GOODWILL,
                    TableShape.APPROVAL,
                    TableShape.ELIGIBILITY,
                    TableShape.LANE)) {
                for (var row :
                        Objects.requireNonNull(source.tables().get(shape)).rows()) {
                    assertThat(english).containsKey("remedy.rule." + row.id());
                    assertThat(chinese).containsKey("remedy.rule." + row.id());
                }
            }
        }
        for (var row : Objects.requireNonNull(PolicySource.read(PolicyFile.lawText(), List.of(TableShape.FLOORS))
                        .tables()
                        .get(TableShape.FLOORS))
                .rows()) {
            assertThat(english).containsKey("remedy.floor." + row.id());
            assertThat(chinese).containsKey("remedy.floor." + row.id());
        }
        for (var shape : TableShape.values()) {
            assertThat(english).containsKey("remedy.table." + shape.table());
            assertThat(chinese).containsKey("remedy.table." + shape.table());
        }
    }

    @Test
    void each_row_names_its_source_and_each_area_its_law() {
        assertThat(tables(Area.CN)
                        .ways(Problem.WRONG_ITEM, Demand.REFUND)
                        .getFirst()
                        .rule()
                        .source())
                .contains("消法 24");
        assertThat(tables(Area.GB).floor(Problem.WRONG_ITEM, "GB").rule().source())
                .contains("CRA 2015");
        assertThat(tables(Area.EU).floor(Problem.WRONG_ITEM, "DE").rule().source())
                .contains("EU 2019/771");
        assertThat(tables(Area.CN).floor(Problem.WRONG_ITEM, "CN").refundDays()).isEqualTo(7);
    }

    @Test
    void clocks_differ_by_channel() {
        var policy = PolicyFile.shipped(Area.CN);
        assertThat(policy.clock("PORTAL", PolicySet.Clock.DECISION)).isEqualTo(Duration.ofHours(24));
        assertThat(policy.clock("MARKETPLACE", PolicySet.Clock.DECISION)).isEqualTo(Duration.ofHours(20));
    }

    @Test
    void goodwill_grows_with_the_wait_and_with_a_second_failure() {
        var tables = tables(Area.GB);
        assertThat(tables.goodwill(Circumstances.USUAL).value().isNothing()).isTrue();
        assertThat(tables.goodwill(new Circumstances(1, 4, "NORMAL", false))
                        .value()
                        .percent())
                .isEqualTo(5);
        assertThat(tables.goodwill(new Circumstances(1, 8, "NORMAL", false))
                        .value()
                        .percent())
                .isEqualTo(10);
        assertThat(tables.goodwill(new Circumstances(1, 0, "NORMAL", true))
                        .rule()
                        .id())
                .isEqualTo("goodwill-again");
    }

    @Test
    void a_gap_is_named_with_its_table() {
        assertThat(findings(cell("freight-1000", 1, "(300..1000]")))
                .extracting(Finding::table, Finding::code)
                .contains(tuple("freight", "GAP"));
    }

    @Test
    void an_overlap_is_named_with_its_rows() {
        assertThat(findings(cell("freight-1000", 1, "(200..1000]")))
                .extracting(Finding::table, Finding::row, Finding::code)
                .containsExactly(tuple("freight", 1, "OVERLAP"));
        assertThat(findings(cell("freight-1000", 1, "(200..1000]")))
                .extracting(Finding::sentence)
                .containsExactly(Phrase.of("remedy.finding.overlap", "1, 2", "[ ( 200 .. 250 ] ]"));
    }

    @Test
    void a_wrong_type_is_named_with_its_row() {
        assertThat(findings(cell("freight-1000", 2, "\"much\"")))
                .extracting(Finding::table, Finding::row, Finding::code)
                .contains(tuple("freight", 2, "OUTPUT"));
        assertThat(findings(cell("reduction", 3, "130")))
                .extracting(Finding::table, Finding::row)
                .contains(tuple("amounts", 1));
        assertThat(findings(cell("keep-small-value", 5, "\"BURN\"")))
                .extracting(Finding::table, Finding::row, Finding::code)
                .contains(tuple("goods", 3, "OUTPUT"));
    }

    @Test
    void nobody_is_turned_away_while_the_law_lets_them_ask() {
        var shorter = GB.replace("&lt;= 2190", "&lt;= 100").replace("&gt; 2190", "&gt; 100");
        assertThat(findings(shorter))
                .extracting(Finding::table, Finding::row, Finding::code)
                .containsOnly(tuple("eligibility", 2, "BELOW_FLOOR"));
        assertThat(findings(GB.replace("2190", "4000"))).isEmpty();
    }

    @Test
    void goods_or_money_stay_the_customers_choice() {
        assertThat(findings(cell("money-back", 2, "\"REFUND\"")))
                .extracting(Finding::table, Finding::code)
                .contains(tuple("ways", "BELOW_FLOOR"));
    }

    @Test
    void a_row_without_a_source_is_refused() {
        assertThat(findings(GB.replaceFirst("(<rule id=\"freight-250\">\\s*<description>)[^<]*", "$1 ")))
                .extracting(Finding::table, Finding::row, Finding::code)
                .containsExactly(tuple("freight", 1, "NO_SOURCE"));
    }

    @Test
    void a_column_too_many_or_another_hit_policy_is_refused() {
        assertThat(findings(changed("name=\"amount\"", "name=\"price\"")))
                .extracting(Finding::code)
                .containsExactly("COLUMNS");
        assertThat(findings(changed(
                        "<decisionTable id=\"table_freight\" hitPolicy=\"UNIQUE\">",
                        "<decisionTable id=\"table_freight\" hitPolicy=\"COLLECT\">")))
                .extracting(Finding::code)
                .contains("HIT_POLICY");
    }

    @Test
    void a_file_holds_as_an_editor_in_the_browser_writes_it() throws IOException {
        assertThat(findings(edited())).isEmpty();
        assertThat(PolicyFile.read(edited()).stream()
                        .filter(table -> table.name().equals("freight"))
                        .flatMap(table -> table.rows().stream())
                        .map(row -> row.cells().getFirst()))
                .containsExactly("<= 250", "(250..900]", "(900..1000]", "(1000..2000]", "(2000..5000]", "> 5000");
    }

    /** A width of a column, drawings, the default hit policy left out, a row that the editor named. */
    private static String edited() throws IOException {
        try (var file = PolicyFileTest.class.getResourceAsStream("/remedy/edited-in-browser.dmn")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains("biodi:", "DecisionRule_").doesNotContain("hitPolicy=\"UNIQUE\"");
            return text;
        }
    }

    @Test
    void a_column_of_another_kind_or_language_is_refused() {
        assertThat(findings(changed(
                        "id=\"expression_freight_grams\" typeRef=\"number\"",
                        "id=\"expression_freight_grams\" typeRef=\"date\"")))
                .extracting(Finding::table, Finding::code)
                .containsExactly(tuple("freight", "COLUMN_TYPE"));
        assertThat(findings(changed(
                        "<inputEntry id=\"freight-1000_1\">",
                        "<inputEntry id=\"freight-1000_1\" expressionLanguage=\"javascript\">")))
                .extracting(Finding::code)
                .containsExactly("LANGUAGE");
        assertThat(findings(changed(
                        "<inputEntry id=\"freight-1000_1\">",
                        "<inputEntry id=\"freight-1000_1\" expressionLanguage=\"feel\">")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<import name=\"x\" namespace=\"urn:x\" importType=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" locationURI=\"http://example.com/x.dmn\"/>",
                "<businessKnowledgeModel id=\"b\" name=\"b\"><variable id=\"bv\" name=\"b\"/><encapsulatedLogic id=\"l\" kind=\"Java\"><context id=\"c\"/></encapsulatedLogic></businessKnowledgeModel>",
                "<decision id=\"d9\" name=\"freight\"><variable id=\"v9\" name=\"freight\"/><literalExpression id=\"l9\"><text>1</text></literalExpression></decision>",
                "<decisionService id=\"s\" name=\"s\"/>",
                "<itemDefinition id=\"i\" name=\"i\"><typeRef>string</typeRef></itemDefinition>"
            })
    void whatever_is_no_table_is_refused(String element) {
        assertThat(findings(GB.replace("</definitions>", element + "</definitions>")))
                .extracting(Finding::code)
                .containsAnyOf("NOT_ALLOWED", "NO_TABLE");
    }

    @Test
    void a_cycle_cannot_be_written() {
        assertThat(findings(changed("<requiredInput href=\"#input_grams\"/>", "<requiredDecision href=\"#freight\"/>")))
                .extracting(Finding::code)
                .contains("NOT_ALLOWED");
    }

    @Test
    void entities_are_never_expanded() {
        assertThat(findings("""
                <?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="&x;"/>""".strip())).extracting(Finding::code).containsExactly("NOT_XML");
        assertThat(findings("no xml")).extracting(Finding::code).containsExactly("NOT_XML");
        assertThat(findings("<a/>")).extracting(Finding::code).containsExactly("NOT_DMN");
        assertThat(findings("x".repeat(PolicySource.LONGEST + 1)))
                .extracting(Finding::code)
                .containsExactly("TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function(x) external {java: {class: \"java.lang.System\", method signature: \"exit(int)\"}}",
                "for i in 1..1000000 return i",
                "for i in 1..100 return for j in 1..100 return i",
                "sum(for i in 1..100, j in 1..100 return i)",
                "count(for i in grams..1000 return i)",
                "10 ** 100000",
                "replace(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\", \"\")",
                "matches(\"a\", \"a\")",
                "now()",
                "{a: 1}",
                "[1,2,3][item > 1]",
                "unknown + 1",
                "((((((((((((((((((((((((1))))))))))))))))))))))))+foo",
                "if"
            })
    void hostile_feel_is_refused_before_it_runs(String expression) {
        assertThat(findings(cell("freight-1000", 2, expression)))
                .extracting(Finding::table, Finding::row, Finding::code)
                .contains(tuple("freight", 2, "FEEL"));
    }

    /** Each function that docs/remedy.md lists, seen to work. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            abs               | abs(-5)                                   | 5
            ceiling           | ceiling(4.2)                              | 5
            contains          | if contains("abc", "b") then 5 else 1     | 5
            count             | count([1,2,3])                            | 3
            decimal           | decimal(4.256, 2)                         | 4.26
            ends with         | if ends with("abc", "c") then 5 else 1    | 5
            even              | if even(4) then 5 else 1                  | 5
            floor             | floor(5.9)                                | 5
            list contains     | if list contains([1,2], 2) then 5 else 1  | 5
            lower case        | string length(lower case("ABC"))          | 3
            max               | max(3, 5)                                 | 5
            mean              | mean([4, 6])                              | 5
            min               | min(5, 9)                                 | 5
            modulo            | modulo(17, 6)                             | 5
            not               | if not(false) then 5 else 1               | 5
            odd               | if odd(3) then 5 else 1                   | 5
            round down        | round down(5.99, 0)                       | 5
            round half down   | round half down(5.5, 0)                   | 5
            round half up     | round half up(4.5, 0)                     | 5
            round up          | round up(4.01, 0)                         | 5
            starts with       | if starts with("abc", "a") then 5 else 1  | 5
            string length     | string length("abcde")                    | 5
            substring         | string length(substring("abcdefg", 3))    | 5
            sum               | sum(for i in 1..2 return i) + 2           | 5
            upper case        | if upper case("a") = "A" then 5 else 1    | 5
            (a loop)          | count(for i in 1..1000 return i) / 200    | 5
            (the input)       | max(grams, 0) * 0 + 5                     | 5
            """)
    void each_function_that_may_be_used_works(String function, String expression, String expected) {
        var checked = PolicyFile.check(Area.GB, "1", LocalDate.EPOCH, null, cell("freight-1000", 2, expression));
        assertThat(checked.findings()).isEmpty();
        var tables = ((RuledPolicy) checked.policy().orElseThrow()).tables();
        assertThat(tables.freight(500)).isEqualByComparingTo(expected);
        assertThat(function.startsWith("(") || FeelLimits.FUNCTIONS.contains(function))
                .isTrue();
    }

    @Test
    void every_function_that_may_be_used_is_tested_above() throws NoSuchMethodException {
        var rows = PolicyFileTest.class
                .getDeclaredMethod("each_function_that_may_be_used_works", String.class, String.class, String.class)
                .getAnnotation(CsvSource.class)
                .textBlock();
        var tested = Stream.of(rows.split("\n", -1))
                .map(row -> row.split("\\|", -1)[0].strip())
                .filter(name -> !name.isEmpty() && !name.startsWith("("))
                .toList();
        assertThat(tested).containsExactlyInAnyOrderElementsOf(FeelLimits.FUNCTIONS);
    }

    @Test
    void a_merchants_own_row_is_said_by_its_table_row_and_source() {
        var xml = changed("<rule id=\"goodwill-none\">", "<rule id=\"DecisionRule_1abc\">");
        var checked = PolicyFile.check(Area.GB, "1", LocalDate.EPOCH, null, xml);
        var rule = ((RuledPolicy) checked.policy().orElseThrow())
                .tables()
                .goodwill(Circumstances.USUAL)
                .rule();
        assertThat(rule.sentence().key()).isEqualTo("remedy.rule.own");
        assertThat(rule.id()).isEqualTo("DecisionRule_1abc");
    }

    @Test
    void a_promise_adds_to_the_law_and_never_takes_from_it() {
        var promise = """
                <rule id="promise"><description>our shop's promise</description>
                <inputEntry id="promise_1"><text>"WRONG_ITEM"</text></inputEntry>
                <inputEntry id="promise_2"><text>-</text></inputEntry>
                <outputEntry id="promise_3"><text>0</text></outputEntry>
                <outputEntry id="promise_4"><text>%d</text></outputEntry>
                <outputEntry id="promise_5"><text>%d</text></outputEntry></rule>
                """;
        var table = "name=\"refundDays\" typeRef=\"number\"/>\n";
        var better = PolicyFile.check(
                Area.GB, "1", LocalDate.EPOCH, null, changed(table, table + promise.formatted(4000, 2)));
        var floor = ((RuledPolicy) better.policy().orElseThrow()).tables().floor(Problem.WRONG_ITEM, "GB");
        assertThat(floor.windowDays()).isEqualTo(4000);
        assertThat(floor.refundDays()).isEqualTo(2);
        assertThat(floor.moneyPercent()).isEqualTo(100);
        var worse = PolicyFile.check(
                Area.GB, "1", LocalDate.EPOCH, null, changed(table, table + promise.formatted(1, 300)));
        var still = ((RuledPolicy) worse.policy().orElseThrow()).tables().floor(Problem.WRONG_ITEM, "GB");
        assertThat(still.windowDays()).isEqualTo(2190);
        assertThat(still.refundDays()).isEqualTo(14);
    }

    private static Properties texts(String name) throws IOException {
        var texts = new Properties();
        try (var stream = PolicyFileTest.class.getResourceAsStream("/words/" + name + ".properties")) {
            texts.load(new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8));
        }
        return texts;
    }
}
