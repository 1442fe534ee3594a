package org.redress.claims.web.portal;

import java.util.List;
import java.util.stream.IntStream;
import org.redress.claims.Route;
import org.redress.remedy.Area;
import org.redress.ui.Frame;

/** What {@code portal/rights.jte} shows. */
public record RightsPage(Frame frame, Shop shop, List<Law> laws) {
    /**
     * The law of one area.
     *
     * @param points the keys of its sentences (domain.md S21 to S39)
     * @param routes where else a customer can turn there
     */
    public record Law(Area area, boolean open, List<String> points, List<Route> routes) {}

    static List<String> points(Area area) {
        var count = switch (area) {
            case CN, EU -> 6;
            case GB -> 7;
            case OTHER -> 3;
        };
        return IntStream.rangeClosed(1, count)
                .mapToObj(point -> "portal.law." + area + "." + point)
                .toList();
    }
}
