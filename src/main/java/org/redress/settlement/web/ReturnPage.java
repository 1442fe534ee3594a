package org.redress.settlement.web;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.settlement.GoodsReturn.Condition;
import org.redress.settlement.GoodsReturn.Disposition;
import org.redress.ui.Choice;
import org.redress.ui.Frame;

/** One return, and the form by which it is received. */
public record ReturnPage(Frame frame, ReturnView view) {
    /** Different articles of one parcel; more are rare, and REST takes them. */
    static final int ROWS = 6;

    /** What the form's address ends with. */
    public static final String FORM = "receipt";

    public List<Integer> rows() {
        return IntStream.rangeClosed(1, ROWS).boxed().toList();
    }

    public String typed(String field, int row) {
        return frame.typed(FORM, field + row);
    }

    /** Whether a further row was filled in before. */
    public boolean isMore() {
        return IntStream.rangeClosed(2, ROWS)
                .anyMatch(row -> !typed("article", row).isEmpty());
    }

    public List<Choice> conditions() {
        return Stream.of(Condition.values())
                .map(condition ->
                        new Choice(condition.name(), frame.words().say("settlement.back.condition", condition)))
                .toList();
    }

    public List<Choice> dispositions() {
        var byRule = new Choice("", frame.words().say("settlement.back.by-rule"));
        var chosen = Stream.of(Disposition.values())
                .map(disposition ->
                        new Choice(disposition.name(), frame.words().say("settlement.back.disposition", disposition)));
        return Stream.concat(Stream.of(byRule), chosen).toList();
    }
}
