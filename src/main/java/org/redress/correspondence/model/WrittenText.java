package org.redress.correspondence.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bytes of a mail as text: by the charset that it names where that fits, else by the one that does. */
final class WrittenText {
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Pattern ENCODED =
            Pattern.compile("=\\?([^?\\s]{1,60})\\?([BbQq])\\?([^?]*)\\?=(?:\\s+(?==\\?))?");

    /** Control characters, halves of characters, and marks that turn the reading direction of what follows. */
    private static final Pattern UNWANTED =
            Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\u0080-\\u009F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]|\\p{Cs}");

    private WrittenText() {}

    /** @param named as the sender calls it, which may be wrong, unknown or no name at all */
    static String of(byte[] bytes, @Nullable String named) {
        var said = charset(named);
        var guesses = new ArrayList<Charset>();
        said.ifPresent(guesses::add);
        guesses.addAll(List.of(StandardCharsets.UTF_8, CHINESE));
        for (var guess : guesses) {
            var text = strictly(bytes, guess);
            if (text.isPresent()) {
                return text.get();
            }
        }
        return new String(bytes, said.orElse(WESTERN));
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException another) {
            return Optional.empty();
        }
    }

    /** Of a family of charsets the largest: mail says gb2312 and means GB18030. */
    private static Optional<Charset> charset(@Nullable String named) {
        if (named == null) {
            return Optional.empty();
        }
        var name = named.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\"'\\s]", "")
                .replaceFirst("\\*.*", "");
        return switch (name) {
            case "gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936", "hz-gb-2312-raw" -> Optional.of(CHINESE);
            case "utf8", "unicode", "unknown-8bit", "x-unknown", "default", "_autodetect" -> Optional.empty();
            // Bytes above 127 in it are of another charset.
            case "us-ascii", "ascii" -> Optional.of(StandardCharsets.US_ASCII);
            case "iso-8859-1", "latin1" -> Optional.of(WESTERN);
            default -> known(name);
        };
    }

    private static Optional<Charset> known(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    /**
     * A header as people read it, on one line: encoded words (RFC 2047) decoded. Words of one charset that follow each other
     * are decoded together, for senders cut in the middle of a character.
     *
     * @param raw one character a byte where it holds more than ASCII
     */
    static String ofHeader(@Nullable String raw, int longest) {
        if (raw == null) {
            return "";
        }
        var folded = raw.length() > longest * 20 ? raw.substring(0, longest * 20) : raw;
        var line = eightBit(folded.replaceAll("\\r?\\n[ \\t]*", " "));
        var text = new StringBuilder();
        var pending = new java.io.ByteArrayOutputStream();
        String charset = null;
        int from = 0;
        var matcher = ENCODED.matcher(line);
        while (matcher.find()) {
            if (matcher.start() > from || (charset != null && !charset.equalsIgnoreCase(matcher.group(1)))) {
                text.append(of(pending.toByteArray(), charset)).append(line, from, matcher.start());
                pending.reset();
            }
            charset = matcher.group(1);
            pending.writeBytes(bytes(matcher.toMatchResult()));
            from = matcher.end();
        }
        text.append(of(pending.toByteArray(), charset)).append(line, from, line.length());
        return shortened(clean(text.toString()).replaceAll("\\s+", " ").strip(), longest);
    }

    private static byte[] bytes(MatchResult word) {
        var content = word.group(3);
        if (word.group(2).equalsIgnoreCase("B")) {
            try {
                var digits = content.replaceAll("[^A-Za-z0-9+/]", "");
                return java.util.Base64.getDecoder()
                        .decode(digits.length() % 4 == 1 ? digits.substring(0, digits.length() - 1) : digits);
            } catch (IllegalArgumentException broken) {
                return content.getBytes(StandardCharsets.ISO_8859_1);
            }
        }
        var bytes = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == '='
                    && i + 2 < content.length()
                    && content.substring(i + 1, i + 3).matches("[0-9A-Fa-f]{2}")) {
                bytes.write(Integer.parseInt(content.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(c == '_' ? ' ' : c);
            }
        }
        return bytes.toByteArray();
    }

    private static String eightBit(String line) {
        return line.chars().anyMatch(c -> c > 127) && line.chars().allMatch(c -> c < 256)
                ? of(line.getBytes(StandardCharsets.ISO_8859_1), null)
                : line;
    }

    /** Line ends as one character, and nothing that cannot be kept or that shows something else than it says. */
    static String clean(String text) {
        var lines = text.replace("\r\n", "\n").replace('\r', '\n').replace('\u00a0', ' ');
        return UNWANTED.matcher(lines).replaceAll("");
    }

    static String shortened(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
