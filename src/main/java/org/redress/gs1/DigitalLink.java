package org.redress.gs1;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * Reads a GS1 Digital Link of any host (GS1 Digital Link Standard: URI Syntax): a primary key and its qualifiers in the
 * path, other elements in the query. What is no application identifier in the query is the host's own.
 */
final class DigitalLink {
    private static final Pattern LINK =
            Pattern.compile("https?://[^/?#\\s]+(/[^?#\\s]*)(?:\\?([^#\\s]*))?(?:#\\S*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMERIC = Pattern.compile("\\d+");

    /** Words for identifiers, from the first version of the standard; still printed on goods. */
    private static final Map<String, String> WORDS =
            Map.of("gtin", "01", "sscc", "00", "gln", "414", "lot", "10", "ser", "21", "cpv", "22", "itip", "8006");

    private DigitalLink() {}

    static boolean looksLike(String text) {
        return text.regionMatches(true, 0, "http", 0, 4);
    }

    static Optional<SequencedMap<String, String>> read(String link) {
        var matcher = LINK.matcher(link);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, String>();
        var query = matcher.group(2);
        return path(matcher.group(1), values) && (query == null || query(query, values))
                ? Optional.of(values)
                : Optional.empty();
    }

    /** Whatever is in front of the last primary key belongs to the host. */
    private static boolean path(String path, SequencedMap<String, String> values) {
        var parts = List.of(path.replaceFirst("^/", "").replaceFirst("/+$", "").split("/", -1));
        for (int at = parts.size() - 2; at >= 0; at -= 2) {
            var identifier = identifier(parts.get(at));
            var rule = Dictionary.rule(identifier);
            if (rule.isEmpty() || !rule.get().isPrimaryKey()) {
                continue;
            }
            var qualifiers = new ArrayList<String>();
            for (int pair = at; pair < parts.size(); pair += 2) {
                var name = identifier(parts.get(pair));
                if (pair > at) {
                    qualifiers.add(name);
                }
                if (!add(values, name, parts.get(pair + 1))) {
                    return false;
                }
            }
            return rule.get().allowsQualifiers(qualifiers);
        }
        return false;
    }

    private static boolean query(String query, SequencedMap<String, String> values) {
        for (var parameter : query.split("[&;]", -1)) {
            int equals = parameter.indexOf('=');
            var name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (!NUMERIC.matcher(name).matches()) {
                continue;
            }
            var allowed = Dictionary.rule(name).filter(Rule::isLinkAttribute);
            if (allowed.isEmpty() || equals < 0 || !add(values, name, parameter.substring(equals + 1))) {
                return false;
            }
        }
        return true;
    }

    private static String identifier(String part) {
        return WORDS.getOrDefault(part, part);
    }

    private static boolean add(SequencedMap<String, String> values, String identifier, String encoded) {
        return decoded(encoded)
                .map(value -> ElementString.add(values, identifier, identifier.equals("01") ? padded(value) : value))
                .orElse(false);
    }

    /** A link may leave out the leading zeros of a GTIN. */
    private static String padded(String gtin) {
        var shorter = gtin.length() == 8 || gtin.length() == 12 || gtin.length() == 13;
        return shorter ? "0".repeat(14 - gtin.length()) + gtin : gtin;
    }

    private static Optional<String> decoded(String encoded) {
        try {
            return Optional.of(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
