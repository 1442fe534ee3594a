package org.redress.remedy;

import org.redress.kernel.Phrase;

/**
 * A rule that shaped an option or a verdict: a row of a table.
 *
 * @param id stable, for programs
 * @param source the law or promise it follows
 * @param sentence what it says, for people
 */
public record Rule(String id, String source, Phrase sentence) {
    /** A rule of the product's own tables, whose text is {@code remedy.rule.<id>}. */
    public static Rule shipped(String id, String source) {
        return new Rule(id, source, Phrase.of("remedy.rule." + id));
    }

    /** A row that a merchant wrote: its note is all that is known of it. */
    public static Rule own(String id, String table, int row, String source) {
        return new Rule(id, source, Phrase.of("remedy.rule.own", Phrase.of("remedy.table." + table), row, source));
    }
}
