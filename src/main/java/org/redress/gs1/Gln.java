package org.redress.gs1;

import java.util.Optional;

/** A global location number: a warehouse, bench or party, 13 digits, the last of which checks the others. */
public record Gln(String digits) {
    public Gln {
        if (digits.length() != 13 || !CheckDigit.isRight(digits)) {
            throw new IllegalArgumentException("A GLN has 13 digits, the last of which checks the others");
        }
    }

    /**
     * Reads 13 digits, an element string or Digital Link with one of the AIs 410 to 417, {@code urn:epc:id:sgln:…} (its
     * extension is left out) or {@code urn:epc:id:pgln:…}; empty where it is none of these or the check digit is wrong.
     */
    public static Optional<Gln> parse(String text) {
        return valid(text.strip())
                .or(() -> EpcUrn.gln(text).flatMap(Gln::valid))
                .or(() -> Elements.parse(text).flatMap(Elements::location));
    }

    static Optional<Gln> valid(String digits) {
        return digits.length() == 13 && CheckDigit.isRight(digits) ? Optional.of(new Gln(digits)) : Optional.empty();
    }

    /** As GS1 Digital Link with GS1's own resolver. */
    public String uri() {
        return "https://id.gs1.org/414/" + digits;
    }

    @Override
    public String toString() {
        return digits;
    }
}
