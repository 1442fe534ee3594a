package org.redress.gs1;

import java.util.Optional;
import org.redress.kernel.Gtin;

/** The article number within whatever names an article. */
public final class GtinUri {
    private GtinUri() {}

    /**
     * Reads 8, 12, 13 or 14 digits, an element string or Digital Link with AI 01, and the EPC URNs of an instance
     * ({@code sgtin}), a pattern of instances ({@code idpat:sgtin}) or a lot ({@code class:lgtin}); empty where it is none
     * of these or the check digit is wrong.
     */
    public static Optional<Gtin> parse(String text) {
        return Gtin.parse(text)
                .or(() -> EpcUrn.gtin(text).flatMap(Gtin::parse))
                .or(() -> Elements.parse(text).flatMap(Elements::gtin));
    }
}
