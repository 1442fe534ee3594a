package org.redress.investigation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Conclusion.Avoid;
import org.redress.kernel.Phrase;
import org.redress.kernel.Sku;

/**
 * What is believed about the cause of a claim, and why (contract.md, {@code /investigation}).
 *
 * @param stages all eight, the likeliest first; they sum to 1
 * @param mechanisms all fifteen, the likeliest first; they sum to 1
 * @param facts all eighteen clues in their order, also those that nothing is known of
 * @param atRisk other orders that the same mistake may have touched, the likeliest first; empty until it is likely
 * @param confirmed the mechanism that a person confirmed, where one did
 * @param escape what should have caught it
 * @param avoid from where nothing may be sent again before somebody has looked, by this claim or by another about the same
 *     article
 */
public record Investigation(
        Status status,
        List<InStage> stages,
        List<InMechanism> mechanisms,
        List<Fact> facts,
        @Nullable Sku ordered,
        @Nullable Sku received,
        List<Evidence> nextEvidence,
        @Nullable Counterpart counterpart,
        Set<Control> escape,
        Avoid avoid,
        List<AtRisk> atRisk,
        @Nullable Mechanism confirmed,
        Instant concludedAt) {
    public static final double PROBABLE = 0.8;
    public static final double ESTABLISHED = 0.95;

    /** How sure we are. A false claim is never concluded, and a person is never blamed below ESTABLISHED (F11). */
    public enum Status {
        UNDETERMINED,
        /** One stage has at least {@link Investigation#PROBABLE}. */
        PROBABLE,
        /** One stage has at least {@link Investigation#ESTABLISHED}, borne out by two independent groups of clues. */
        ESTABLISHED,
        /** A person has said so. */
        CONFIRMED
    }

    public record InStage(Stage stage, double probability) {}

    public record InMechanism(Mechanism mechanism, double probability) {}

    /**
     * @param present null where nothing is known
     * @param decibans by how much it speaks for each mechanism rather than for the background; empty where it says nothing
     * @param forLeading by how much it speaks for the leading stage rather than for all others, in decibans
     */
    public record Fact(
            Clue clue,
            @Nullable Boolean present,
            Map<Mechanism, Double> decibans,
            double forLeading,
            Phrase sentence) {}

    /**
     * @param expectedGain in bits
     * @param cost against one photo
     */
    public record Evidence(NextEvidence what, double expectedGain, double cost) {}

    /**
     * The other side of a swap; whose it is never leaves the house (domain.md F12).
     *
     * @param claim the number of the claim that they have filed, where they have
     */
    public record Counterpart(
            @Nullable String claim, String orderNumber, String trackingNumber, Kind kind, double confidence) {
        public Counterpart filed(@Nullable String number) {
            return new Counterpart(number, orderNumber, trackingNumber, kind, confidence);
        }

        public enum Kind {
            SWAP,
            CYCLE
        }
    }

    /** The same, with who else is affected. */
    public Investigation with(@Nullable Counterpart partner, List<AtRisk> others) {
        return new Investigation(
                status,
                stages,
                mechanisms,
                facts,
                ordered,
                received,
                nextEvidence,
                partner,
                escape,
                avoid,
                others,
                confirmed,
                concludedAt);
    }

    /** The same, with what is under suspicion by other claims. */
    public Investigation avoiding(Avoid others) {
        return others.isNothing()
                ? this
                : new Investigation(
                        status,
                        stages,
                        mechanisms,
                        facts,
                        ordered,
                        received,
                        nextEvidence,
                        counterpart,
                        escape,
                        avoid.and(others),
                        atRisk,
                        confirmed,
                        concludedAt);
    }

    public Stage leadingStage() {
        return stages.getFirst().stage();
    }

    public InMechanism leading() {
        return mechanisms.getFirst();
    }
}
