package org.redress.sheets;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Gtin;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;

/** One row of a file, read column by column; its faults are collected, and a stand-in goes on in place of a faulty value. */
public final class Row {
    private static final int LONGEST_GAP = 60;
    private static final int LONGEST_NUMBER = 20;
    private static final char NOT_UTF8 = '\uFFFD';
    /** What spreadsheets show in place of a value. */
    private static final Set<String> SPREADSHEET_ERRORS =
            Set.of("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!");

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

    /** How many characters that is. */
    public int length() {
        int length = 0;
        for (var text : texts) {
            length += text.length();
        }
        return length;
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
        } else if (SPREADSHEET_ERRORS.contains(text)) {
            note(column, "SPREADSHEET_ERROR", text);
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

    /** With an offset it is that instant; without one it is the time on the merchant's clock. */
    public Instant time(String column, ZoneId zone) {
        return parsed(
                column,
                text -> switch (WrittenTime.read(text, zone)) {
                    case WrittenTime.At(var instant) -> Optional.of(instant);
                    case WrittenTime.Ambiguous() -> ambiguous(column, "AMBIGUOUS_DATE");
                    case WrittenTime.None() -> Optional.empty();
                },
                Instant.EPOCH,
                "NOT_A_TIME");
    }

    /** A time; null where nothing stands there. */
    public @Nullable Instant timeOrNull(String column, ZoneId zone) {
        return has(column) ? time(column, zone) : null;
    }

    private <T> Optional<T> ambiguous(String column, String code) {
        note(column, code, raw(column));
        return Optional.empty();
    }

    /** A whole number; {@code 6.0}, as spreadsheets write it, is 6. Empty where nothing or something faulty stands there. */
    public Optional<Integer> number(String column, int least, int most) {
        if (!has(column)) {
            return Optional.empty();
        }
        if (WrittenNumber.read(raw(column)) instanceof WrittenNumber.Ambiguous) {
            return ambiguous(column, "AMBIGUOUS_NUMBER");
        }
        var number = whole(column);
        if (number.isEmpty() && !isHuge(column)) {
            note(column, "NOT_A_WHOLE_NUMBER", raw(column));
        } else if (number.isEmpty() || number.get() < least || number.get() > most) {
            note(column, "OUT_OF_RANGE", least + " – " + most);
            return Optional.empty();
        }
        return number;
    }

    /** The whole number that stands there, of either sign; empty, and no fault, where none does. */
    public Optional<Integer> whole(String column) {
        try {
            return raw(column).length() <= LONGEST_NUMBER
                            && WrittenNumber.read(raw(column)) instanceof WrittenNumber.Plain(var digits)
                    ? Optional.of(new BigDecimal(digits).intValueExact())
                    : Optional.empty();
        } catch (ArithmeticException notWhole) {
            return Optional.empty();
        }
    }

    private boolean isHuge(String column) {
        return raw(column).matches("[+-]?[0-9]{10,}");
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
        return parsed(column, _ -> money(column, currency), Money.zero(currency), "NOT_AN_AMOUNT");
    }

    /** An amount; zero where nothing stands there. */
    public Money amount(String column, Currency currency) {
        return has(column) ? price(column, currency) : Money.zero(currency);
    }

    private Optional<Money> money(String column, Currency currency) {
        return switch (WrittenNumber.read(raw(column))) {
            case WrittenNumber.Plain(var digits) ->
                Money.parse(digits, currency).filter(money -> money.minor() >= 0);
            case WrittenNumber.Ambiguous() -> ambiguous(column, "AMBIGUOUS_NUMBER");
            case WrittenNumber.None() -> Optional.empty();
        };
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
