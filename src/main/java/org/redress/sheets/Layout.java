package org.redress.sheets;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;

/** Where each of our columns stands in a file. */
public final class Layout {
    private final Map<String, Integer> ours;
    private final Source[] sources;
    private final int width;

    private Layout(List<SheetColumn> columns, Map<String, Source> sources, int width) {
        this.ours = new HashMap<>();
        this.sources = new Source[columns.size()];
        this.width = width;
        for (int i = 0; i < columns.size(); i++) {
            var name = columns.get(i).name();
            ours.put(name, i);
            this.sources[i] = sources.getOrDefault(name, new Source.Constant(""));
        }
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
    public static Layout of(List<SheetColumn> columns, List<String> header, Map<String, String> mapping) {
        var names = names(columns);
        var theirs = new HashMap<String, Integer>();
        var sources = new HashMap<String, Source>();
        for (int i = 0; i < header.size(); i++) {
            var cell = new Source.Cell(i, header.get(i).strip());
            theirs.putIfAbsent(cell.name(), i);
            known(names, cell.name()).ifPresent(ours -> sources.putIfAbsent(ours, cell));
        }
        var faults = new ArrayList<Refusal.Fault>();
        mapping.forEach((spelling, their) -> {
            var ours = known(names, spelling);
            if (ours.isEmpty()) {
                faults.add(fault(spelling, "UNKNOWN_COLUMN", Phrase.of("sheets.import.unknown-column", spelling)));
            } else if (their.startsWith("=")) {
                sources.put(ours.get(), new Source.Constant(their.substring(1).strip()));
            } else if (theirs.containsKey(their.strip())) {
                sources.put(ours.get(), new Source.Cell(theirs.get(their.strip()), their.strip()));
            } else {
                faults.add(fault(spelling, "COLUMN_NOT_IN_FILE", Phrase.of("sheets.import.not-in-file", their)));
            }
        });
        columns.stream()
                .filter(SheetColumn::needed)
                .map(SheetColumn::name)
                .filter(name -> !sources.containsKey(name))
                .filter(name -> mapping.keySet().stream()
                        .noneMatch(spelling -> known(names, spelling).equals(Optional.of(name))))
                .forEach(name ->
                        faults.add(fault(name, "COLUMN_MISSING", Phrase.of("sheets.import.column-missing", name))));
        if (!faults.isEmpty()) {
            throw new Refused(Refusal.invalid(faults));
        }
        return new Layout(columns, sources, header.size());
    }

    /** Our names by their bare spelling; our own name for one column wins over another spelling of a second. */
    private static Map<String, String> names(List<SheetColumn> columns) {
        var names = new HashMap<String, String>();
        columns.forEach(column -> names.put(bare(column.name()), column.name()));
        columns.forEach(
                column -> column.spellings().forEach(spelling -> names.putIfAbsent(bare(spelling), column.name())));
        return names;
    }

    /** Our name for a column, however it is spelt: {@code Order Number}, {@code order_number}, {@code 订单号}. */
    private static Optional<String> known(Map<String, String> names, String spelling) {
        return Optional.ofNullable(names.get(bare(spelling)));
    }

    private static String bare(String spelling) {
        return Normalizer.normalize(spelling, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Refusal.Fault fault(String column, String code, Phrase message) {
        return new Refusal.Fault("/mapping/" + column.replace("~", "~0").replace("/", "~1"), code, message);
    }

    /** A row to be read; {@code number} as a spreadsheet counts. */
    public Row row(long number, List<String> cells) {
        var texts = new String[sources.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text(sources[i], cells);
        }
        var row = new Row(this, number, texts);
        if (cells.size() > width && cells.subList(width, cells.size()).stream().anyMatch(cell -> !cell.isBlank())) {
            row.fault("", "sheets.row.TOO_MANY_CELLS", String.valueOf(width));
        }
        return row;
    }

    /** A row of which {@link Row#texts} were kept. */
    public Row restored(long number, List<String> texts) {
        return new Row(this, number, texts.toArray(String[]::new));
    }

    /** The text in one of our columns, without spaces around it; empty where the file has no such column. */
    public String text(String column, List<String> cells) {
        return text(sources[index(column)], cells);
    }

    private static String text(Source source, List<String> cells) {
        return switch (source) {
            case Source.Cell(var index, var _) ->
                index < cells.size() ? Formula.bare(cells.get(index).strip()) : "";
            case Source.Constant(var text) -> text;
        };
    }

    int index(String column) {
        var index = ours.get(column);
        if (index == null) {
            throw new IllegalArgumentException("No column of this kind is called " + column);
        }
        return index;
    }

    /** What the file calls one of our columns. */
    String theirs(String column) {
        return sources[index(column)] instanceof Source.Cell(var _, var name) ? name : column;
    }
}
