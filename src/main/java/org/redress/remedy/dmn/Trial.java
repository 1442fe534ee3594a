package org.redress.remedy.dmn;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Demand;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
import org.redress.remedy.Area;
import org.redress.remedy.Finding;
import org.redress.remedy.dmn.DecisionTables.Hit;
import org.redress.remedy.dmn.TableShape.Column;

/**
 * Asks every table whatever it could be asked, on and between its limits: whether it answers, in time, with something
 * that makes sense, and never with less than the law (domain.md trap e: policy may add to statutory remedies).
 */
final class Trial {
    /** The time a table has for an answer. A single slow answer may be the machine's; three in a row are the table's. */
    private static final long LONGEST_NANOS = 50_000_000;

    private static final int MOST_QUESTIONS = 5_000;
    private static final int MOST_FINDINGS = 50;

    private final Area area;
    private final DecisionTables tables;
    private final DecisionTables law;
    private final Set<Finding> findings = new LinkedHashSet<>();

    Trial(Area area, DecisionTables tables, DecisionTables law) {
        this.area = area;
        this.tables = tables;
        this.law = law;
    }

    Set<Finding> findings() {
        for (var shape : TableShape.ofPolicy()) {
            if (findings.size() < MOST_FINDINGS) {
                questions(shape).forEach(question -> tryOut(shape, question));
            }
        }
        if (findings.isEmpty()) {
            neverRefusedInTime();
            alwaysGoodsOrMoney();
        }
        return findings;
    }

    private List<List<Object>> questions(TableShape shape) {
        List<List<Object>> questions = List.of(List.of());
        for (int i = 0; i < shape.inputs().size(); i++) {
            var values = values(shape, i);
            var wider = new ArrayList<List<Object>>();
            for (var question : questions) {
                for (var value : values) {
                    if (wider.size() < MOST_QUESTIONS) {
                        wider.add(Stream.concat(question.stream(), Stream.of(value))
                                .toList());
                    }
                }
            }
            questions = wider;
        }
        return questions;
    }

    private List<?> values(TableShape shape, int column) {
        var input = shape.inputs().get(column);
        return switch (input.type()) {
            case BOOLEAN -> List.of(true, false);
            case NUMBER -> tables.cells(shape).samples(column, input);
            case STRING -> input.words().isEmpty() ? countries() : input.words();
        };
    }

    private static List<String> countries() {
        return List.of("", "CN", "GB", "DE", "FR", "US", "JP");
    }

    private void tryOut(TableShape shape, List<Object> question) {
        if (findings.size() >= MOST_FINDINGS) {
            return;
        }
        try {
            if (!answersInTime(shape, question)) {
                add(
                        shape,
                        null,
                        "SLOW",
                        Phrase.of("remedy.finding.slow", LONGEST_NANOS / 1_000_000, question.toString()));
                return;
            }
            var hits = tables.evaluate(shape, question);
            if (hits.isEmpty() && shape.hit() == TableShape.Hit.ONE) {
                add(shape, null, "GAP", Phrase.of("remedy.finding.gap", "", question.toString()));
            }
            hits.forEach(hit -> shape.outputs().forEach(output -> judge(shape, hit, output)));
        } catch (DecisionTables.Unanswered unanswered) {
            add(shape, null, "NO_ANSWER", Phrase.of("remedy.finding.no-answer", question.toString()));
        }
    }

    private boolean answersInTime(TableShape shape, List<Object> question) {
        for (int attempt = 0; attempt < 3; attempt++) {
            var start = System.nanoTime();
            tables.evaluate(shape, question);
            if (System.nanoTime() - start <= LONGEST_NANOS) {
                return true;
            }
        }
        return false;
    }

    private void judge(TableShape shape, Hit hit, Column output) {
        var value = hit.outputs().get(output.name());
        boolean fits = switch (output.type()) {
            case BOOLEAN -> value instanceof Boolean;
            case STRING -> value instanceof String text && output.words().contains(text);
            case NUMBER ->
                value instanceof BigDecimal number
                        && number.compareTo(BigDecimal.valueOf(output.from())) >= 0
                        && number.compareTo(BigDecimal.valueOf(output.to())) <= 0
                        && (!output.whole() || number.stripTrailingZeros().scale() <= 0);
        };
        if (!fits) {
            var wanted = output.type() == TableShape.Type.STRING
                    ? String.join(", ", output.words())
                    : output.type() == TableShape.Type.BOOLEAN ? "true, false" : output.from() + "–" + output.to();
            add(shape, hit.row().number(), "OUTPUT", Phrase.of("remedy.finding.output", output.name(), wanted));
        }
    }

    /** Nobody is turned away while the law lets them ask. */
    private void neverRefusedInTime() {
        var days = tables.cells(TableShape.ELIGIBILITY)
                .samples(1, TableShape.ELIGIBILITY.inputs().get(1));
        for (var problem : Problem.values()) {
            for (var country : ofArea()) {
                var least = law.ask(TableShape.FLOORS, problem.name(), country).getFirst();
                var window = least.outputs().get("windowDays") instanceof BigDecimal number ? number : BigDecimal.ZERO;
                Stream.concat(days.stream(), Stream.of(window))
                        .filter(day -> day.compareTo(window) <= 0)
                        .forEach(day -> {
                            var hit = tables.ask(TableShape.ELIGIBILITY, problem.name(), day)
                                    .getFirst();
                            if (!Boolean.TRUE.equals(hit.outputs().get("eligible"))) {
                                add(
                                        TableShape.ELIGIBILITY,
                                        hit.row().number(),
                                        "BELOW_FLOOR",
                                        Phrase.of(
                                                "remedy.finding.below-floor-window",
                                                window.intValue(),
                                                least.row().source()));
                            }
                        });
            }
        }
    }

    private List<String> ofArea() {
        return switch (area) {
            case CN -> List.of("CN");
            case GB -> List.of("GB");
            case EU -> List.of("DE", "FR", "IT");
            case OTHER -> List.of("", "US");
        };
    }

    /** Who lacks what they ordered may always have it, or their money back. */
    private void alwaysGoodsOrMoney() {
        for (var problem : Problem.values()) {
            if (problem.owesGoods()) {
                for (var demand : Demand.values()) {
                    var ways = tables.ask(TableShape.WAYS, problem.name(), demand.name()).stream()
                            .map(hit -> hit.outputs().get("way"))
                            .toList();
                    for (var way : List.of("RIGHT_GOODS", "MONEY_BACK")) {
                        if (!ways.contains(way)) {
                            add(
                                    TableShape.WAYS,
                                    null,
                                    "BELOW_FLOOR",
                                    Phrase.of("remedy.finding.below-floor-way", problem.name(), demand.name(), way));
                        }
                    }
                }
            }
        }
    }

    private void add(TableShape shape, @Nullable Integer row, String code, Phrase sentence) {
        findings.add(new Finding(shape.table(), row, code, sentence));
    }
}
