package org.redress.gs1;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.redress.kernel.Gtin;

/**
 * What a GS1 barcode says: application identifiers and their values, in the order of the code, checked by the GS1 Barcode
 * Syntax Dictionary.
 *
 * @param values by application identifier, such as 01 to 05012345678900
 */
public record Elements(SequencedMap<String, String> values) {
    /** Longer texts are no barcode. */
    static final int LONGEST = 2000;

    private static final List<String> LOCATIONS = List.of("414", "410", "413", "411", "412", "415", "416", "417");

    public Elements {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    /**
     * Reads what a scanner sends (with or without symbology identifier, FNC1 as U+001D), the printed form with brackets,
     * or a GS1 Digital Link. Empty where an identifier is unknown, a value has the wrong length, character, check digit
     * or date, two identifiers exclude each other, or one is missing that another requires. Since a label often has its
     * SSCC in a symbol of its own, a required SSCC may be missing.
     */
    public static Optional<Elements> parse(String text) {
        var stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST) {
            return Optional.empty();
        }
        var read = switch (stripped) {
            case String link when DigitalLink.looksLike(link) -> DigitalLink.read(link);
            case String printed when printed.startsWith("(") -> ElementString.printed(printed);
            default -> ElementString.scanned(stripped);
        };
        return read.filter(Dictionary::accepts).map(Elements::new);
    }

    public Optional<String> value(String identifier) {
        return Optional.ofNullable(values.get(identifier));
    }

    /** The article itself. */
    public Optional<Gtin> gtin() {
        return value("01").flatMap(Gtin::parse);
    }

    /** The article that a parcel or pallet holds, {@link #count()} times. */
    public Optional<Gtin> content() {
        return value("02").flatMap(Gtin::parse);
    }

    public Optional<Sscc> sscc() {
        return value("00").flatMap(Sscc::valid);
    }

    /** The first that stands there of: the place itself, ship to, ship for, bill to, purchased from, pay to, others. */
    public Optional<Gln> location() {
        return LOCATIONS.stream().flatMap(ai -> value(ai).stream()).findFirst().flatMap(Gln::valid);
    }

    public Optional<String> lot() {
        return value("10");
    }

    public Optional<String> serial() {
        return value("21");
    }

    /** Pieces within the parcel or pallet. */
    public OptionalInt count() {
        return value("37").stream().mapToInt(Integer::parseInt).findFirst();
    }

    public Optional<LocalDate> produced() {
        return date("11");
    }

    public Optional<LocalDate> packed() {
        return date("13");
    }

    public Optional<LocalDate> bestBefore() {
        return date("15");
    }

    public Optional<LocalDate> expires() {
        return date("17");
    }

    /** In grams, from kilograms (310n) or pounds (320n) with n decimals. */
    public Optional<Double> netWeightGrams() {
        return Stream.concat(weight("310", 1000), weight("320", 453.59237)).findFirst();
    }

    /** The customer's purchase order number. */
    public Optional<String> orderNumber() {
        return value("400");
    }

    /** The consignment that a forwarder numbered. */
    public Optional<String> consignment() {
        return value("401");
    }

    /** The shipment that a seller numbered. */
    public Optional<String> shipment() {
        return value("402");
    }

    /** Without the country that AI 421 has in front. */
    public Optional<String> postcode() {
        return value("420").or(() -> value("421").map(text -> text.substring(3)));
    }

    public Optional<String> paymentReference() {
        return value("8020");
    }

    private Stream<Double> weight(String identifier, double gramsPerUnit) {
        return values.entrySet().stream()
                .filter(element -> element.getKey().startsWith(identifier))
                .map(element -> Integer.parseInt(element.getValue())
                        / Math.pow(10, element.getKey().charAt(3) - '0')
                        * gramsPerUnit);
    }

    /** Two digits of the year stand for 2000 to 2099, far enough for goods on sale; day 00 is the last of the month. */
    private Optional<LocalDate> date(String identifier) {
        return value(identifier).map(text -> {
            var month = YearMonth.of(2000 + Integer.parseInt(text, 0, 2, 10), Integer.parseInt(text, 2, 4, 10));
            int day = Integer.parseInt(text, 4, 6, 10);
            return day == 0 ? month.atEndOfMonth() : month.atDay(day);
        });
    }
}
