package org.redress.claims.model;

import java.util.Locale;
import java.util.Set;

/** What a file is called inside an archive: it opens on every system, leads nowhere else, and says what it truly is. */
public final class EntryName {
    private static final int LONGEST = 60;
    private static final Set<String> JPEG = Set.of("jpg", "jpeg");

    private EntryName() {}

    /**
     * @param place in the archive, from 1: no two names are the same
     * @param sent as the sender called it
     * @param mediaType by content
     */
    public static String of(int place, String sent, String mediaType) {
        var last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        var ending = ending(mediaType);
        int dot = last.lastIndexOf('.');
        boolean says = dot >= 0 && isSame(last.substring(dot + 1).toLowerCase(Locale.ROOT), ending);
        var clean = new StringBuilder();
        (says ? last.substring(0, dot) : last)
                .codePoints()
                .map(EntryName::harmless)
                .limit(LONGEST)
                .forEach(clean::appendCodePoint);
        var name = clean.toString().replaceAll("^[. ]+|[. ]+$", "");
        return "%03d-%s.%s".formatted(place, name.isEmpty() ? "file" : name, ending);
    }

    private static int harmless(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || " -_.()".indexOf(codePoint) >= 0 ? codePoint : '_';
    }

    private static boolean isSame(String said, String ending) {
        return said.equals(ending) || (JPEG.contains(said) && JPEG.contains(ending));
    }

    private static String ending(String mediaType) {
        return switch (mediaType) {
            case "image/jpeg" -> "jpg";
            case "video/quicktime" -> "mov";
            default -> {
                var kind = mediaType.substring(mediaType.indexOf('/') + 1).replaceAll("[^a-z0-9]", "");
                yield kind.isEmpty() ? "bin" : kind;
            }
        };
    }
}
