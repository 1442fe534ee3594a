package org.redress.gs1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** The GS1 Barcode Syntax Dictionary, release of January 2026: what may follow each application identifier. */
final class Dictionary {
    private static final Map<String, Rule> RULES = read();

    private Dictionary() {}

    record Identifier(String digits, Rule rule) {}

    static Optional<Rule> rule(String identifier) {
        return Optional.ofNullable(RULES.get(identifier));
    }

    static boolean knows(String identifier) {
        return RULES.containsKey(identifier);
    }

    /** No identifier is the beginning of another. */
    static Optional<Identifier> identifierAt(String data, int at) {
        return IntStream.rangeClosed(2, 4)
                .filter(length -> at + length <= data.length())
                .mapToObj(length -> data.substring(at, at + length))
                .filter(RULES::containsKey)
                .map(digits -> new Identifier(digits, Objects.requireNonNull(RULES.get(digits))))
                .findFirst();
    }

    /** Whether each value is well formed and they may stand together. */
    static boolean accepts(Map<String, String> values) {
        return values.entrySet().stream()
                .allMatch(element -> rule(element.getKey())
                        .filter(rule -> rule.accepts(element.getValue()))
                        .filter(rule -> rule.allowsBeside(element.getKey(), values.keySet()))
                        .isPresent());
    }

    private static Map<String, Rule> read() {
        var rules = new HashMap<String, Rule>();
        try (var lines = new BufferedReader(new InputStreamReader(text(), StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> add(line, rules));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(rules);
    }

    private static void add(String line, Map<String, Rule> rules) {
        int end = line.indexOf(' ');
        var range = line.substring(0, end).split("-", -1);
        var rule = Rule.of(line.substring(end));
        int first = Integer.parseInt(range[0]);
        int last = Integer.parseInt(range[range.length - 1]);
        var form = "%0" + range[0].length() + "d";
        IntStream.rangeClosed(first, last).forEach(number -> rules.put(form.formatted(number), rule));
    }

    private static InputStream text() {
        return Objects.requireNonNull(Dictionary.class.getResourceAsStream("/gs1/gs1-syntax-dictionary.txt"));
    }
}
