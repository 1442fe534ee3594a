package org.redress.settlement.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.settlement.Difference;
import org.redress.settlement.Effect;
import org.redress.ui.Words;

/**
 * A difference in words.
 *
 * @param what in what the sides differ
 * @param ours what we say, line by line
 * @param theirs what they say
 * @param claim path of the claim's page for those who may see it, or null
 * @param closed who closed it and when, or null while it is open
 */
public record DifferenceView(
        Difference difference,
        String partner,
        String what,
        List<String> ours,
        List<String> theirs,
        @Nullable String claim,
        @Nullable String closed) {
    static DifferenceView of(Difference difference, Viewer viewer, Words words) {
        var seesClaims = viewer.has(Role.AGENT) || viewer.has(Role.SUPERVISOR);
        return new DifferenceView(
                difference,
                words.say("settlement.books.partner", difference.partner()),
                words.say("settlement.books.kind", difference.kind()),
                side(difference.ours(), "settlement.books.ours.none", words),
                side(difference.theirs(), "settlement.books.theirs.none", words),
                difference.claim() == null || !seesClaims ? null : "/desk/claims/" + difference.claim() + "#execution",
                closed(difference, words));
    }

    private static List<String> side(@Nullable Effect effect, String none, Words words) {
        if (effect == null) {
            return List.of(words.say(none));
        }
        var said = new ArrayList<String>();
        var kind = words.say("settlement.books.effect", effect.kind());
        said.add(effect.amount() == null ? kind : words.say("settlement.books.amount", kind, effect.amount()));
        said.add(words.say("settlement.books.since", words.say("settlement.books.state", effect.state()), effect.at()));
        Optional.ofNullable(effect.reference())
                .map(reference -> words.say("settlement.reference", reference))
                .ifPresent(said::add);
        return said;
    }

    private static @Nullable String closed(Difference difference, Words words) {
        if (difference.closedAt() == null) {
            return null;
        }
        return difference.closedBy() == null
                ? words.say("settlement.books.closed.gone", difference.closedAt())
                : words.say("settlement.books.closed.by", difference.closedBy(), difference.closedAt());
    }

    public String id() {
        return difference.id().toString();
    }
}
