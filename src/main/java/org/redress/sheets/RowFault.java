package org.redress.sheets;

/**
 * Why a row is rejected.
 *
 * @param column as the file calls it; empty for the whole row
 * @param text the key of the sentence that says it, such as {@code sheets.row.MISSING}; its last part is the code
 * @param gap what fills the gap of that sentence: what stood there, or a bound
 */
public record RowFault(long row, String column, String text, String gap) {
    public String code() {
        return text.substring(text.lastIndexOf('.') + 1);
    }
}
