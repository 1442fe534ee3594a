package org.redress.claims.model;

import java.util.HashMap;
import java.util.Map;

/** The traditional characters that the dictionaries use in their simplified form. */
final class Traditional {
    private static final Map<Integer, String> SIMPLIFIED = read();

    private Traditional() {}

    static String simplified(int point) {
        return SIMPLIFIED.getOrDefault(point, Character.toString(point));
    }

    private static Map<Integer, String> read() {
        var pairs = new HashMap<Integer, String>();
        IntakeFiles.lines("traditional.txt").stream()
                .flatMap(line -> java.util.Arrays.stream(line.split(" +")))
                .forEach(pair -> pairs.put(pair.codePointAt(0), pair.substring(pair.offsetByCodePoints(0, 1))));
        return Map.copyOf(pairs);
    }
}
