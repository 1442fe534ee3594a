package org.redress.correspondence.model;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a program wrote a mail: it is never answered (RFC 3834), and nothing that it says moves a claim. */
final class Robots {
    private static final Pattern SUBJECT = Pattern.compile(
            "\\s*(automatic reply|auto[- ]?reply|autoreply|out of (the )?office|自动回复|自動回覆|自動回復|自动答复|外出自动)\\s*[:：\\]】].*",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> MARKS =
            List.of("X-Autoreply", "X-Autorespond", "X-Autoresponder", "List-Id", "List-Unsubscribe", "Feedback-ID");

    private Robots() {}

    static boolean wrote(Function<String, @Nullable String> header, String subject, String sender) {
        var submitted = value(header, "Auto-Submitted");
        var precedence = value(header, "Precedence");
        var path = header.apply("Return-Path");
        var local = sender.toLowerCase(Locale.ROOT);
        return (!submitted.isEmpty() && !submitted.equals("no"))
                || List.of("bulk", "junk", "list", "auto_reply").contains(precedence)
                || MARKS.stream().anyMatch(mark -> header.apply(mark) != null)
                || (path != null && path.replaceAll("\\s", "").equals("<>"))
                || local.startsWith("mailer-daemon@")
                || local.startsWith("postmaster@")
                || SUBJECT.matcher(subject).matches();
    }

    private static String value(Function<String, @Nullable String> header, String name) {
        var value = header.apply(name);
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT).replaceFirst("[;\\s(].*", "");
    }
}
