package org.redress.ui;

/**
 * A module's place in the staff navigation: declare it as a bean.
 *
 * @param key the text, such as {@code claims.nav}
 * @param href where it leads
 * @param order smaller stands earlier
 * @param authority the Spring Security authority that sees it, such as {@code ROLE_AGENT}
 */
public record NavEntry(String key, String href, int order, String authority) {}
