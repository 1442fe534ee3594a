package org.redress.gs1;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the dictionary asks of a part of a value beyond its characters: a rewording of the reference routines of the same
 * names. Code lists that change without notice (numeric countries, kinds of packaging, media, coupons) are not held
 * against a value: this product reads labels and does not certify them.
 */
final class Lint {
    private static final Map<String, Predicate<String>> BY_NAME = Map.ofEntries(
            rule("csum", CheckDigit::isRight),
            rule("gcppos1", text -> text.matches("\\d{4}.*")),
            rule("gcppos2", text -> text.matches(".\\d{4}.*")),
            rule("yymmdd", text -> isDate("20" + text)),
            rule("yymmd0", text -> isDate("20" + (text.endsWith("00") ? text.substring(0, 4) + "01" : text))),
            rule("yyyymmdd", Lint::isDate),
            rule("hh", text -> Integer.parseInt(text) < 24),
            rule("mi", text -> Integer.parseInt(text) < 60),
            rule("ss", text -> Integer.parseInt(text) < 60),
            rule("hhmi", text -> Integer.parseInt(text, 0, 2, 10) < 24 && Integer.parseInt(text, 2, 4, 10) < 60),
            rule("iso3166", CheckDigit::isDigits),
            rule("iso3166999", CheckDigit::isDigits),
            rule("iso3166alpha2", Set.of(Locale.getISOCountries())::contains),
            rule("iso4217", Lint.currencies()::contains),
            rule("iso5218", text -> "0129".contains(text)),
            rule("pcenc", text -> Pattern.matches("([^%]|%[0-9A-Fa-f]{2})*", text)),
            rule("latitude", text -> Long.parseLong(text) <= 1_800_000_000L),
            rule("longitude", text -> Long.parseLong(text) <= 3_600_000_000L),
            rule("yesno", text -> "01".contains(text)),
            rule("winding", text -> "019".contains(text)),
            rule("zero", text -> text.matches("0+")),
            rule("nonzero", text -> !text.matches("0+")),
            rule("nozeroprefix", text -> !text.startsWith("0")),
            rule("hyphen", text -> text.matches("-+")),
            rule("hasnondigit", text -> !CheckDigit.isDigits(text)),
            rule("importeridx", text -> text.matches("[-0-9A-Z_a-z]")),
            rule(
                    "pieceoftotal",
                    text -> isPart(text.substring(0, text.length() / 2), text.substring(text.length() / 2))),
            rule("posinseqslash", text -> text.matches("[1-9]/[1-9]") && text.charAt(0) <= text.charAt(2)),
            rule("iban", Lint::isIban),
            rule("csumalpha", Lint::hasCheckPair),
            rule("packagetype", _ -> true),
            rule("mediatype", _ -> true),
            rule("couponcode", _ -> true),
            rule("couponposoffer", _ -> true));

    private Lint() {}

    private static Map.Entry<String, Predicate<String>> rule(String name, Predicate<String> rule) {
        return Map.entry(name, rule);
    }

    /** From the names as they stand behind a component, each with a comma in front. */
    static List<Predicate<String>> named(String names) {
        return Arrays.stream(names.split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(name -> Objects.requireNonNull(BY_NAME.get(name), name))
                .toList();
    }

    private static Set<String> currencies() {
        return Currency.availableCurrencies()
                .map(Currency::getNumericCodeAsString)
                .collect(Collectors.toSet());
    }

    private static boolean isDate(String eightDigits) {
        try {
            LocalDate.of(
                    Integer.parseInt(eightDigits, 0, 4, 10),
                    Integer.parseInt(eightDigits, 4, 6, 10),
                    Integer.parseInt(eightDigits, 6, 8, 10));
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private static boolean isPart(String piece, String total) {
        var first = new BigInteger(piece);
        return first.signum() > 0 && first.compareTo(new BigInteger(total)) <= 0;
    }

    /** ISO 13616: letters count as 10 to 35, and the number, its first four characters moved to the end, is 1 modulo 97. */
    private static boolean isIban(String text) {
        if (!text.matches("[A-Z]{2}\\d{2}[0-9A-Z]{1,30}")) {
            return false;
        }
        var digits = (text.substring(4) + text.substring(0, 4))
                .chars()
                .mapToObj(c -> String.valueOf(Character.digit(c, 36)))
                .collect(Collectors.joining());
        return new BigInteger(digits).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    /** GS1 General Specifications 7.9.5: characters weighted with primes from the right, modulo 1021, in two characters. */
    private static boolean hasCheckPair(String text) {
        if (text.length() < 3) {
            return text.equals("22");
        }
        var prime = BigInteger.ONE;
        int sum = 0;
        for (int i = text.length() - 3; i >= 0; i--) {
            prime = prime.nextProbablePrime();
            sum += Component.weight(text.charAt(i)) * prime.intValue();
        }
        var pairs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        int check = sum % 1021;
        return text.endsWith("" + pairs.charAt(check >> 5) + pairs.charAt(check & 31));
    }
}
