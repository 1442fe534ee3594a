package org.redress.access.model;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.redress.access.InstantLane;
import org.redress.access.Merchant;
import org.redress.access.MerchantForm;
import org.redress.access.Role;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Money;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;

/** Reads the fields of a form and gathers what is wrong with them, so that all of it is said at once. */
public final class Typed {
    /** What an account may hold; the others are for programs. */
    public static final Set<Role> OF_STAFF = Set.of(Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.WAREHOUSE);

    public static final int SHORTEST_PASSWORD = 12;

    /** bcrypt reads no further. */
    private static final int LONGEST_PASSWORD_BYTES = 72;

    private static final Pattern EMAIL = Pattern.compile("[!-?A-~]{1,64}@[!-?A-~]{1,189}");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9](-?[a-z0-9]){1,39}");

    private final List<Refusal.Fault> faults = new ArrayList<>();

    /** Lower case; empty where it is none. ASCII only, so that Java and PostgreSQL agree on lower case. */
    public static Optional<String> asEmail(String text) {
        var email = text.strip().toLowerCase(Locale.ROOT);
        return EMAIL.matcher(email).matches() ? Optional.of(email) : Optional.empty();
    }

    public static boolean isSlug(String text) {
        return SLUG.matcher(text).matches();
    }

    public String email(String text) {
        var email = asEmail(text);
        if (email.isEmpty()) {
            fault("email", "EMAIL");
        }
        return email.orElse("");
    }

    public String name(String text) {
        var name = text.strip();
        if (name.isEmpty() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
            fault("name", "NAME");
        }
        return name;
    }

    public String password(String text) {
        if (text.codePointCount(0, text.length()) < SHORTEST_PASSWORD) {
            fault("password", "PASSWORD_SHORT");
        } else if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES || text.indexOf('\0') >= 0) {
            fault("password", "PASSWORD_LONG");
        }
        return text;
    }

    public Set<Role> rolesOfStaff(Set<Role> roles) {
        if (roles.isEmpty() || !OF_STAFF.containsAll(roles)) {
            fault("roles", "ROLES");
        }
        return roles;
    }

    public Set<Role> rolesOfProgram(Set<Role> roles) {
        if (roles.isEmpty()) {
            fault("roles", "ROLES");
        }
        return roles;
    }

    /** @throws Refused at once where it cannot be made into a merchant, together with the faults found before */
    public Merchant merchant(MerchantId id, MerchantForm form) {
        if (!isSlug(form.slug())) {
            fault("slug", "SLUG");
        }
        var name = form.name().strip();
        if (name.isEmpty() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
            fault("merchant", "NAME");
        }
        var language = Locale.forLanguageTag(form.language());
        if (!Set.of("en", "zh").contains(language.getLanguage())) {
            fault("language", "LANGUAGE");
        }
        var zone = zone(form.zone());
        var currency = currency(form.currency());
        var lane = currency.map(known -> instantLane(form, known));
        if (zone.isEmpty() || lane.isEmpty() || hasFaults()) {
            throw refused();
        }
        return new Merchant(id, form.slug(), name, language, zone.get(), currency.get(), lane.get());
    }

    /** Without a cap it cannot be switched on. */
    private InstantLane instantLane(MerchantForm form, Currency currency) {
        var cap = cap(form.instantCap().strip(), currency);
        if (form.instantLane() && form.instantCap().isBlank()) {
            fault("instantCap", "CAP");
        }
        int audit = InstantLane.USUAL_AUDIT;
        if (form.auditPercent().strip().matches("\\d{1,3}")) {
            audit = Integer.parseInt(form.auditPercent().strip());
        } else if (!form.auditPercent().isBlank()) {
            fault("auditPercent", "PERCENT");
        }
        if (audit > 100) {
            fault("auditPercent", "PERCENT");
        }
        return new InstantLane(form.instantLane(), cap, audit);
    }

    private Money cap(String text, Currency currency) {
        if (text.isEmpty()) {
            return Money.zero(currency);
        }
        var cap = Money.parse(text, currency).filter(Money::isPositive);
        if (cap.isEmpty()) {
            fault("instantCap", "CAP");
        }
        return cap.orElse(Money.zero(currency));
    }

    private Optional<ZoneId> zone(String text) {
        if (ZoneId.getAvailableZoneIds().contains(text)) {
            return Optional.of(ZoneId.of(text));
        }
        fault("zone", "ZONE");
        return Optional.empty();
    }

    private Optional<Currency> currency(String text) {
        var known = Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .filter(currency -> currency.getCurrencyCode().equals(text))
                .findAny();
        if (known.isEmpty()) {
            fault("currency", "CURRENCY");
        }
        return known;
    }

    public void fault(String field, String code) {
        faults.add(new Refusal.Fault(
                "/" + field,
                code,
                Phrase.of("access.fault." + code.toLowerCase(Locale.ROOT).replace('_', '-'), SHORTEST_PASSWORD)));
    }

    public boolean hasFaults() {
        return !faults.isEmpty();
    }

    /** @throws Refused with all faults, where there are any */
    public void orRefuse() {
        if (hasFaults()) {
            throw refused();
        }
    }

    public Refused refused() {
        return new Refused(Refusal.invalid(faults));
    }
}
