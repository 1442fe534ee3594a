package org.redress.access.web;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.access.Role;
import org.redress.ui.Choice;
import org.redress.ui.Words;

/** Lists to choose from, and what was chosen. */
final class Typing {
    static final List<Role> OF_STAFF = List.of(Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.WAREHOUSE);
    static final List<Role> OF_PROGRAMS = List.of(Role.values());

    static final List<Choice> LANGUAGES = List.of(new Choice("en", "English"), new Choice("zh-CN", "中文"));

    static final List<Choice> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
            .sorted()
            .map(zone -> new Choice(zone, zone))
            .collect(Collectors.collectingAndThen(Collectors.toList(), Typing::withUtc));

    private Typing() {}

    private static List<Choice> withUtc(List<Choice> zones) {
        zones.addFirst(new Choice("UTC", "UTC"));
        return List.copyOf(zones);
    }

    static List<Choice> currencies(Words words) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .map(currency -> new Choice(
                        currency.getCurrencyCode(),
                        currency.getCurrencyCode() + " · " + currency.getDisplayName(words.locale())))
                .toList();
    }

    /** Names that are no role are left out: a form of ours sends none. */
    static Set<Role> roles(List<String> names) {
        return Arrays.stream(Role.values())
                .filter(role -> names.contains(role.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
