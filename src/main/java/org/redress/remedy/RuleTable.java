package org.redress.remedy;

import java.util.List;

/**
 * A decision table to read.
 *
 * @param name such as {@code goods}; its title is {@code remedy.table.<name>}
 * @param inputs what it is asked
 * @param outputs what it answers
 */
public record RuleTable(String name, List<String> inputs, List<String> outputs, List<Row> rows) {
    /**
     * @param cells inputs, then outputs, as written
     * @param source the law or promise that the row follows
     */
    public record Row(String id, List<String> cells, String source) {}
}
