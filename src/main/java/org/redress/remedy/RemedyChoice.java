package org.redress.remedy;

import java.util.List;
import java.util.Optional;
import org.redress.kernel.Phrase;
import org.redress.kernel.Sku;

/**
 * The fair options, the least costly first, and what becomes of the customer's own wish.
 *
 * @param lacking articles that cannot be sent for want of stock
 */
public record RemedyChoice(List<RemedyOption> options, Wish wish, List<Lacking> lacking) {
    /**
     * An article that cannot be sent.
     *
     * @param stock what there is of it
     */
    public record Lacking(Sku sku, int stock) {
        public Phrase sentence() {
            return Phrase.of("remedy.wish.out-of-stock", sku.value(), stock);
        }
    }

    public RemedyChoice(List<RemedyOption> options, Wish wish) {
        this(options, wish, List.of());
    }

    /** The customer's demand: always answered. */
    public sealed interface Wish {
        /** Nothing in particular was asked for. */
        record None() implements Wish {}

        /** It is among the options. */
        record Granted(String optionId) implements Wish {}

        /** It cannot be had, and this is why. */
        record NotPossible(Phrase reason) implements Wish {}
    }

    /** What is offered where nobody chooses: what was asked for, else what costs least. */
    public Optional<RemedyOption> usual() {
        return wish instanceof Wish.Granted(var id)
                ? option(id)
                : options.stream().findFirst();
    }

    public Optional<RemedyOption> option(String optionId) {
        return options.stream()
                .filter(option -> option.optionId().equals(optionId))
                .findFirst();
    }
}
