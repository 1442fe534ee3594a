package org.redress.correspondence.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of a mail, parted into what its sender has written and what mail programs have put below it.
 *
 * @param written without the history; empty where there is nothing else
 * @param whole all of it
 */
public record Reply(String written, String whole) {
    /** After these lines the history follows, whole: marks of mail programs in English and Chinese. */
    private static final Pattern HISTORY = Pattern.compile(
            "\\s*(-{2,}\\s*(original message|forwarded message|原始邮件|原始郵件|转发邮件|原邮件|回复的原邮件)\\s*-{0,}\\s*"
                    + "|_{20,}"
                    + "|begin forwarded message:)\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Somebody wrote: what is quoted begins with the next line. */
    private static final Pattern WROTE = Pattern.compile(
            "\\s*(on\\b.{4,240}\\bwrote\\s*[:：]|(在|于)?.{2,240}(写道|寫道)\\s*[:：]?|am\\b.{4,240}\\bschrieb.{0,120}:)\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern FROM =
            Pattern.compile("\\s*\\*?(from|发件人|寄件者|寄件人)\\*?\\s*[:：].*", Pattern.CASE_INSENSITIVE);
    private static final Pattern FURTHER = Pattern.compile(
            "\\s*\\*?(sent|date|to|subject|发送时间|发送日期|日期|收件人|主题|時間|收件者|主旨)\\*?\\s*[:：].*", Pattern.CASE_INSENSITIVE);

    public static Reply of(String text) {
        var lines = text.lines().toList();
        var kept = new ArrayList<String>();
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            if (HISTORY.matcher(line).matches() || isHeaderOfHistory(lines, at)) {
                break;
            }
            int wrote = wrote(lines, at);
            if (wrote > 0) {
                if (!isQuoted(next(lines, at + wrote))) {
                    break;
                }
                at += wrote - 1;
            } else if (!isQuoted(line)) {
                kept.add(line);
            }
        }
        return new Reply(String.join("\n", kept).replaceAll("\\n{3,}", "\n\n").strip(), text.strip());
    }

    /** How many lines say that somebody wrote: mail programs break long ones. */
    private static int wrote(List<String> lines, int at) {
        var line = lines.get(at);
        if (line.isBlank() || isQuoted(line) || !begins(line)) {
            return 0;
        }
        if (isWrote(line)) {
            return 1;
        }
        return at + 1 < lines.size()
                        && isWrote(
                                line.stripTrailing() + " " + lines.get(at + 1).strip())
                ? 2
                : 0;
    }

    /** A person may write that a shop wrote; a mail program also says when. */
    private static boolean isWrote(String line) {
        return line.length() < 500
                && line.chars().anyMatch(Character::isDigit)
                && WROTE.matcher(line).matches();
    }

    private static boolean begins(String line) {
        return line.length() < 400;
    }

    private static boolean isHeaderOfHistory(List<String> lines, int at) {
        return FROM.matcher(lines.get(at)).matches()
                && lines.subList(at + 1, Math.min(lines.size(), at + 5)).stream()
                                .filter(line -> FURTHER.matcher(line).matches())
                                .count()
                        >= 2;
    }

    private static String next(List<String> lines, int from) {
        return lines.stream()
                .skip(from)
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
    }

    private static boolean isQuoted(String line) {
        return line.stripLeading().startsWith(">");
    }

    /** What was put below, or nothing. */
    public boolean isShorter() {
        return written.length() < whole.length();
    }
}
