package org.redress.practice.model;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.redress.practice.Fact;
import org.redress.practice.Move;
import org.redress.practice.Move.Kind;
import org.redress.rehearsal.Lesson;
import org.redress.remedy.Remedy;

/** What the customer of a case answers, by its truth and by how they were treated. */
public final class Customer {
    private static final Duration SOON = Duration.ofHours(1);

    private final Truth truth;
    private final List<Move> before;
    private final boolean hurt;

    /**
     * @param before what has been done so far
     * @param hurt whether something that was said to them hurts
     */
    public Customer(Truth truth, List<Move> before, boolean hurt) {
        this.truth = truth;
        this.before = List.copyOf(before);
        this.hurt = hurt;
    }

    /**
     * @param key of the text
     * @param ends whether the matter is over for them
     * @param sends whether the photo that was asked for comes with it
     */
    public record Answer(String key, Duration after, boolean ends, boolean sends) {}

    /** To a message that neither asks nor offers. */
    public Answer toMessage() {
        return said(
                hurt
                        ? "practice.customer.hurt"
                        : isFirst(Kind.WROTE) ? "practice.customer.thanks" : "practice.customer.waits");
    }

    /** To a request for a photo. */
    public Answer toQuestion() {
        if (truth.lesson() == Lesson.DARK_PHOTO && isFirst(Kind.ASKED)) {
            return new Answer("practice.DARK_PHOTO.answers", Fact.CUSTOMER.takes(), false, true);
        }
        var key = isFirst(Kind.ASKED) ? "practice.customer.have-told" : "practice.customer.again";
        return new Answer(key, Fact.CUSTOMER.takes(), false, false);
    }

    /** What puts it right is taken; something else once is not, and the second time they give up on us. */
    public Answer toOffer(Set<Remedy.Kind> offered) {
        if (!truth.ours()) {
            return ending("practice.customer.surprised");
        }
        if (truth.isFair(offered)) {
            return ending("practice." + truth.lesson() + ".accepts");
        }
        return isFirst(Kind.OFFERED)
                ? said("practice." + truth.lesson() + ".declines")
                : ending("practice.customer.gives-up");
    }

    /** To a no that a second person has confirmed. */
    public Answer toRefusal() {
        return ending(hurt ? "practice.customer.leaves" : "practice." + truth.lesson() + ".accepts");
    }

    private boolean isFirst(Kind kind) {
        return before.stream().noneMatch(move -> move.kind() == kind);
    }

    private static Answer said(String key) {
        return new Answer(key, SOON, false, false);
    }

    private static Answer ending(String key) {
        return new Answer(key, SOON, true, false);
    }
}
