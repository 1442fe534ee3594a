package org.redress.remedy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that says something else in one set of tables than in another.
 *
 * @param row where it stands, counted from 1: in the later tables, or in the earlier ones where it is gone
 * @param before its cells, and last its source; null where it is new
 * @param after the same; null where it is gone
 */
public record RuleChange(
        String table,
        String id,
        int row,
        @Nullable List<String> before,
        @Nullable List<String> after) {
    /** What a reviewer has to look at. A row that only moved is no change. */
    public static List<RuleChange> between(List<RuleTable> before, List<RuleTable> after) {
        var changes = new ArrayList<RuleChange>();
        var tables = new HashMap<String, RuleTable>();
        before.forEach(table -> tables.put(table.name(), table));
        for (var table : after) {
            var old = tables.get(table.name());
            changes.addAll(between(table.name(), old == null ? List.of() : old.rows(), table.rows()));
        }
        return List.copyOf(changes);
    }

    private static List<RuleChange> between(String table, List<RuleTable.Row> before, List<RuleTable.Row> after) {
        var changes = new ArrayList<RuleChange>();
        Map<String, RuleTable.Row> gone = new HashMap<>();
        before.forEach(row -> gone.put(row.id(), row));
        for (int i = 0; i < after.size(); i++) {
            var row = after.get(i);
            var old = gone.remove(row.id());
            if (!row.equals(old)) {
                changes.add(new RuleChange(table, row.id(), i + 1, old == null ? null : said(old), said(row)));
            }
        }
        for (int i = 0; i < before.size(); i++) {
            var row = before.get(i);
            if (gone.containsKey(row.id())) {
                changes.add(new RuleChange(table, row.id(), i + 1, said(row), null));
            }
        }
        return changes;
    }

    private static List<String> said(RuleTable.Row row) {
        var said = new ArrayList<>(row.cells());
        said.add(row.source());
        return List.copyOf(said);
    }
}
