package org.redress.gs1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One entry of the dictionary.
 *
 * @param components of the value, one after the other
 * @param required each of these must be met: one of the alternatives, in each of which all patterns match
 * @param excluded patterns of identifiers that must not stand beside this one
 * @param qualifiers sequences that may follow this one in the path of a Digital Link
 */
record Rule(
        boolean hasPredefinedLength,
        boolean isLinkAttribute,
        boolean isPrimaryKey,
        List<Component> components,
        List<List<List<String>>> required,
        List<String> excluded,
        List<List<String>> qualifiers) {
    private static final Pattern FLAGS = Pattern.compile("[*?!\"$%&'()+,./:;<=>@\\\\^_`{|}~-]+");
    private static final Pattern COMPONENT = Pattern.compile("\\[?([NXYZ])(\\.\\.)?(\\d+)\\]?((?:,\\w+)*)");

    /** On a label the SSCC often has a symbol of its own; whether it is there one symbol cannot say. */
    private static final String MAY_STAND_ELSEWHERE = "00";

    /** What is between the identifier and the title. */
    static Rule of(String entry) {
        var words = new ArrayList<>(List.of(entry.strip().split("\\s+", -1)));
        var flags = FLAGS.matcher(words.getFirst()).matches() ? words.removeFirst() : "";
        var components = new ArrayList<Component>();
        var required = new ArrayList<List<List<String>>>();
        var excluded = new ArrayList<String>();
        var qualifiers = new ArrayList<List<String>>();
        boolean primary = false;
        for (var word : words) {
            var component = COMPONENT.matcher(word);
            if (component.matches()) {
                components.add(new Component(
                        component.group(1).charAt(0),
                        component.group(2) == null ? Integer.parseInt(component.group(3)) : 1,
                        Integer.parseInt(component.group(3)),
                        word.startsWith("["),
                        Lint.named(component.group(4))));
            } else if (word.startsWith("req=")) {
                required.add(alternatives(word, ","));
            } else if (word.startsWith("ex=")) {
                excluded.addAll(List.of(word.substring(3).split(",", -1)));
            } else if (word.startsWith("dlpkey")) {
                primary = true;
                if (word.contains("=")) {
                    qualifiers.addAll(sequences(word));
                }
            } else {
                throw new IllegalArgumentException("Not understood in the syntax dictionary: " + word);
            }
        }
        return new Rule(
                flags.contains("*"),
                flags.contains("?"),
                primary,
                List.copyOf(components),
                List.copyOf(required),
                List.copyOf(excluded),
                List.copyOf(qualifiers));
    }

    private static List<List<String>> alternatives(String word, String between) {
        return Arrays.stream(word.substring(word.indexOf('=') + 1).split(between, -1))
                .map(all -> List.of(all.split("\\+", -1)))
                .toList();
    }

    private static List<List<String>> sequences(String word) {
        return Arrays.stream(word.substring(word.indexOf('=') + 1).split("\\|", -1))
                .map(sequence -> List.of(sequence.split(",", -1)))
                .toList();
    }

    int longest() {
        return components.stream().mapToInt(Component::longest).sum();
    }

    boolean accepts(String value) {
        int at = 0;
        for (var component : components) {
            if (component.optional() && at == value.length()) {
                return true;
            }
            int end = Math.min(value.length(), at + component.longest());
            if (!component.accepts(value.substring(at, end))) {
                return false;
            }
            at = end;
        }
        return at == value.length();
    }

    boolean allowsBeside(String self, Set<String> all) {
        var excludesNone = excluded.stream()
                .noneMatch(pattern -> all.stream().anyMatch(other -> !other.equals(self) && matches(pattern, other)));
        return excludesNone
                && required.stream()
                        .allMatch(alternatives -> alternatives.stream()
                                .anyMatch(together -> together.stream().allMatch(pattern -> stands(pattern, all))));
    }

    /** Any of them may be left out, but their order is fixed. */
    boolean allowsQualifiers(List<String> used) {
        return used.isEmpty()
                || qualifiers.stream().anyMatch(sequence -> {
                    var allowed = sequence.stream().filter(used::contains).toList();
                    return allowed.equals(used);
                });
    }

    private static boolean stands(String pattern, Set<String> all) {
        return pattern.equals(MAY_STAND_ELSEWHERE) || all.stream().anyMatch(other -> matches(pattern, other));
    }

    private static boolean matches(String pattern, String identifier) {
        if (pattern.length() != identifier.length()) {
            return false;
        }
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) != 'n' && pattern.charAt(i) != identifier.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
