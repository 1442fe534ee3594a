package org.redress.settlement.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.evidence.EvidenceId;
import org.redress.kernel.Ids;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.settlement.GoodsReturn.Condition;
import org.redress.settlement.GoodsReturn.Disposition;
import org.redress.settlement.Receipt;

/** The receiving form, as it was sent. */
record ReceiptForm(Map<String, String> fields) {
    private static final int LONGEST_NUMBER = 6;

    private String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    /** @throws Refused INVALID where it is none */
    Receipt receipt(@Nullable EvidenceId photo) {
        var pieces = text("found").equals("nothing") ? List.<Receipt.Piece>of() : pieces();
        return new Receipt(pieces, photo, text("note"), text("counted").equals("true"));
    }

    /** Sent before, with a form that was refused. */
    @Nullable
    EvidenceId photo() {
        return Ids.parse(text("kept")).map(EvidenceId::new).orElse(null);
    }

    String why() {
        return text("why");
    }

    /** How many receipts whoever fills it in has seen. */
    int seen() {
        var text = text("seen");
        return text.matches("[0-9]{1," + LONGEST_NUMBER + "}") ? Integer.parseInt(text) : 0;
    }

    private List<Receipt.Piece> pieces() {
        var pieces = new ArrayList<Receipt.Piece>();
        for (int row = 1; row <= Receipt.MOST_PIECES; row++) {
            var article = text("article" + row);
            if (!article.isEmpty()) {
                pieces.add(new Receipt.Piece(
                        article,
                        text("foreign" + row).equals("true"),
                        quantity("quantity" + row),
                        choice(Condition.values(), "condition" + row, "CONDITION"),
                        text("disposition" + row).isEmpty()
                                ? null
                                : choice(Disposition.values(), "disposition" + row, "DISPOSITION")));
            }
        }
        if (pieces.isEmpty()) {
            throw refused("pieces", "NO_PIECES");
        }
        return pieces;
    }

    private int quantity(String field) {
        var text = text(field);
        if (!text.matches("[0-9]{1," + LONGEST_NUMBER + "}")) {
            throw refused(field, "OUT_OF_RANGE", 1, Receipt.MOST_UNITS);
        }
        return Integer.parseInt(text);
    }

    private <E extends Enum<E>> E choice(E[] all, String field, String code) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(text(field)))
                .findFirst()
                .orElseThrow(() -> refused(field, code));
    }

    private static Refused refused(String field, String code, Object... gaps) {
        return new Refused(Refusal.invalid("/" + field, code, Phrase.of("settlement.back.fault." + code, gaps)));
    }
}
