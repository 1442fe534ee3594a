package org.redress.ui;

import java.util.Set;

/**
 * A module's place in the staff navigation: declare it as a bean.
 *
 * @param key the text, such as {@code claims.nav}
 * @param href where it leads
 * @param order smaller stands earlier; from {@link #UNDER_ONES_NAME} on in the menu under the reader's name
 * @param authorities the Spring Security authorities, such as {@code ROLE_AGENT}, any of which sees it
 */
public record NavEntry(String key, String href, int order, Set<String> authorities) {
    /** What is for the readers themselves, and no daily work: the bar has room for that only. */
    public static final int UNDER_ONES_NAME = 90;

    boolean isUnderOnesName() {
        return href.startsWith("/admin/") || order >= UNDER_ONES_NAME;
    }

    public NavEntry(String key, String href, int order, String... authorities) {
        this(key, href, order, Set.of(authorities));
    }
}
