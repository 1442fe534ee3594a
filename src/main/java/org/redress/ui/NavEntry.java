package org.redress.ui;

import java.util.Set;

/**
 * A module's place in the staff navigation: declare it as a bean.
 *
 * @param key the text, such as {@code claims.nav}
 * @param href where it leads
 * @param order smaller stands earlier
 * @param authorities the Spring Security authorities, such as {@code ROLE_AGENT}, any of which sees it
 */
public record NavEntry(String key, String href, int order, Set<String> authorities) {
    public NavEntry(String key, String href, int order, String... authorities) {
        this(key, href, order, Set.of(authorities));
    }
}
