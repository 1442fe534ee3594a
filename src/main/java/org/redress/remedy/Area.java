package org.redress.remedy;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose law a remedy has to keep to: where the goods went. Each area has a policy of its own. */
public enum Area {
    CN("CNY", Set.of("CN")),
    EU(
            "EUR",
            Set.of(
                    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
                    "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK")),
    GB("GBP", Set.of("GB")),
    /** Everywhere else, and where nobody knows. */
    OTHER("USD", Set.of());

    private final String currency;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
    private final Set<String> countries;

    Area(String currency, Set<String> countries) {
        this.currency = currency;
        this.countries = countries;
    }

    /** @param country ISO 3166 two letters, or null where it is not known */
    public static Area of(@Nullable String country) {
        if (country != null) {
            for (var area : values()) {
                if (area.countries.contains(country.toUpperCase(Locale.ROOT))) {
                    return area;
                }
            }
        }
        return OTHER;
    }

    /** The currency that amounts in this area's tables are in. */
    public Currency currency() {
        return Currency.getInstance(currency);
    }

    /** How the area is called in file names and addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
