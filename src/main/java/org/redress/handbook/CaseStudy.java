package org.redress.handbook;

import java.util.List;
import org.redress.claims.CauseCode;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
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

    /** What makes it right: of one of the shop’s own it was agreed, carried out, and the customer was satisfied. */
    record OfRemedy(boolean simulated, List<Phrase> facts, Remedy.Kind kind) implements CaseStudy {}

    /** How what came stands to what was ordered, as the records or the truth have it. */
    record OfGoods(boolean simulated, List<Phrase> facts, Problem problem) implements CaseStudy {}

    /**
     * What the customer showed of a wrong article.
     *
     * @param enough whether a barcode was read; else a photo of it is what would tell most
     */
    record OfPhotos(boolean simulated, List<Phrase> facts, boolean enough) implements CaseStudy {}

    /** Where a case stands on its way, which its facts say. */
    record OfMoment(boolean simulated, List<Phrase> facts, Moment moment) implements CaseStudy {}

    /**
     * Our own mistake, that has to be told to a customer.
     *
     * @param problem a wrong article, a wrong variant, or one that is missing
     * @param kind what is proposed
     */
    record OfWords(boolean simulated, List<Phrase> facts, Problem problem, Remedy.Kind kind) implements CaseStudy {}

    /** Where a case may stand, in the order of its way (domain.md R5-R10). */
    enum Moment {
        REPORTED,
        ASKED,
        ACCEPTED,
        PROPOSED,
        OFFERED,
        EXECUTING,
        DELIVERED;

        /** The sentence that says so. */
        public Phrase said() {
            return Phrase.of("handbook.moment." + name());
        }
    }
}
