package org.redress.claims;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.orders.Product;

/**
 * What an agent heard and asked beside the claim itself, on the phone or across a counter. For staff only.
 *
 * @param proven what the caller knew of the order and only its customer should; empty where nothing was proven
 * @param dangers what could do harm, as the caller says
 * @param neededBy the day by which they need the goods
 * @param purpose what the goods were for, as the caller says
 */
public record Heard(
        Place place,
        Set<Proof> proven,
        Set<Danger> dangers,
        @Nullable LocalDate neededBy,
        @Nullable String purpose) {
    /** Characters of a purpose. */
    public static final int LONGEST_PURPOSE = 254;

    public enum Place {
        PHONE,
        COUNTER
    }

    public enum Proof {
        POSTCODE,
        EMAIL,
        PHONE
    }

    public enum Danger {
        MEDICINE(Product.Hazard.MEDICINE),
        FOOD(Product.Hazard.FOOD_ALLERGEN),
        BATTERY(Product.Hazard.BATTERY),
        CHILD(Product.Hazard.AGE_RESTRICTED);

        private final Product.Hazard hazard;

        Danger(Product.Hazard hazard) {
            this.hazard = hazard;
        }

        public Product.Hazard hazard() {
            return hazard;
        }
    }

    public Heard {
        proven = proven.isEmpty() ? Set.of() : EnumSet.copyOf(proven);
        dangers = dangers.isEmpty() ? Set.of() : EnumSet.copyOf(dangers);
    }

    public Set<Product.Hazard> hazards() {
        return dangers.stream().map(Danger::hazard).collect(Collectors.toSet());
    }
}
