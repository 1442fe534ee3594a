package org.redress.correspondence.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.correspondence.PostItem;
import org.redress.ui.Frame;

/**
 * Mail, the newest first.
 *
 * @param numbers of the claims it is about
 */
public record PostListPage(
        Frame frame,
        PostView view,
        List<PostItem> items,
        Map<UUID, String> numbers,
        @Nullable String next) {
    private static final int LONGEST = 160;

    public String path(PostItem item) {
        return PostPages.PATH + "/" + item.id();
    }

    public @Nullable String number(PostItem item) {
        return item.claim() == null ? null : numbers.get(item.claim());
    }

    public String claimPath(PostItem item) {
        return "/desk/claims/" + item.claim();
    }

    /** How it begins. */
    public String beginning(PostItem item) {
        var text = item.text().replaceAll("\\s+", " ");
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
