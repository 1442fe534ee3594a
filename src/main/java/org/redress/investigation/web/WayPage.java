package org.redress.investigation.web;

import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.investigation.Investigation;
import org.redress.investigation.Way;
import org.redress.investigation.Way.Gap;
import org.redress.investigation.Way.Mark;
import org.redress.investigation.Way.Step;
import org.redress.investigation.Way.Stop;
import org.redress.traces.Place;
import org.redress.ui.Words;

/**
 * A parcel’s life as the case page draws it.
 *
 * @param words with times of the merchant’s place: that is where it happened
 * @param reader the reader’s own words
 */
public record WayPage(Words words, Words reader, Way way, Investigation found) {
    /** What the clock is named after, where it is not the reader’s. */
    public @Nullable String clock() {
        var here = words.zone().getRules().getOffset(words.now());
        return here.equals(reader.zone().getRules().getOffset(reader.now()))
                ? null
                : words.zone().getDisplayName(TextStyle.FULL, words.locale());
    }

    public String step(Step step) {
        return words.say("investigation.way", step);
    }

    /** "Picked, packed". */
    public String steps(Gap gap) {
        return words.list(gap.steps().stream().map(this::step).toList());
    }

    /** Between which times nothing is on record of a gap. */
    public String between(Gap gap) {
        var from = before(gap);
        var until = after(gap);
        if (from != null && until != null) {
            return words.say("investigation.way.gap", from, until);
        }
        return words.say("investigation.way.unrecorded");
    }

    private java.time.@Nullable Instant before(Gap gap) {
        return way.stretches().subList(0, way.stretches().indexOf(gap)).reversed().stream()
                .map(each -> each instanceof Stop stop ? (stop.until() == null ? stop.at() : stop.until()) : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private java.time.@Nullable Instant after(Gap gap) {
        return way
                .stretches()
                .subList(way.stretches().indexOf(gap) + 1, way.stretches().size())
                .stream()
                .map(each -> each instanceof Stop stop ? stop.at() : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    public List<String> places(Stop stop) {
        var places = new ArrayList<String>();
        stop.places().forEach(place -> places.add(words.say(Place.of(place))));
        if (stop.more() > 0) {
            places.add(words.say("investigation.way.more", stop.more()));
        }
        return places;
    }

    public String mark(Mark mark) {
        return mark == Mark.LIKELIEST
                ? words.say(
                        "investigation.way.mark.LIKELIEST",
                        Math.round(100 * found.stages().getFirst().probability()))
                : words.say("investigation.way.mark", mark);
    }

    public static String tone(Mark mark) {
        return mark == Mark.LIKELIEST ? "unknown" : "differs";
    }
}
