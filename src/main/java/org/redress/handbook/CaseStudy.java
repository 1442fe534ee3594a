package org.redress.handbook;

import java.util.List;
import org.redress.claims.CauseCode;
import org.redress.kernel.Phrase;
import org.redress.remedy.Remedy;

/**
 * A case whose truth is known, without anything that leads to a person: no name, no number, nothing in anybody’s own words
 * (domain.md R79, R83). Its facts are phrases whose gaps are numbers and names of articles.
 */
public sealed interface CaseStudy {
    /** Whether it was made up by the simulated merchant. */
    boolean simulated();

    List<Phrase> facts();

    /**
     * Where it went wrong.
     *
     * @param mechanism as the records tell it, such as {@code LS}
     * @param cause as a person recorded it; one of those that fit the mechanism ({@link Causes#fitting})
     */
    record OfCause(boolean simulated, List<Phrase> facts, String mechanism, CauseCode cause) implements CaseStudy {}

    /** What made it right: agreed, carried out, and the customer was satisfied. */
    record OfRemedy(boolean simulated, List<Phrase> facts, Remedy.Kind kind) implements CaseStudy {}
}
