package org.redress.investigation.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.redress.investigation.SlotMap;
import org.redress.investigation.SlotMap.Place;
import org.redress.investigation.SlotMap.Role;
import org.redress.traces.TraceEvent.Spot;

/**
 * A small map of slots as it is drawn: to scale, in units of its view box. The frame holds the slot of the pick, the
 * nearest slot of what came and all that is under suspicion; what lies much further away is told in words.
 *
 * @param marks the slots that matter; where two would cover each other, the later is moved aside and hangs on its spot
 * @param away what is marked and lies outside the frame, the nearest first
 * @param dots other slots that the round passed
 * @param walk its way as SVG points; empty where it is not on record
 * @param arrows where the way leads
 * @param grid one path of lines, as far apart as the bar is long
 * @param bar length of the scale bar
 * @param barMetres what it stands for, in metres
 */
public record SlotDrawing(
        int height,
        List<Mark> marks,
        List<Place> away,
        List<Point> dots,
        String walk,
        List<Arrow> arrows,
        String grid,
        double bar,
        double barMetres) {
    public static final int WIDTH = 320;
    private static final int TALLEST = 210;
    private static final int LOWEST = 120;

    /** Half a mark, with its ring. */
    static final double REACH = 15;

    private static final double LETTER = 8.2;
    private static final double LINE = 15;

    /** What lies closer to the edge would be cut off. */
    private static final double EDGE = 22;

    /** In metres. */
    private static final double LEAST_AROUND = 3;

    private static final double MOST_AROUND = 12;
    private static final double[] BARS = {0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000};

    public record Point(double x, double y) {
        double to(Point other) {
            return Math.hypot(x - other.x, y - other.y);
        }

        private Point plus(double right, double down) {
            return new Point(x + right, y + down);
        }
    }

    /** @param turn clockwise from the right, in degrees */
    public record Arrow(Point at, long turn) {}

    /**
     * @param at its middle
     * @param spot where it lies; the same unless it was moved aside
     * @param label the slot's short name
     * @param labelAt where its text begins, or ends, or has its middle
     * @param anchor {@code start}, {@code end} or {@code middle}
     */
    public record Mark(Place place, Point at, Point spot, String label, Point labelAt, String anchor) {
        public boolean isMoved() {
            return at.to(spot) > 1;
        }

        public boolean is(Role role) {
            return place.is(role);
        }
    }

    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean isWithin(double width, double height) {
            return left >= 2 && right <= width - 2 && top >= 2 && bottom <= height - 2;
        }

        static Box around(Point middle, double reach) {
            return new Box(middle.x - reach, middle.y - reach, middle.x + reach, middle.y + reach);
        }
    }

    public static SlotDrawing of(SlotMap map) {
        var frame = Frame.around(map);
        var marked = map.places().stream()
                .filter(SlotDrawing::isMarked)
                .filter(place -> frame.shows(frame.point(place.spot()), REACH))
                .toList();
        var spots = new ArrayList<Point>();
        var middles = new ArrayList<Point>();
        for (var place : marked) {
            var spot = frame.point(place.spot());
            spots.add(spot);
            middles.add(aside(spot, middles, frame.height));
        }
        var walk = map.walk().stream().map(frame::point).toList();
        var dots = map.places().stream()
                .filter(place -> !isMarked(place))
                .map(place -> frame.point(place.spot()))
                .filter(dot -> frame.shows(dot, 0))
                .toList();
        var marks = labelled(marked, spots, middles, dots, frame.height);
        return new SlotDrawing(
                frame.height,
                marks,
                map.places().stream()
                        .filter(SlotDrawing::isMarked)
                        .filter(place -> !marked.contains(place))
                        .sorted(Comparator.comparingDouble(map::metresTo))
                        .toList(),
                dots,
                points(walk),
                arrows(walk, frame, middles),
                frame.grid(),
                frame.bar() * frame.scale,
                frame.bar());
    }

    private static boolean isMarked(Place place) {
        return place.is(Role.PICK) || place.is(Role.RECEIVED) || place.is(Role.AVOIDED) || place.is(Role.BENCH);
    }

    /** A window on the floor; y grows upwards there and downwards here. */
    private record Frame(double left, double top, double scale, int height) {
        static Frame around(SlotMap map) {
            var pick = map.places().getFirst().spot();
            var held = new ArrayList<Spot>();
            held.add(pick);
            map.places().stream()
                    .filter(place -> place.is(Role.RECEIVED))
                    .min(Comparator.comparingDouble(map::metresTo))
                    .map(Place::spot)
                    .ifPresent(held::add);
            map.places().stream()
                    .filter(place -> place.is(Role.AVOIDED))
                    .map(Place::spot)
                    .forEach(held::add);
            double around = held.stream().mapToDouble(pick::metresTo).max().orElse(0) / 4;
            if (held.size() == 1) {
                around = map.places().stream()
                        .mapToDouble(map::metresTo)
                        .filter(metres -> metres > 0)
                        .sorted()
                        .limit(4)
                        .max()
                        .orElse(LEAST_AROUND);
            }
            around = Math.clamp(around, LEAST_AROUND, MOST_AROUND);
            double left = held.stream().mapToDouble(Spot::x).min().orElse(0) - around;
            double right = held.stream().mapToDouble(Spot::x).max().orElse(0) + around;
            double bottom = held.stream().mapToDouble(Spot::y).min().orElse(0) - around;
            double top = held.stream().mapToDouble(Spot::y).max().orElse(0) + around;
            double scale = Math.min((WIDTH - 2 * EDGE) / (right - left), (TALLEST - 2 * EDGE) / (top - bottom));
            int height = (int) Math.clamp(Math.ceil((top - bottom) * scale + 2 * EDGE), LOWEST, TALLEST);
            return new Frame(
                    (left + right) / 2 - WIDTH / 2.0 / scale, (top + bottom) / 2 + height / 2.0 / scale, scale, height);
        }

        Point point(Spot spot) {
            return new Point(tenth((spot.x() - left) * scale), tenth((top - spot.y()) * scale));
        }

        boolean shows(Point point, double margin) {
            return point.x >= margin && point.x <= WIDTH - margin && point.y >= margin && point.y <= height - margin;
        }

        /** At most a third of the width. */
        double bar() {
            double longest = BARS[0];
            for (double each : BARS) {
                longest = each * scale <= WIDTH / 3.0 ? each : longest;
            }
            return longest;
        }

        String grid() {
            double step = bar() * scale;
            var path = new StringBuilder();
            double x = (Math.ceil(left / bar()) * bar() - left) * scale;
            for (; x < WIDTH; x += step) {
                path.append("M").append(tenth(x)).append(" 0V").append(height);
            }
            double y = (top - Math.floor(top / bar()) * bar()) * scale;
            for (; y < height; y += step) {
                path.append("M0 ").append(tenth(y)).append("H").append(WIDTH);
            }
            return path.toString();
        }
    }

    private static double tenth(double number) {
        return Math.round(number * 10) / 10.0;
    }

    /** The levels of one rack share a spot: the next mark stands beside the first, on the side where there is room. */
    private static Point aside(Point spot, List<Point> taken, int height) {
        var tries = new ArrayList<Point>();
        tries.add(spot);
        for (double far = 1; far <= 3; far++) {
            double step = far * (2 * REACH + 1);
            tries.add(spot.plus(step, 0));
            tries.add(spot.plus(-step, 0));
            tries.add(spot.plus(0, step));
            tries.add(spot.plus(0, -step));
        }
        return tries.stream()
                .filter(each -> taken.stream().allMatch(other -> each.to(other) >= 2 * REACH))
                .filter(each -> Box.around(each, REACH).isWithin(WIDTH, height))
                .findFirst()
                .orElse(spot);
    }

    private static List<Mark> labelled(
            List<Place> places, List<Point> spots, List<Point> middles, List<Point> dots, int height) {
        var taken = new ArrayList<Box>();
        middles.forEach(middle -> taken.add(Box.around(middle, REACH)));
        dots.forEach(dot -> taken.add(Box.around(dot, 4)));
        // The bar and its number stand in the lower left corner.
        taken.add(new Box(0, height - 26, WIDTH / 3.0 + 45, height));
        var marks = new ArrayList<Mark>();
        for (int i = 0; i < places.size(); i++) {
            var label = shortName(places.get(i).uri());
            var at = middles.get(i);
            double wide = LETTER * label.length();
            var tries = List.of(
                    new Mark(places.get(i), at, spots.get(i), label, at.plus(0, -REACH - 4), "middle"),
                    new Mark(places.get(i), at, spots.get(i), label, at.plus(0, REACH + 13), "middle"),
                    new Mark(places.get(i), at, spots.get(i), label, at.plus(REACH + 4, 4.5), "start"),
                    new Mark(places.get(i), at, spots.get(i), label, at.plus(-REACH - 4, 4.5), "end"));
            var best = tries.stream()
                    .filter(mark -> box(mark, wide).isWithin(WIDTH, height))
                    .filter(mark -> taken.stream().noneMatch(box(mark, wide)::meets))
                    .findFirst();
            best.ifPresent(mark -> taken.add(box(mark, wide)));
            // The legend names it all the same.
            marks.add(best.orElse(new Mark(places.get(i), at, spots.get(i), "", at, "middle")));
        }
        return marks;
    }

    private static Box box(Mark mark, double wide) {
        double left = mark.labelAt.x
                - switch (mark.anchor) {
                    case "start" -> 0;
                    case "end" -> wide;
                    default -> wide / 2;
                };
        return new Box(left, mark.labelAt.y - LINE + 4, left + wide, mark.labelAt.y + 4);
    }

    /** {@code A-03-2} of {@code urn:redress:slot:W1:A-03-2}. */
    static String shortName(String uri) {
        var name = uri.substring(Math.max(uri.lastIndexOf(':'), uri.lastIndexOf('/')) + 1);
        return name.length() > 14 ? "…" + name.substring(name.length() - 13) : name;
    }

    private static String points(List<Point> walk) {
        var points = new StringBuilder();
        walk.forEach(point -> points.append(String.format(Locale.ROOT, "%.1f,%.1f ", point.x, point.y)));
        return points.toString().strip();
    }

    /** In the middle of each stretch that is long enough to show one and leads past no mark there. */
    private static List<Arrow> arrows(List<Point> walk, Frame frame, List<Point> marks) {
        var arrows = new ArrayList<Arrow>();
        for (int i = 1; i < walk.size(); i++) {
            var from = walk.get(i - 1);
            var to = walk.get(i);
            var middle = new Point(tenth((from.x + to.x) / 2), tenth((from.y + to.y) / 2));
            double clear = marks.stream()
                    .map(middle::to)
                    .min(Comparator.naturalOrder())
                    .orElse(REACH * 2);
            if (from.to(to) > 14 && frame.shows(middle, 6) && clear > REACH) {
                arrows.add(new Arrow(middle, Math.round(Math.toDegrees(Math.atan2(to.y - from.y, to.x - from.x)))));
            }
        }
        return arrows;
    }
}
