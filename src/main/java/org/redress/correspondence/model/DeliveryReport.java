package org.redress.correspondence.model;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a mail server says became of a mail (RFC 3464).
 *
 * @param said its words, on one line
 */
public record DeliveryReport(Action action, String said) {
    private static final int LONGEST = 400;

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
        var found = Pattern.compile("(?im)^" + name + "[ \\t]*:[ \\t]*(.*(?:\\R[ \\t]+.*)*)")
                .matcher(group);
        return found.find() ? WrittenText.ofHeader(found.group(1), LONGEST) : "";
    }
}
