package org.redress.remedy;

/**
 * A page of an upper floor that stands beside the rules: declare it as a bean.
 *
 * @param text key of its title
 */
public record PolicyTab(String text, String href) {}
