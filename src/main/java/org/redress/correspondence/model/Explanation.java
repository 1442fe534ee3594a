package org.redress.correspondence.model;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.CauseCode;
import org.redress.claims.Claim;
import org.redress.claims.Conclusion;
import org.redress.kernel.Phrase;

/**
 * Why it happened, and what is done so that it does not happen again, as far as both are known (domain.md R70). Said of the
 * process and never of whoever stood there (F11): a cause that names people is told as what happened.
 *
 * @param cause null where it is not known, or lies with the customer: naming that explains nothing and hurts
 * @param prevention null where nothing is on record
 */
record Explanation(@Nullable Phrase cause, @Nullable Phrase prevention) {
    private static final String PROBABLE = "PROBABLE";

    private static final Set<CauseCode> UNSAID = EnumSet.of(CauseCode.OD_01, CauseCode.PE_04);

    private static final Set<String> MECHANISMS =
            Set.of("PA", "PV", "PU", "IL", "CT", "SO", "LS", "OD", "LI", "SU", "CA");

    /** @param held whether the article was held back because of this claim */
    static Explanation of(Claim claim, boolean held) {
        return new Explanation(causeOf(claim).orElse(null), preventionOf(claim, held));
    }

    Stream<Phrase> sentences() {
        return Stream.concat(Stream.ofNullable(cause), Stream.ofNullable(prevention));
    }

    private static Optional<Phrase> causeOf(Claim claim) {
        var recorded = claim.cause();
        if (recorded != null) {
            return UNSAID.contains(recorded)
                    ? Optional.empty()
                    : Optional.of(Phrase.of("templates.cause." + recorded.name()));
        }
        var concluded = claim.conclusion();
        if (concluded == null || !concluded.isOurs() || !MECHANISMS.contains(concluded.mechanism())) {
            return Optional.empty();
        }
        var sentence = Phrase.of("templates.cause." + concluded.mechanism());
        return Optional.of(
                concluded.status().equals(PROBABLE) ? Phrase.of("templates.cause.probably", sentence) : sentence);
    }

    private static @Nullable Phrase preventionOf(Claim claim, boolean held) {
        if (held) {
            return Phrase.of("templates.prevention.held");
        }
        var concluded = claim.conclusion();
        var avoid = concluded == null ? Conclusion.Avoid.NOTHING : concluded.avoid();
        return avoid.isNothing() ? null : Phrase.of("templates.prevention.avoid");
    }
}
