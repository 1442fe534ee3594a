package org.redress.correspondence.model;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a mail server says became of a mail (RFC 3464).
 *
 * @param said its words, on one line
 */
public record DeliveryReport(Action action, String said) {
    private static final int LONGEST = 400;
    private static final int MOST_LINES = 100;

    /** What became of it. */
    public enum Action {
        FAILED,
        DELAYED,
        /** It has arrived, or went on somewhere: nothing to worry about. */
        OTHER
    }

    /** @param fields the part of type {@code message/delivery-status} */
    static List<DeliveryReport> of(String fields) {
        return Stream.of(fields.split("\\R[ \\t]*\\R"))
                .filter(group -> !field(group, "Action").isEmpty())
                .map(DeliveryReport::ofRecipient)
                .toList();
    }

    private static DeliveryReport ofRecipient(String group) {
        var status = field(group, "Status");
        var action = switch (field(group, "Action").toLowerCase(Locale.ROOT).replaceFirst("[^a-z].*", "")) {
            case "failed" -> Action.FAILED;
            case "delayed" -> Action.DELAYED;
            default -> Action.OTHER;
        };
        var words = field(group, "Diagnostic-Code").replaceFirst("(?i)^(smtp|x-[a-z-]+)\\s*;\\s*", "");
        var said = (words.isEmpty() ? status : words).strip();
        return new DeliveryReport(action, WrittenText.shortened(said.isEmpty() ? action.name() : said, LONGEST));
    }

    private static String field(String group, String name) {
        var head = Pattern.compile("(?i)" + name + "[ \\t]*:");
        var lines = group.lines()
                .dropWhile(line -> !head.matcher(line).lookingAt())
                .limit(MOST_LINES)
                .toList();
        if (lines.isEmpty()) {
            return "";
        }
        var folded = lines.stream().skip(1).takeWhile(line -> line.startsWith(" ") || line.startsWith("\t"));
        var first = lines.getFirst().substring(lines.getFirst().indexOf(':') + 1);
        var said = Stream.concat(Stream.of(first), folded).map(String::strip).collect(Collectors.joining(" "));
        return WrittenText.ofHeader(said, LONGEST);
    }
}
