package org.redress.practice.model;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.practice.Fact;
import org.redress.rehearsal.Lesson;
import org.redress.remedy.Remedy.Kind;

/**
 * What is true of a case, and so what was worth looking at and what is fair.
 *
 * @param ours whether we owe something: then no is no answer
 * @param worth what tells it, each as much as the other
 * @param fair one of these makes it right; empty where nothing is owed
 * @param firstKnow what must be known before goods are sent again, or null
 * @param mustSay what has to be said in so many words to the customer, or null
 */
public record Truth(
        Lesson lesson,
        boolean ours,
        List<Fact> worth,
        Set<Kind> fair,
        @Nullable Fact firstKnow,
        @Nullable Pattern mustSay) {
    private static final Pattern DO_NOT_EAT = Pattern.compile(
            "(not|n[’']t|never|stop|nobody|without) (\\w+ ){0,4}(eat|eating|serve|open|use|touch)|allerg|(不要|请勿|别|勿|停止|不能).{0,8}(食用|吃|打开)|过敏",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MAY_RETURN = Pattern.compile(
            "return|send (it|them) back|\\b(7|14|30) days|fourteen days|退货|退回|无理由|七天|7天|7日|七日",
            Pattern.CASE_INSENSITIVE);

    public static Truth of(Lesson lesson) {
        return switch (lesson) {
            case NEIGHBOUR ->
                owed(lesson, List.of(Fact.ORDER, Fact.PHOTO, Fact.SCANS), Kind.EXCHANGE, Kind.RESHIP, Kind.REFUND);
            case WRONG_SIZE ->
                owed(lesson, List.of(Fact.ORDER, Fact.PHOTO, Fact.SCALE), Kind.EXCHANGE, Kind.RESHIP, Kind.REFUND);
            case CROSSED_LABELS ->
                owed(lesson, List.of(Fact.PHOTO, Fact.SCALE, Fact.BENCH), Kind.EXCHANGE, Kind.RESHIP, Kind.REFUND);
            case WRONG_SHELF ->
                new Truth(
                        lesson,
                        true,
                        List.of(Fact.PHOTO, Fact.SCANS, Fact.SHELF),
                        Set.of(Kind.EXCHANGE, Kind.RESHIP, Kind.REFUND),
                        Fact.SHELF,
                        null);
            case ONE_SHORT ->
                owed(
                        lesson,
                        List.of(Fact.ORDER, Fact.PHOTO, Fact.SCALE),
                        Kind.RESHIP,
                        Kind.REFUND,
                        Kind.PARTIAL_REFUND);
            case OWN_MISTAKE -> new Truth(lesson, false, List.of(Fact.ORDER, Fact.PHOTO), Set.of(), null, MAY_RETURN);
            case DARK_PHOTO ->
                owed(lesson, List.of(Fact.PHOTO, Fact.CUSTOMER), Kind.EXCHANGE, Kind.RESHIP, Kind.REFUND);
            case ALLERGEN ->
                new Truth(
                        lesson,
                        true,
                        List.of(Fact.PHOTO, Fact.PRODUCT),
                        Set.of(Kind.REFUND, Kind.RESHIP, Kind.EXCHANGE),
                        null,
                        DO_NOT_EAT);
            case ANGRY ->
                owed(
                        lesson,
                        List.of(Fact.ORDER, Fact.PHOTO, Fact.SCALE),
                        Kind.RESHIP,
                        Kind.REFUND,
                        Kind.PARTIAL_REFUND);
            case WHERE_IS_MY_MONEY -> owed(lesson, List.of(Fact.ORDER, Fact.RETURNS), Kind.REFUND);
        };
    }

    private static Truth owed(Lesson lesson, List<Fact> worth, Kind... fair) {
        return new Truth(lesson, true, worth, Set.of(fair), null, null);
    }

    /** Whether this puts it right. */
    public boolean isFair(Set<Kind> offered) {
        return offered.stream().anyMatch(fair::contains);
    }
}
