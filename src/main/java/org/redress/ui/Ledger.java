package org.redress.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was expected against what was found, drawn by {@code ui/ledger.jte}: a row for each article, a column for each
 * place where it was counted.
 *
 * @param columns the places, in the reader's language: ordered, picked, packed, shipped, received
 */
public record Ledger(List<String> columns, List<Row> rows) {
    /**
     * One article.
     *
     * @param code its SKU, or null where only a description is known
     * @param note what is wrong with it in a few words, or null
     */
    public record Row(
            String article, @Nullable String code, @Nullable String note, List<Cell> cells) {}

    /**
     * One count.
     *
     * @param count units, or null: not known
     * @param source who says so, shown on hover and focus; null where nobody recorded it
     */
    public record Cell(
            @Nullable Integer count, Tone tone, @Nullable String source) {}

    /** How a count stands to what was ordered. */
    public enum Tone {
        PLAIN,
        AGREES,
        DIFFERS,
        UNKNOWN;

        String style(@Nullable Integer count) {
            return switch (this) {
                case PLAIN -> count != null && count == 0 ? "zero" : "plain";
                case AGREES -> "agrees";
                case DIFFERS -> "differs";
                case UNKNOWN -> "unknown";
            };
        }
    }

    /** The CSS class of a cell. */
    public static String style(Cell cell) {
        return cell.tone().style(cell.count());
    }
}
