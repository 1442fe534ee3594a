package org.redress.correspondence.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Ids;
import org.redress.kernel.Refusal;
import org.redress.ui.Words;

/**
 * What somebody has typed into the form, what was wrong with it, and what the coach said.
 *
 * @param id of the message to be
 * @param missing what the template it was begun with asked for in vain
 */
record Typed(
        UUID id,
        String text,
        @Nullable String error,
        @Nullable Coached coach,
        @Nullable String meanwhile,
        List<String> missing) {
    static Typed nothing() {
        return new Typed(Ids.next(), "", null, null, null, List.of());
    }

    /** Nothing is typed yet, and there is something to begin with. */
    static Typed begun(String text, List<String> missing) {
        return new Typed(Ids.next(), text, null, null, null, missing);
    }

    static Typed of(String draft, String text) {
        return new Typed(Ids.parse(draft).orElseGet(Ids::next), text, null, null, null, List.of());
    }

    Typed refused(Refusal refusal, Words words) {
        var fault = refusal.faults().stream().findFirst().map(Refusal.Fault::message);
        return new Typed(id, text, words.say(fault.orElse(refusal.reason())), coach, meanwhile, missing);
    }

    Typed coached(Coached advice) {
        return new Typed(id, text, error, advice, meanwhile, missing);
    }

    Typed overtaken(@Nullable String said) {
        return new Typed(id, text, error, coach, said, missing);
    }
}
