package org.redress.claims.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.model.StatementText.Word;

/** Which words of a text are about what was ordered, and which about what came: "ordered red, got blue". */
final class StatementSides {
    /** Words after a cue that still belong to it. */
    private static final int LONGEST = 16;

    enum Side {
        ORDERED,
        CAME,
        /** Neither is said. */
        OPEN
    }

    private final StatementText text;
    private final List<Side> sides = new ArrayList<>();
    /** Where the words behind the cues of what came begin. */
    private final List<Integer> arrivals = new ArrayList<>();

    StatementSides(StatementText text) {
        this.text = text;
        var words = text.words();
        var side = Side.OPEN;
        int since = 0;
        for (int at = 0; at < words.size(); ) {
            boolean over =
                    at > 0 && words.get(at).sentence() != words.get(at - 1).sentence();
            if (over || at - since > LONGEST) {
                side = Side.OPEN;
            }
            var cue = cue(words, at);
            if (cue != null) {
                side = cue.side();
                since = at;
                for (; at < cue.end(); at++) {
                    sides.add(Side.OPEN);
                }
                if (side == Side.CAME) {
                    arrivals.add(at);
                }
            } else {
                sides.add(side);
                at++;
            }
        }
    }

    private record Cue(Side side, int end) {}

    /** The longer of two that begin here: 我买的是 is not 我. */
    private static @Nullable Cue cue(List<Word> words, int at) {
        int came = longest("came", words, at);
        int ordered = longest("due", words, at);
        if (came == 0 && ordered == 0) {
            return null;
        }
        return came > ordered ? new Cue(Side.CAME, came) : new Cue(Side.ORDERED, ordered);
    }

    private static int longest(String list, List<Word> words, int at) {
        var ends = StatementReader.WORDS.ends(list, words, at);
        return ends.isEmpty() ? 0 : ends.getFirst();
    }

    Side of(int word) {
        return sides.get(word);
    }

    /**
     * What came, as the customer put it: the words behind the first cue that has some, to the end of its clause; not
     * "the wrong one", which names nothing.
     */
    Optional<Span> came() {
        return arrivals.stream().map(this::span).filter(span -> !isEmpty(span)).findFirst();
    }

    record Span(int from, int to) {}

    private Span span(int from) {
        var words = text.words();
        int to = from;
        while (to < words.size()
                && sides.get(to) == Side.CAME
                && words.get(to).clause() == words.get(from).clause()) {
            to++;
        }
        while (from < to && isFiller(from)) {
            from++;
        }
        while (from < to && isFiller(to - 1)) {
            to--;
        }
        return new Span(from, to);
    }

    private boolean isEmpty(Span span) {
        return IntStream.range(span.from(), span.to()).allMatch(this::isFiller)
                || IntStream.range(span.from(), span.to())
                        .anyMatch(at -> StatementReader.WORDS.has("blame", text.words(), at));
    }

    private boolean isFiller(int at) {
        return StatementReader.WORDS.has("filler", text.words(), at);
    }
}
