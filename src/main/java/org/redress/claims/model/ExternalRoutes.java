package org.redress.claims.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Route;

/** {@code claims/routes.txt}: where a customer can go outside, by the country the goods went to. */
public final class ExternalRoutes {
    private static final String ELSEWHERE = "*";
    private static final List<Row> ROWS = read();

    private ExternalRoutes() {}

    private record Row(Set<String> countries, Route route) {}

    /** @param country ISO 3166, two letters; null where we do not know it */
    public static List<Route> of(@Nullable String country) {
        var there = country == null ? List.<Route>of() : in(country.strip().toUpperCase(Locale.ROOT));
        return there.isEmpty() ? in(ELSEWHERE) : there;
    }

    private static List<Route> in(String country) {
        return ROWS.stream()
                .filter(row -> row.countries().contains(country))
                .map(Row::route)
                .toList();
    }

    private static List<Row> read() {
        try (var file = ExternalRoutes.class.getResourceAsStream("/claims/routes.txt")) {
            if (file == null) {
                throw new IllegalStateException("There is no list of routes");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(ExternalRoutes::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        if (cells.length != 4) {
            throw new IllegalStateException("Not a route: " + line);
        }
        return new Row(
                Set.of(cells[0].split(" ", -1)), new Route(cells[1], cells[2].equals("-") ? null : cells[2], cells[3]));
    }
}
