package org.redress.manners.model;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers as people write them: {@code 1,250.00}, {@code three}, {@code 二十五}, {@code 两}. */
final class Numerals {
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("twelve", 12),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("fifty", 50),
            Map.entry("hundred", 100));
    private static final String DIGITS = "零一二三四五六七八九";
    private static final int LONGEST = 9;

    /** A number and the word after its last. */
    record Numeral(BigDecimal value, int to) {
        int whole() {
            return value.min(BigDecimal.valueOf(100_000)).intValue();
        }
    }

    private Numerals() {}

    static Optional<Numeral> at(Text text, int at) {
        var form = text.form(at);
        if (form.isEmpty()) {
            return Optional.empty();
        }
        if (Character.isDigit(form.charAt(0))) {
            return figure(form).map(value -> new Numeral(value, at + 1));
        }
        if (Character.isIdeographic(form.codePointAt(0))) {
            return isChinese(form) ? chinese(text, at) : Optional.empty();
        }
        var word = WORDS.get(form);
        return word != null ? Optional.of(new Numeral(BigDecimal.valueOf(word), at + 1)) : Optional.empty();
    }

    private static Optional<BigDecimal> figure(String form) {
        if (form.length() > 15) {
            return Optional.empty();
        }
        int comma = form.lastIndexOf(',');
        boolean isDecimalComma = comma >= 0 && form.length() - comma != 4 && form.indexOf('.') < 0;
        var plain = isDecimalComma ? form.replace(',', '.') : form.replace(",", "");
        return plain.indexOf('.') == plain.lastIndexOf('.') ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    private static Optional<Numeral> chinese(Text text, int at) {
        long whole = 0;
        long part = 0;
        int to = at;
        while (to < at + LONGEST) {
            var form = text.form(to);
            int digit = digit(form);
            if (digit >= 0) {
                part = digit;
            } else if (unit(form) > 0) {
                whole += (part == 0 ? 1 : part) * unit(form);
                part = 0;
            } else {
                break;
            }
            to++;
        }
        return to == at ? Optional.empty() : Optional.of(new Numeral(BigDecimal.valueOf(whole + part), to));
    }

    /** Whether it is a character of a number. */
    static boolean isChinese(String form) {
        return digit(form) >= 0 || unit(form) > 0;
    }

    private static int digit(String form) {
        return form.equals("两") || form.equals("俩")
                ? 2
                : form.equals("〇") ? 0 : form.isEmpty() ? -1 : DIGITS.indexOf(form);
    }

    private static int unit(@Nullable String form) {
        return switch (form) {
            case "十" -> 10;
            case "百" -> 100;
            case "千" -> 1000;
            case null, default -> 0;
        };
    }
}
