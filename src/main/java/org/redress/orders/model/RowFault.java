package org.redress.orders.model;

/**
 * Why a row is rejected.
 *
 * @param column as the file calls it; empty for the whole row
 * @param code the text stands under {@code orders.row.<code>}
 * @param gap what fills the gap of that text: what stood there, or a bound
 */
public record RowFault(long row, String column, String code, String gap) {}
