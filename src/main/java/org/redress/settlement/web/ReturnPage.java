package org.redress.settlement.web;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.evidence.EvidenceId;
import org.redress.settlement.GoodsReturn.Condition;
import org.redress.settlement.GoodsReturn.Disposition;
import org.redress.ui.Choice;
import org.redress.ui.Frame;

/**
 * One return, and the form by which it is received, or by which what was received is put right.
 *
 * @param photo that was sent with a form which was refused, and is kept; or null
 * @param asked whether it is asked if so many were really counted
 */
public record ReturnPage(
        Frame frame, ReturnView view, @Nullable EvidenceId photo, boolean asked) {
    /** Different articles of one parcel; more are rare, and REST takes them. */
    private static final int ROWS = 6;

    public List<Integer> rows() {
        return IntStream.rangeClosed(1, Math.max(ROWS, view.back().pieces().size()))
                .boxed()
                .toList();
    }

    /** What the form's address ends with. */
    public String form() {
        return view.isExpected() ? "receipt" : "amendment";
    }

    /** As it was typed into the form that was refused, else as it was received. */
    public String typed(String field, int row) {
        return frame.isRefused(form()) ? frame.typed(form(), field + row) : received(field, row);
    }

    private String received(String field, int row) {
        if (row > view.back().pieces().size()) {
            return "";
        }
        var piece = view.back().pieces().get(row - 1);
        return switch (field) {
            case "article" -> piece.sku().value();
            case "quantity" -> String.valueOf(piece.quantity());
            case "condition" -> piece.condition().name();
            case "disposition" ->
                view.proposed().get(row - 1) ? "" : piece.disposition().name();
            case "foreign" -> String.valueOf(!piece.ours());
            default -> throw new IllegalArgumentException(field);
        };
    }

    public String note() {
        var note = view.back().note();
        return frame.isRefused(form()) || note == null ? frame.typed(form(), "note") : note;
    }

    /** Whether a further row was filled in before. */
    public boolean isMore() {
        return rows().stream().skip(1).anyMatch(row -> !typed("article", row).isEmpty());
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
