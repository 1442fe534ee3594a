package org.redress.evidence.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What lines across a picture say, and what may be believed of it: a text that several lines in several ways agree on,
 * and that nothing else contradicts at the same place.
 */
final class Votes {
    /** Lines that have to be clear; others may then agree with them. */
    private static final int CLEAR_LINES = 3;

    /** How much more often than another text at the same place. */
    private static final int CLEARLY = 3;

    private final Map<Code, Tally> tallies = new LinkedHashMap<>();

    record Code(String format, String text) {
        /** Short codes appear by chance in long ones and in text, and ITF hardly checks itself. */
        private boolean isWeak() {
            return format.equals("EAN_8") || format.equals("UPC_E") || format.equals("ITF");
        }

        int linesNeeded() {
            return isWeak() ? 6 : 3;
        }

        /**
         * Whether no digit could nearly as well have been another. Measured on photographs and on drawn labels of growing
         * blur: of wrong texts nearly all lie below 0.12, of right ones most above it.
         */
        private boolean isClear(EanLine.Found found) {
            return found.margin() >= (isWeak() ? 0.3f : 0.15f);
        }

        int waysNeeded() {
            return isWeak() ? 3 : 2;
        }
    }

    /** Where a line lies: at which scale (1 whole, 2 half size, …), at what angle, how far aside, and where it begins. */
    record Line(double scale, int degrees, double aside, double x, double y) {
        private Place place(float from, float to) {
            return new Place(point((from + to) / 2), scale * (to - from), point(from), point(to));
        }

        private Outline.Point point(float along) {
            double angle = Math.toRadians(degrees);
            return new Outline.Point(scale * (x + along * Math.cos(angle)), scale * (y + along * Math.sin(angle)));
        }
    }

    /** The middle of a reading, how long it was, and its ends, in pixels of the whole picture. */
    private record Place(Outline.Point middle, double length, Outline.Point from, Outline.Point to) {
        boolean meets(Place other) {
            return distance(other) < Math.max(length, other.length) / 2
                    && distance(other) < Math.max(4, reach() + other.reach());
        }

        private double distance(Place other) {
            return Math.hypot(middle.x() - other.middle.x(), middle.y() - other.middle.y());
        }

        /** Whether both may well be of one label: a second one with the same code lies at least its length away. */
        boolean isBeside(Place other) {
            return distance(other) < Math.min(length, other.length) / 2;
        }

        /** A strip as long as the code and a tenth as high is surely the same code. */
        private double reach() {
            return length / 20;
        }
    }

    private static final class Tally {
        private final Set<Line> lines = new HashSet<>();
        private final Set<Line> clearLines = new HashSet<>();
        private final Set<String> ways = new HashSet<>();
        private final List<Place> places = new ArrayList<>();
    }

    void add(EanLine.Found found, Line line, String way) {
        var code = new Code(found.format(), found.text());
        var tally = tallies.computeIfAbsent(code, _ -> new Tally());
        tally.lines.add(line);
        if (code.isClear(found)) {
            tally.clearLines.add(line);
        }
        tally.ways.add(line.scale() + "/" + line.degrees() + "/" + way);
        tally.places.add(line.place(found.from(), found.to()));
    }

    /** Where most of the lines that say this lie. */
    Outline outline(Code code) {
        var places = Objects.requireNonNull(tallies.get(code)).places;
        var most = places.stream()
                .map(place -> places.stream().filter(place::isBeside).toList())
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
        return Outline.around(
                most.stream().flatMap(place -> Stream.of(place.from, place.to)).toList());
    }

    /** Most agreed upon first. */
    List<Code> decided() {
        return tallies.entrySet().stream()
                .filter(entry -> isEnough(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(
                        entry -> -entry.getValue().places.size()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean isEnough(Code code, Tally tally) {
        return tally.lines.size() >= code.linesNeeded()
                && tally.clearLines.size() >= CLEAR_LINES
                && tally.ways.size() >= code.waysNeeded()
                && tallies.entrySet().stream().noneMatch(other -> contradicts(other, code, tally));
    }

    private static boolean contradicts(Map.Entry<Code, Tally> other, Code code, Tally tally) {
        if (other.getKey().equals(code)) {
            return false;
        }
        long there = other.getValue().places.stream()
                .filter(place -> tally.places.stream().anyMatch(place::meets))
                .count();
        return there * CLEARLY > tally.places.size();
    }
}
