package org.redress.remedy;

import org.jspecify.annotations.Nullable;
import org.redress.kernel.Phrase;

/**
 * Why a set of tables cannot be used as it stands.
 *
 * @param table at fault, or null where it is the file as a whole
 * @param row counted from 1, or null where it is the table as a whole
 * @param code stable, for programs
 */
public record Finding(@Nullable String table, @Nullable Integer row, String code, Phrase sentence) {
    /** With the place that it is about. */
    public Phrase said() {
        if (table == null) {
            return sentence;
        }
        var where = Phrase.of("remedy.table." + table);
        return row == null
                ? Phrase.of("remedy.finding.in-table", where, sentence)
                : Phrase.of("remedy.finding.in-row", where, row, sentence);
    }
}
