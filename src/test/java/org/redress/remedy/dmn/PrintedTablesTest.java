package org.redress.remedy.dmn;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.remedy.Area;
import org.redress.testing.Approved;

/** docs/generated/remedy-tables.md shows the tables as they are shipped. */
class PrintedTablesTest {
    @Test
    void the_shipped_tables_are_printed() {
        var areas = Stream.of(Area.values())
                .map(area -> "# " + title(area) + "\n\nAmounts in "
                        + area.currency().getCurrencyCode() + ".\n\n"
                        + print(PolicyFile.shippedText(area), TableShape.ofPolicy()))
                .collect(Collectors.joining("\n"));
        var law = "# What the law demands\n\n" + print(PolicyFile.lawText(), List.of(TableShape.FLOORS));
        Approved.check(
                Path.of("docs", "generated", "remedy-tables.md"),
                "Printed from `src/main/resources/remedy` by `PrintedTablesTest`; docs/remedy.md explains them.\n\n"
                        + law + "\n" + areas);
    }

    private static String title(Area area) {
        return switch (area) {
            case CN -> "China";
            case EU -> "European Union";
            case GB -> "United Kingdom";
            case OTHER -> "Elsewhere";
        };
    }

    private static String print(String xml, List<TableShape> shapes) {
        var source = PolicySource.read(xml, shapes);
        return shapes.stream()
                .map(shape -> Objects.requireNonNull(source.tables().get(shape)))
                .map(PrintedTablesTest::print)
                .collect(Collectors.joining("\n"));
    }

    private static String print(PolicySource.Table table) {
        var shape = table.shape();
        var head = Stream.of(
                        Stream.of("row"),
                        shape.inputs().stream().map(TableShape.Column::name),
                        shape.outputs().stream().map(column -> "→ " + column.name()),
                        Stream.of("source"))
                .flatMap(each -> each)
                .toList();
        var rows = table.rows().stream()
                .map(row -> line(Stream.of(Stream.of(row.id()), row.cells().stream(), Stream.of(row.source()))
                        .flatMap(each -> each)
                        .toList()))
                .collect(Collectors.joining());
        return "## " + shape.table() + "\n\n"
                + (table.rows().isEmpty()
                        ? "No rows.\n"
                        : line(head) + line(head.stream().map(_ -> "---").toList()) + rows);
    }

    private static String line(List<String> cells) {
        return "| " + cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ")) + " |\n";
    }
}
