package org.redress.correspondence.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.redress.manners.Draft.Purpose;

/** A field whose words stand in a letter of which the product says the rest. */
enum LetterField {
    /** Why a claim is turned down. */
    REASON("reason", Purpose.DECLINE),
    /** What is said with an offer. */
    NOTE("note", Purpose.OFFER),
    /** What the customer is asked. */
    QUESTION("message", Purpose.ASK),
    /** What becomes of the data that somebody asked us to delete. */
    ANSWER("message", Purpose.REPLY);

    private final String input;
    private final Purpose purpose;

    LetterField(String input, Purpose purpose) {
        this.input = input;
        this.purpose = purpose;
    }

    /** Under what it is called in an address. */
    static Optional<LetterField> called(String name) {
        return Arrays.stream(values())
                .filter(field -> field.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** Under what the form sends its words. */
    String input() {
        return input;
    }

    Purpose purpose() {
        return purpose;
    }
}
