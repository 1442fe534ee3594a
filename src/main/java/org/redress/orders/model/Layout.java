package org.redress.orders.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.orders.ImportColumn;
import org.redress.orders.ImportKind;

/** Where each of our columns stands in a file. */
public final class Layout {
    private final Map<String, Source> sources;
    private final int width;

    private Layout(Map<String, Source> sources, int width) {
        this.sources = sources;
        this.width = width;
    }

    /** Where the text of one of our columns comes from. */
    private sealed interface Source {
        /** A cell of the row; {@code name} is the file's for it. */
        record Cell(int index, String name) implements Source {}

        /** The same text in every row. */
        record Constant(String text) implements Source {}
    }

    /**
     * Brings the first row of a file and a mapping (our column to theirs, or to {@code =text}) together.
     *
     * @throws Refused naming every column of the mapping that is not ours or not in the file, and what is missing
     */
    public static Layout of(ImportKind kind, List<String> header, Map<String, String> mapping) {
        var theirs = new HashMap<String, Integer>();
        var sources = new HashMap<String, Source>();
        for (int i = 0; i < header.size(); i++) {
            var cell = new Source.Cell(i, header.get(i).strip());
            theirs.putIfAbsent(cell.name(), i);
            Columns.known(kind, cell.name()).ifPresent(ours -> sources.putIfAbsent(ours, cell));
        }
        var faults = new ArrayList<Refusal.Fault>();
        mapping.forEach((spelling, their) -> {
            var ours = Columns.known(kind, spelling);
            if (ours.isEmpty()) {
                faults.add(fault(spelling, "UNKNOWN_COLUMN", Phrase.of("orders.import.unknown-column", spelling)));
            } else if (their.startsWith("=")) {
                sources.put(ours.get(), new Source.Constant(their.substring(1).strip()));
            } else if (theirs.containsKey(their.strip())) {
                sources.put(ours.get(), new Source.Cell(theirs.get(their.strip()), their.strip()));
            } else {
                faults.add(fault(spelling, "COLUMN_NOT_IN_FILE", Phrase.of("orders.import.not-in-file", their)));
            }
        });
        Columns.of(kind).stream()
                .filter(ImportColumn::needed)
                .map(ImportColumn::name)
                .filter(name -> !sources.containsKey(name))
                .filter(name -> faults.stream().noneMatch(fault -> isAbout(fault, kind, name)))
                .forEach(name ->
                        faults.add(fault(name, "COLUMN_MISSING", Phrase.of("orders.import.column-missing", name))));
        if (!faults.isEmpty()) {
            throw new Refused(Refusal.invalid(faults));
        }
        return new Layout(sources, header.size());
    }

    private static boolean isAbout(Refusal.Fault fault, ImportKind kind, String name) {
        return Columns.known(kind, fault.pointer().substring("/mapping/".length()))
                .filter(name::equals)
                .isPresent();
    }

    private static Refusal.Fault fault(String column, String code, Phrase message) {
        return new Refusal.Fault("/mapping/" + column.replace("~", "~0").replace("/", "~1"), code, message);
    }

    /** A row to be read; {@code number} as a spreadsheet counts. */
    public Row row(long number, List<String> cells) {
        return new Row(this, number, cells);
    }

    int width() {
        return width;
    }

    /** The text in one of our columns, without spaces around it; empty where the file has no such column. */
    String text(String ours, List<String> cells) {
        return switch (sources.get(ours)) {
            case Source.Cell(var index, var _) ->
                index < cells.size() ? cells.get(index).strip() : "";
            case Source.Constant(var text) -> text;
            case null -> "";
        };
    }

    /** What the file calls one of our columns. */
    String theirs(String ours) {
        return sources.get(ours) instanceof Source.Cell(var _, var name) ? name : ours;
    }
}
