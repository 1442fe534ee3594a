package org.redress.ui;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Era;
import org.redress.kernel.Gtin;
import org.redress.kernel.Ids;
import org.redress.kernel.Money;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import tools.jackson.databind.JsonNode;

/**
 * One object of a JSON body that a client sent, read field by field: what is wrong with it is collected, each fault with
 * its JSON pointer (RFC 6901), and told all at once.
 *
 * <p>A field that is missing or wrong is noted and a stand-in is returned, so that reading goes on; nobody sees the
 * stand-in, because {@link #done} refuses the whole body. Rules that compare several fields ask {@link #isSound} first. A
 * field whose value is {@code null} counts as absent. A field that nobody asked for is a fault too.
 */
public final class JsonBody {
    private static final Currency STAND_IN = Currency.getInstance("EUR");

    private final @Nullable JsonNode fields;
    private final String pointer;
    private final List<Refusal.Fault> faults;
    private final List<JsonBody> parts = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();
    private boolean open;

    private JsonBody(@Nullable JsonNode node, String pointer, List<Refusal.Fault> faults) {
        this.pointer = pointer;
        this.faults = faults;
        if (node == null || node.isObject()) {
            this.fields = node;
        } else {
            this.fields = null;
            note(pointer, "NOT_AN_OBJECT", Phrase.of("json.object"));
        }
    }

    /** A whole body. Text that is no JSON at all has been answered with 400 before. */
    public static JsonBody of(JsonNode body) {
        return at("", body);
    }

    /** Of a request that says all by its path: left out, or an empty object. */
    public static void nothing(@Nullable JsonNode body) {
        if (body != null) {
            of(body).done();
        }
    }

    /** JSON that stands in a part of a request: {@code pointer} says which, such as {@code /mapping}. */
    public static JsonBody at(String pointer, JsonNode part) {
        return new JsonBody(part, pointer, new ArrayList<>());
    }

    /** Lets fields pass that nobody asks for: for objects that the contract leaves to the sender. */
    public JsonBody open() {
        open = true;
        return this;
    }

    /** The fields that are there, for an object whose names are the sender's. */
    public List<String> names() {
        return fields == null ? List.of() : List.copyOf(fields.propertyNames());
    }

    public boolean has(String field) {
        return node(field) != null;
    }

    /** Text that is not blank; {@code longest} counts characters as a person does, not UTF-16 units. */
    public String text(String field, int longest) {
        var node = node(field);
        if (node != null && node.isString() && node.stringValue().isBlank()) {
            fault(field, "BLANK", Phrase.of("json.blank"));
            return "";
        }
        return required(field, textOrNull(field, longest), "");
    }

    public @Nullable String textOrNull(String field, int longest) {
        var node = node(field);
        if (node == null) {
            return null;
        }
        if (!node.isString()) {
            fault(field, "NOT_TEXT", Phrase.of("json.text"));
            return "";
        }
        var text = node.stringValue();
        if (text.codePointCount(0, text.length()) > longest) {
            fault(field, "TOO_LONG", Phrase.of("json.too-long", longest));
        }
        if (!isStorable(text)) {
            fault(field, "BAD_CHARACTER", Phrase.of("json.character"));
        }
        return text;
    }

