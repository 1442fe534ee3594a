package org.redress.sheets;

import org.redress.kernel.Phrase;

/**
 * Why a row was rejected.
 *
 * @param row as a spreadsheet counts: the first row holds the names of the columns
 * @param column as the file calls it; empty where it is the whole row
 */
public record ImportError(long row, String column, String code, Phrase message) {}
