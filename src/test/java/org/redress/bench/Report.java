package org.redress.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table that is printed at the end. */
final class Report {
    private record Row(String what, String measured, String goal, String met, String ratio) {
        List<String> cells() {
            return List.of(what, measured, goal, met, ratio);
        }
    }

    private final List<String> facts = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    void fact(String name, String value) {
        facts.add("%-12s %s".formatted(name, value));
    }

    /** A figure that nothing was promised about. */
    void row(String what, String measured, String ratio) {
        rows.add(new Row(what, measured, "", "", ratio));
    }

    /** A figure with a goal: it is met below the limit. */
    void row(String what, String measured, double value, double limit, String unit, String ratio) {
        rows.add(new Row(
                what,
                measured,
                String.format(Locale.ROOT, limit % 1 == 0 ? "< %.0f %s" : "< %.1f %s", limit, unit),
                value < limit ? "met" : "MISSED",
                ratio));
    }

    /** A figure with a goal: it is met from that on. */
    void atLeast(String what, String measured, double value, double goal, String unit, String ratio) {
        rows.add(new Row(
                what,
                measured,
                String.format(Locale.ROOT, ">= %.0f %s", goal, unit),
                value >= goal ? "met" : "MISSED",
                ratio));
    }

    String text() {
        var all = new ArrayList<Row>();
        all.add(new Row("what", "measured", "goal", "", "ratio"));
        all.addAll(rows);
        var widths = new int[5];
        for (var row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.cells().get(i).length());
            }
        }
        var text = new StringBuilder();
        facts.forEach(fact -> text.append(fact).append('\n'));
        text.append('\n');
        for (var row : all) {
            var line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.cells().get(i))
                        .repeat(' ', widths[i] - row.cells().get(i).length() + 2);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