    /** Whether no character is NUL or half a surrogate pair: neither can be kept as text. */
    public static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(point ->
                        point == 0 || (Character.isBmpCodePoint(point) && Character.isSurrogate((char) point)));
    }

    /** A whole number from {@code least} to {@code most}. */
    public int number(String field, int least, int most) {
        return required(field, numberOrNull(field, least, most), least);
    }

    public @Nullable Integer numberOrNull(String field, int least, int most) {
        var node = node(field);
        if (node == null) {
            return null;
        }
        if (!node.isIntegralNumber()) {
            fault(field, "NOT_A_WHOLE_NUMBER", Phrase.of("json.whole-number"));
            return least;
        }
        if (!node.canConvertToInt() || node.intValue() < least || node.intValue() > most) {
            fault(field, "OUT_OF_RANGE", Phrase.of("json.range", least, most));
            return least;
        }
        return node.intValue();
    }

    /** {@code true} or {@code false}; absent is {@code otherwise}. */
    public boolean flag(String field, boolean otherwise) {
        var node = node(field);
        if (node == null) {
            return otherwise;
        }
        if (!node.isBoolean()) {
            fault(field, "NOT_A_BOOLEAN", Phrase.of("json.boolean"));
            return otherwise;
        }
        return node.booleanValue();
    }

    /** One of an enum's constants, by its name. */
    public <E extends Enum<E>> E choice(String field, Class<E> kind) {
        return required(field, choiceOrNull(field, kind), kind.getEnumConstants()[0]);
    }

    public <E extends Enum<E>> @Nullable E choiceOrNull(String field, Class<E> kind) {
        var constants = kind.getEnumConstants();
        var names = Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "));
        return parsed(
                field,
                text -> Arrays.stream(constants)
                        .filter(constant -> constant.name().equals(text))
                        .findFirst(),
                constants[0],
                "NOT_A_CHOICE",
                Phrase.of("json.choice", names));
    }

    /** A time of ISO-8601 with its offset, from year 1 to 9999, kept to the microsecond as the database does. */
    public Instant instant(String field) {
        return required(field, instantOrNull(field), Instant.EPOCH);
    }

    public @Nullable Instant instantOrNull(String field) {
        return parsed(field, JsonBody::time, Instant.EPOCH, "NOT_A_TIME", Phrase.of("json.time"));
    }

    private static Optional<Instant> time(String text) {
        try {
            var at = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
            return Optional.of(at).filter(Era.WRITTEN::holds);
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** A day such as {@code 2026-12-31}. */
    public LocalDate day(String field) {
        return required(field, dayOrNull(field), LocalDate.EPOCH);
    }

    public @Nullable LocalDate dayOrNull(String field) {
        return parsed(field, Day::read, LocalDate.EPOCH, "NOT_A_DAY", Phrase.of("json.day"));
    }

    /** A currency by its ISO 4217 code, one in which things are paid. */
    public Currency currency(String field) {
        return required(
                field,
                parsed(field, JsonBody::currencyOf, STAND_IN, "NOT_A_CURRENCY", Phrase.of("json.currency")),
                STAND_IN);
    }

    private static Optional<Currency> currencyOf(String code) {
        try {
            return Optional.of(Currency.getInstance(code)).filter(currency -> currency.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** {@code {"amount":"12.50","currency":"GBP"}}, not negative, exact in its currency. */
    public Money money(String field) {
        return required(field, moneyOrNull(field), Money.zero(STAND_IN));
    }

    public @Nullable Money moneyOrNull(String field) {
        return has(field) ? object(field).readMoney(null) : null;
    }

    /** The same, in the currency that the rest of the body is in. */
    public Money money(String field, Currency currency) {
        return required(field, moneyOrNull(field, currency), Money.zero(currency));
    }

    public @Nullable Money moneyOrNull(String field, Currency currency) {
        return has(field) ? object(field).readMoney(currency) : null;
    }

    private Money readMoney(@Nullable Currency expected) {
        if (fields == null) {
            return Money.zero(expected == null ? STAND_IN : expected);
        }
        var before = faults.size();
        var currency = currency("currency");
        var amount = text("amount", 24);
        if (faults.size() > before) {
            return Money.zero(expected == null ? currency : expected);
        }
        if (expected != null && !currency.equals(expected)) {
            fault("currency", "CURRENCY_MIXED", Phrase.of("json.currency-mixed", expected.getCurrencyCode()));
            return Money.zero(expected);
        }
        var money = Money.parse(amount, currency).filter(parsed -> parsed.minor() >= 0);
        if (money.isEmpty()) {
            fault("amount", "NOT_AN_AMOUNT", Phrase.of("json.amount", currency.getDefaultFractionDigits()));
        }
        return money.orElse(Money.zero(currency));
    }

    public Sku sku(String field) {
        return required(field, skuOrNull(field), new Sku("-"));
    }

    public @Nullable Sku skuOrNull(String field) {
        return parsed(
                field,
                text -> Sku.isValid(text) && isStorable(text) ? Optional.of(new Sku(text)) : Optional.empty(),
                new Sku("-"),
                "NOT_A_SKU",
                Phrase.of("json.sku"));
    }

    /** 8, 12, 13 or 14 digits whose check digit is right. */
    public @Nullable Gtin gtinOrNull(String field) {
        return parsed(field, Gtin::parse, new Gtin("0".repeat(14)), "NOT_A_GTIN", Phrase.of("json.gtin"));
    }

    public UUID id(String field) {
        return required(field, idOrNull(field), new UUID(0, 0));
    }

    public @Nullable UUID idOrNull(String field) {
        return parsed(field, Ids::parse, new UUID(0, 0), "NOT_AN_ID", Phrase.of("json.id"));
    }

    /** A nested object. */
    public JsonBody object(String field) {
        var part = objectOrNull(field);
        return required(field, part, new JsonBody(null, place(field), faults));
    }

    public @Nullable JsonBody objectOrNull(String field) {
        var node = node(field);
        return node == null ? null : part(node, place(field));
    }

    /** An array of {@code least} to {@code most} objects; absent is empty, and a fault where {@code least} is above 0. */
    public List<JsonBody> objects(String field, int least, int most) {
        var elements = elements(field, least, most);
        var objects = new ArrayList<JsonBody>();
        for (int i = 0; i < elements.size(); i++) {
            objects.add(part(elements.get(i), place(field) + "/" + i));
        }
        return objects;
    }

    /** An array of texts, none blank. */
    public List<String> texts(String field, int least, int most, int longest) {
        var elements = elements(field, least, most);
        var texts = new ArrayList<String>();
        for (int i = 0; i < elements.size(); i++) {
            var element = elements.get(i);
            var text = element.isString() ? element.stringValue() : "";
            if (text.isBlank() || text.codePointCount(0, text.length()) > longest || !isStorable(text)) {
                note(place(field) + "/" + i, "NOT_TEXT", Phrase.of("json.text-up-to", longest));
            }
            texts.add(text);
        }
        return texts;
    }

    private List<JsonNode> elements(String field, int least, int most) {
        var node = node(field);
        if (node == null) {
            return least > 0 ? required(field, null, List.of()) : List.of();
        }
        if (!node.isArray()) {
            fault(field, "NOT_AN_ARRAY", Phrase.of("json.array"));
            return List.of();
        }
        if (node.size() < least || node.size() > most) {
            fault(field, "WRONG_COUNT", Phrase.of("json.count", least, most));
            return List.of();
        }
        return List.copyOf(node.values());
    }

    /** Notes that a field is wrong for a reason of the caller's. */
    public void fault(String field, String code, Phrase message) {
        note(place(field), code, message);
    }

    /** Whether nothing is wrong so far, in the whole body. */
    public boolean isSound() {
        return faults.isEmpty();
    }

    /** @throws Refused with every fault, where there is one */
    public void done() {
        noteUnknownFields();
        if (!faults.isEmpty()) {
            throw new Refused(Refusal.invalid(faults));
        }
    }

    private void noteUnknownFields() {
        if (fields != null && !open) {
            fields.propertyNames().stream()
                    .filter(name -> !asked.contains(name))
                    .forEach(name -> fault(name, "UNKNOWN_FIELD", Phrase.of("json.unknown")));
        }
        parts.forEach(JsonBody::noteUnknownFields);
    }

    private <T> @Nullable T parsed(
            String field, Function<String, Optional<T>> parse, T standIn, String code, Phrase message) {
        var node = node(field);
        if (node == null) {
            return null;
        }
        var value = node.isString() ? parse.apply(node.stringValue()) : Optional.<T>empty();
        if (value.isEmpty()) {
            fault(field, code, message);
        }
        return value.orElse(standIn);
    }

    private <T> T required(String field, @Nullable T value, T standIn) {
        if (value == null) {
            if (fields != null) {
                fault(field, "MISSING", Phrase.of("json.missing"));
            }
            return standIn;
        }
        return value;
    }

    private JsonBody part(JsonNode node, String at) {
        var part = new JsonBody(node, at, faults);
        parts.add(part);
        return part;
    }

    private @Nullable JsonNode node(String field) {
        asked.add(field);
        var node = fields == null ? null : fields.get(field);
        return node == null || node.isNull() ? null : node;
    }

    private String place(String field) {
        return pointer + "/" + field.replace("~", "~0").replace("/", "~1");
    }

    private void note(String at, String code, Phrase message) {
        faults.add(new Refusal.Fault(at, code, message));
    }
}
