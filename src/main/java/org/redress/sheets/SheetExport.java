package org.redress.sheets;

/**
 * A file that can be had from the page of imports: declare it as a bean.
 *
 * @param text what it holds, such as {@code orders.export.orders}
 * @param href where it is, without the point and its ending; both {@code .xlsx} and {@code .csv} are there, for
 *     administrators
 */
public record SheetExport(String text, String href) {}
