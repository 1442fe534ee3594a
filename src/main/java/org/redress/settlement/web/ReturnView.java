package org.redress.settlement.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.settlement.GoodsReturn;

/**
 * A return in words. It names articles and the claim, and never whose it is.
 *
 * @param path of its page
 * @param claim path of the claim's page for those who may see it, or null
 * @param expected what should come; a last line says so where nobody knows all of it
 * @param pieces what came, with its condition and what becomes of it
 * @param proposed whether the disposition of each piece is the rule's
 * @param earlier what was written down before it was put right
 * @param match how the two compare; null until it came
 * @param tone how that badge looks
 * @param corrections what the warehouse's books are told; empty where not asked for
 */
public record ReturnView(
        GoodsReturn back,
        String path,
        @Nullable String claim,
        List<String> expected,
        List<String> pieces,
        List<Boolean> proposed,
        List<Earlier> earlier,
        @Nullable String match,
        String tone,
        List<Correction> corrections) {
    /** @param text by whom, when, and what of it */
    public record Earlier(
            String text, List<String> pieces, @Nullable String note) {}

    /**
     * @param trouble why it is not booked yet, or null
     * @param again where to tell it again, or null
     */
    public record Correction(
            String what,
            String why,
            String state,
            String tone,
            @Nullable String reference,
            @Nullable String trouble,
            @Nullable Instant doneAt,
            @Nullable String again) {}

    public boolean isExpected() {
        return back.isAwaited();
    }

    public boolean isWithdrawn() {
        return back.state() == GoodsReturn.State.WITHDRAWN;
    }

    public String id() {
        return back.id().toString();
    }
}
