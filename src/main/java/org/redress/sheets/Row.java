package org.redress.sheets;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Gtin;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;

/** One row of a file, read column by column; its faults are collected, and a stand-in goes on in place of a faulty value. */
public final class Row {
    private static final int LONGEST_GAP = 60;
    private static final char NOT_UTF8 = '\uFFFD';
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?[0-9]+,[0-9]{1,2}");
    private static final DateTimeFormatter LOCAL_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .optionalEnd()
            .optionalStart()
            .appendLiteral(' ')
            .optionalEnd()
            .appendValue(ChronoField.HOUR_OF_DAY)
            .appendLiteral(':')
            .appendValue(ChronoField.MINUTE_OF_HOUR, 2)
            .optionalStart()
            .appendLiteral(':')
            .appendValue(ChronoField.SECOND_OF_MINUTE, 2)
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final Layout layout;
    private final long number;
    private final String[] texts;
    private final List<RowFault> faults = new ArrayList<>();

    Row(Layout layout, long number, String[] texts) {
        this.layout = layout;
        this.number = number;
        this.texts = texts;
    }

    /** As a spreadsheet counts: the first row holds the names of the columns. */
    public long number() {
        return number;
    }

    /** What stands in our columns, one after the other. */
    public List<String> texts() {
        return List.of(texts);
    }

    /** The value, unless something in the row was at fault. */
    public <T> Outcome<T> outcome(T value) {
        return faults.isEmpty() ? new Outcome.Read<>(value) : new Outcome.Rejected<>(List.copyOf(faults));
    }

    public boolean has(String column) {
        return !raw(column).isEmpty();
    }

    /** What stands there, without spaces around it; empty where nothing does. */
    public String raw(String column) {
        return texts[layout.index(column)];
    }

    /** Text that may be missing: then empty. */
    public String text(String column, int longest) {
        var text = raw(column);
        if (text.codePointCount(0, text.length()) > longest) {
            note(column, "TOO_LONG", String.valueOf(longest));
        } else if (text.indexOf(0) >= 0) {
            note(column, "BAD_CHARACTER", "");
        } else if (text.indexOf(NOT_UTF8) >= 0) {
            note(column, "NOT_UTF8", text);
        }
        return text;
    }

    @Nullable
    public String textOrNull(String column, int longest) {
        var text = text(column, longest);
        return text.isEmpty() ? null : text;
    }

    /** What may stand in an address and a list: an SKU, an order number. */
    public String key(String column) {
        return parsed(column, text -> Optional.of(text(column, 64)).filter(Sku::isValid), "-", "NOT_A_KEY");
    }

    public Instant time(String column, ZoneId zone) {
        return parsed(column, text -> instant(text, zone), Instant.EPOCH, "NOT_A_TIME");
    }

    /** With an offset it is that instant; without one it is the time on the merchant's clock. */
    private static Optional<Instant> instant(String text, ZoneId zone) {
        try {
            var time = text.endsWith("Z") || text.matches(".*T.*[+-][0-9]{2}:[0-9]{2}")
                    ? Instant.parse(text)
                    : local(text).atZone(zone).toInstant();
            return Optional.of(time.truncatedTo(ChronoUnit.MICROS)).filter(at -> !at.isBefore(EARLIEST));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static LocalDateTime local(String text) {
        return text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text, LOCAL_TIME);
    }

    /** A whole number; {@code 6.0}, as spreadsheets write it, is 6. Empty where nothing or something faulty stands there. */
    public Optional<Integer> number(String column, int least, int most) {
        if (!has(column)) {
            return Optional.empty();
        }
        var number = whole(column);
        if (number.isEmpty()) {
            note(column, "NOT_A_WHOLE_NUMBER", raw(column));
        } else if (number.get() < least || number.get() > most) {
            note(column, "OUT_OF_RANGE", least + " – " + most);
            return Optional.empty();
        }
        return number;
    }

    /** The whole number that stands there, of either sign; empty, and no fault, where none does. */
    public Optional<Integer> whole(String column) {
        return wholeNumber(raw(column));
    }

    private static Optional<Integer> wholeNumber(String text) {
        try {
            return text.length() > 20 || text.contains("e") || text.contains("E")
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(text).intValueExact());
        } catch (ArithmeticException | NumberFormatException notWhole) {
            return Optional.empty();
        }
    }

    public Currency currency(String column, Currency otherwise) {
        return has(column) ? parsed(column, Row::currency, otherwise, "NOT_A_CURRENCY") : otherwise;
    }

    private static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code)).filter(currency -> currency.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** An amount that must be there. */
    public Money price(String column, Currency currency) {
        return parsed(column, text -> money(text, currency), Money.zero(currency), "NOT_AN_AMOUNT");
    }

    /** An amount; zero where nothing stands there. */
    public Money amount(String column, Currency currency) {
        return has(column) ? price(column, currency) : Money.zero(currency);
    }

    /** A comma before one or two last digits is a decimal comma; before three it could be anything and is refused. */
    private static Optional<Money> money(String text, Currency currency) {
        var plain = DECIMAL_COMMA.matcher(text).matches() ? text.replace(',', '.') : text;
        return Money.parse(plain, currency).filter(money -> money.minor() >= 0);
    }

    @Nullable
    public Gtin gtin(String column) {
        return has(column) ? parsed(column, Gtin::parse, new Gtin("0".repeat(14)), "NOT_A_GTIN") : null;
    }

    public <E extends Enum<E>> @Nullable E choice(String column, Class<E> kind) {
        var constants = kind.getEnumConstants();
        return has(column)
                ? parsed(
                        column,
                        text -> Arrays.stream(constants)
                                .filter(constant -> constant.name().equalsIgnoreCase(text))
                                .findFirst(),
                        constants[0],
                        "NOT_A_CHOICE")
                : null;
    }

    private <T> T parsed(String column, Function<String, Optional<T>> parse, T standIn, String code) {
        if (!has(column)) {
            note(column, "MISSING", "");
            return standIn;
        }
        int before = faults.size();
        var value = parse.apply(raw(column));
        if (value.isEmpty() && faults.size() == before) {
            note(column, code, raw(column));
        }
        return value.orElse(standIn);
    }

    private void note(String column, String code, String gap) {
        fault(column, "sheets.row." + code, gap);
    }

    /**
     * Notes what is wrong.
     *
     * @param column ours; empty for the whole row
     * @param text as {@link RowFault#text}
     * @param gap is cut short where it is long
     */
    public void fault(String column, String text, String gap) {
        var kept = gap.replace("\0", "");
        faults.add(new RowFault(
                number,
                column.isEmpty() ? "" : layout.theirs(column),
                text,
                kept.codePointCount(0, kept.length()) > LONGEST_GAP
                        ? kept.substring(0, kept.offsetByCodePoints(0, LONGEST_GAP)) + "…"
                        : kept));
    }
}
