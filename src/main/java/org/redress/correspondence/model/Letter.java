package org.redress.correspondence.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.correspondence.Message;
import org.redress.kernel.Actor;
import org.redress.kernel.Phrase;
import org.redress.remedy.RemedyPlan;

/**
 * A message before it is said in a language.
 *
 * @param subject of the e-mail, or null where the message stands on the claim only
 */
public record Letter(
        Message.Direction direction,
        Message.Kind kind,
        Actor author,
        @Nullable Phrase subject,
        List<Part> parts) {

    /** A paragraph, or a row of a list. */
    public sealed interface Part {
        /** Our words. */
        record Said(Phrase phrase) implements Part {}

        /** A row of a list. */
        record Row(Phrase phrase) implements Part {}

        /** What we do for the customer, a row each. */
        record Plan(RemedyPlan plan) implements Part {}

        /** What somebody typed. */
        record Typed(String text) implements Part {}
    }

    public boolean isMailed() {
        return subject != null;
    }
}
