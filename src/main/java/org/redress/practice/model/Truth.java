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
    private static final Pattern DO_NOT_EAT = said(
            "(not|n[’']t|never|stop|nobody|without) (\\w+ ){0,4}(eat|eating|serve|open|use|touch)"
                    + "|(keep|put|set) (\\w+ ){0,6}(away|aside)|(contains?|there (is|are)) (\\w+ ){0,4}(nuts?|allergens?)"
                    + "|(不要|请勿|别|勿|切勿|停止|不能).{0,8}(食用|吃|打开|入口)|远离|含有?.{0,6}(坚果|花生|过敏原)",
            "(can|may|safe to|fine to) (\\w+ ){0,2}(eat|serve)\\b|no (allergens?|nuts)|(可以|能)(放心)?(食用|吃)|(没有|不含).{0,4}(过敏原|坚果)");

    private static final Pattern MAY_RETURN = said(
            "return|send (it|them) back|\\b(7|14|30) days|fourteen days|退货|退回|无理由|七天|7天|7日|七日",
            "(cannot|can[’']t|not|unable to|won[’']t) (\\w+ ){0,3}(return|send (it|them) back)|(have|has) to keep|must keep"
                    + "|(不能|不可|不可以|不支持|不接受|无法|没法).{0,4}(退货|退回|退换|退掉)");

    /** @param never what must not stand beside it: whoever says the contrary has not said it */
    private static Pattern said(String words, String never) {
        return Pattern.compile("\\A(?s:(?!.*(?:" + never + ")).*?(?:" + words + "))", Pattern.CASE_INSENSITIVE);
    }

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
