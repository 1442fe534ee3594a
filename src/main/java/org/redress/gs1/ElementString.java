package org.redress.gs1;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** Cuts a GS1 element string into identifiers and values (GS1 General Specifications 7.8). */
final class ElementString {
    private static final char FNC1 = '\u001d';

    /** What a scanner puts in front of GS1-128, DataBar, DataMatrix, QR and DotCode that hold element strings. */
    private static final Pattern SYMBOLOGY = Pattern.compile("^\\](?:C1|e[0-3]|d2|Q3|J1)");

    private static final Pattern BRACKETS = Pattern.compile("\\((\\d{2,4})\\)");

    private ElementString() {}

    static Optional<SequencedMap<String, String>> scanned(String text) {
        var data = SYMBOLOGY.matcher(text).replaceFirst("");
        var values = new LinkedHashMap<String, String>();
        int at = !data.isEmpty() && data.charAt(0) == FNC1 ? 1 : 0;
        while (at < data.length()) {
            var identifier = Dictionary.identifierAt(data, at);
            if (identifier.isEmpty()) {
                return Optional.empty();
            }
            int start = at + identifier.get().digits().length();
            int separator = data.indexOf(FNC1, start);
            int end = separator < 0 ? data.length() : separator;
            if (identifier.get().rule().hasPredefinedLength()) {
                end = Math.min(end, start + identifier.get().rule().longest());
            }
            if (!add(values, identifier.get().digits(), data.substring(start, end))) {
                return Optional.empty();
            }
            at = end < data.length() && data.charAt(end) == FNC1 ? end + 1 : end;
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    /** As printed below a barcode. A bracket within a value is part of it unless an identifier stands inside. */
    static Optional<SequencedMap<String, String>> printed(String text) {
        var identifiers = BRACKETS.matcher(text)
                .results()
                .filter(bracket -> Dictionary.knows(bracket.group(1)))
                .toList();
        if (identifiers.isEmpty() || identifiers.getFirst().start() != 0) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < identifiers.size(); i++) {
            var identifier = identifiers.get(i);
            int end = i + 1 < identifiers.size() ? identifiers.get(i + 1).start() : text.length();
            if (!add(
                    values,
                    identifier.group(1),
                    text.substring(identifier.end(), end).strip())) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /** A value may be said twice, but not differently. */
    static boolean add(SequencedMap<String, String> values, String identifier, String value) {
        var before = values.putIfAbsent(identifier, value);
        return before == null || before.equals(value);
    }
}
