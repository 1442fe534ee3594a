package org.redress.handbook.web;

import org.jspecify.annotations.Nullable;

/**
 * The shop whose customer reads.
 *
 * @param slug its name in addresses; null where none is known
 */
public record PublicShop(String name, @Nullable String slug) {
    static final PublicShop NONE = new PublicShop("Redress", null);

    public @Nullable String home() {
        return slug == null ? null : "/shop/" + slug;
    }

    /** @param chapter nothing for the contents, or its slug behind a stroke */
    public String path(String chapter) {
        return PublicHandbookPages.PATH + chapter + (slug == null ? "" : "?shop=" + slug);
    }
}
