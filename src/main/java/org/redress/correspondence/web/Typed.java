package org.redress.correspondence.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Ids;
import org.redress.kernel.Refusal;
import org.redress.ui.Words;

/**
 * What somebody has typed into the form, and what was wrong with it.
 *
 * @param id of the message to be
 */
record Typed(UUID id, String text, @Nullable String error) {
    static Typed nothing() {
        return new Typed(Ids.next(), "", null);
    }

    static Typed of(String draft, String text) {
        return new Typed(Ids.parse(draft).orElseGet(Ids::next), text, null);
    }

    Typed refused(Refusal refusal, Words words) {
        var fault = refusal.faults().stream().findFirst().map(Refusal.Fault::message);
        return new Typed(id, text, words.say(fault.orElse(refusal.reason())));
    }
}
