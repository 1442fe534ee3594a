package org.redress.sheets;

import java.util.List;

/**
 * A column of ours.
 *
 * @param name such as {@code orderNumber}
 * @param needed whether every row must fill it
 * @param meaning the text that explains it, such as {@code orders.column.orderNumber}
 * @param example what may stand there; empty where a template leaves it blank
 * @param spellings other names by which it is known; case and punctuation do not count
 */
public record SheetColumn(String name, boolean needed, String meaning, String example, List<String> spellings) {
    public static SheetColumn needed(String name, String meaning, String example, String... spellings) {
        return new SheetColumn(name, true, meaning, example, List.of(spellings));
    }

    public static SheetColumn optional(String name, String meaning, String example, String... spellings) {
        return new SheetColumn(name, false, meaning, example, List.of(spellings));
    }
}
