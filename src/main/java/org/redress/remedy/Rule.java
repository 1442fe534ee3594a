package org.redress.remedy;

import org.jspecify.annotations.Nullable;
import org.redress.kernel.Phrase;

/**
 * A rule that shaped an option or a verdict: a row of a table.
 *
 * @param id stable, for programs
 * @param source the law or promise it follows
 * @param table where a merchant wrote it; null for a rule of the product's own, which has a text of its own
 * @param row counted from 1; 0 for a rule of the product's own
 * @param mark another where the row says something else; empty for a rule of the product's own
 */
public record Rule(String id, String source, @Nullable String table, int row, String mark) {
    /** A rule of the product's own tables, whose text is {@code remedy.rule.<id>}. */
    public static Rule shipped(String id, String source) {
        return new Rule(id, source, null, 0, "");
    }

    /** A row that a merchant wrote: its note is all that is known of it. */
    public static Rule own(String id, String table, int row, String source, String mark) {
        return new Rule(id, source, table, row, mark);
    }

    /** Whether it says the same, wherever in its table it stands. */
    public boolean isAs(Rule other) {
        return id.equals(other.id) && mark.equals(other.mark);
    }

    /** What it says, for people. */
    public Phrase sentence() {
        return table == null
                ? Phrase.of("remedy.rule." + id)
                : Phrase.of("remedy.rule.own", Phrase.of("remedy.table." + table), row, source);
    }
}
