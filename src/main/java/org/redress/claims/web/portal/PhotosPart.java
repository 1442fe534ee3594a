package org.redress.claims.web.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.ui.Frame;

/** What {@code portal/_photos.jte} and {@code portal/_reading.jte} show: photos that were sent and wait for their claim. */
public record PhotosPart(Frame frame, Shop shop, List<PhotoView> photos, Faults faults) {
    static final int MOST_COMPARED = 10;

    /** Where to ask for a photo that is not read yet; what it is compared with goes along. */
    public String readingPath(PhotoView photo, List<String> ordered) {
        return photo.address() + "/reading?kind=" + photo.kind() + query(ordered);
    }

    static String query(List<String> ordered) {
        return ordered.stream()
                .limit(MOST_COMPARED)
                .map(sku -> "&sku=" + URLEncoder.encode(sku, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    public @Nullable String fault() {
        var says = faults.at("photo");
        return says == null ? null : frame.words().say(says);
    }
}
