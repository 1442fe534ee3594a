package org.redress.evidence.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.redress.evidence.CodePlace.Corner;

/** Four corners around what was read, in pixels of the picture as it is stored. */
record Outline(List<Point> corners) {
    record Point(double x, double y) {
        Point plus(double dx, double dy) {
            return new Point(x + dx, y + dy);
        }
    }

    /**
     * The smallest rectangle, however it lies, around points that stand on the edges of a code.
     *
     * @param points at least one
     */
    static Outline around(List<Point> points) {
        var hull = hull(points);
        var smallest = upright(hull, 0);
        for (int i = 0; i < hull.size(); i++) {
            var from = hull.get(i);
            var to = hull.get((i + 1) % hull.size());
            var turned = upright(hull, Math.atan2(to.y() - from.y(), to.x() - from.x()));
            smallest = turned.area() < smallest.area() ? turned : smallest;
        }
        return smallest;
    }

    private static Outline upright(List<Point> points, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        var along = points.stream()
                .mapToDouble(point -> point.x() * cos + point.y() * sin)
                .summaryStatistics();
        var across = points.stream()
                .mapToDouble(point -> point.y() * cos - point.x() * sin)
                .summaryStatistics();
        return new Outline(List.of(
                turned(along.getMin(), across.getMin(), cos, sin),
                turned(along.getMax(), across.getMin(), cos, sin),
                turned(along.getMax(), across.getMax(), cos, sin),
                turned(along.getMin(), across.getMax(), cos, sin)));
    }

    private static Point turned(double along, double across, double cos, double sin) {
        return new Point(along * cos - across * sin, along * sin + across * cos);
    }

    private double area() {
        var first = corners.getFirst();
        return Math.hypot(corners.get(1).x() - first.x(), corners.get(1).y() - first.y())
                * Math.hypot(corners.get(3).x() - first.x(), corners.get(3).y() - first.y());
    }

    /** The convex hull, by Andrew’s monotone chain. */
    private static List<Point> hull(List<Point> points) {
        var sorted = points.stream()
                .distinct()
                .sorted(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y))
                .toList();
        if (sorted.size() < 3) {
            return sorted;
        }
        var hull = chain(sorted);
        hull.addAll(chain(sorted.reversed()));
        return hull;
    }

    /** One side, without its last point: the other side begins with it. */
    private static List<Point> chain(List<Point> sorted) {
        var chain = new ArrayList<Point>();
        for (var point : sorted) {
            while (chain.size() > 1 && bend(chain.get(chain.size() - 2), chain.getLast(), point) <= 0) {
                chain.removeLast();
            }
            chain.add(point);
        }
        chain.removeLast();
        return chain;
    }

    private static double bend(Point a, Point b, Point c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    }

    Outline scaled(double scale, double left, double top) {
        return new Outline(corners.stream()
                .map(corner -> new Point((corner.x() + left) * scale, (corner.y() + top) * scale))
                .toList());
    }

    /**
     * As shares of the picture after it is set upright.
     *
     * @param width of the stored picture
     * @param orientation as EXIF counts
     */
    List<Corner> shown(int width, int height, int orientation) {
        return corners.stream()
                .map(corner -> upright(share(corner.x() / width), share(corner.y() / height), orientation))
                .toList();
    }

    private static double share(double value) {
        return Math.clamp(value, 0, 1);
    }

    private static Corner upright(double x, double y, int orientation) {
        return switch (orientation) {
            case 2 -> corner(1 - x, y);
            case 3 -> corner(1 - x, 1 - y);
            case 4 -> corner(x, 1 - y);
            case 5 -> corner(y, x);
            case 6 -> corner(1 - y, x);
            case 7 -> corner(1 - y, 1 - x);
            case 8 -> corner(y, 1 - x);
            default -> corner(x, y);
        };
    }

    /** A ten-thousandth is finer than anybody draws. */
    private static Corner corner(double x, double y) {
        return new Corner(Math.round(x * 10_000) / 10_000.0, Math.round(y * 10_000) / 10_000.0);
    }
}
