package org.redress.gs1;

import java.util.Optional;

/** A serial shipping container code: the number of one parcel or pallet, 18 digits, the last of which checks the others. */
public record Sscc(String digits) {
    public Sscc {
        if (digits.length() != 18 || !CheckDigit.isRight(digits)) {
            throw new IllegalArgumentException("An SSCC has 18 digits, the last of which checks the others");
        }
    }

    /**
     * Reads 18 digits, an element string or Digital Link with AI 00, or {@code urn:epc:id:sscc:…}; empty where it is none
     * of these or the check digit is wrong.
     */
    public static Optional<Sscc> parse(String text) {
        return valid(text.strip())
                .or(() -> EpcUrn.sscc(text).flatMap(Sscc::valid))
                .or(() -> Elements.parse(text).flatMap(Elements::sscc));
    }

    static Optional<Sscc> valid(String digits) {
        return digits.length() == 18 && CheckDigit.isRight(digits) ? Optional.of(new Sscc(digits)) : Optional.empty();
    }

    /** As GS1 Digital Link with GS1's own resolver, the form in which it is stored and compared. */
    public String uri() {
        return "https://id.gs1.org/00/" + digits;
    }

    @Override
    public String toString() {
        return digits;
    }
}
