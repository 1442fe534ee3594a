package org.redress.settlement.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.redress.kernel.MerchantId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Boundaries at which the thread of a merchant dies once, and whatever it had open with it, as with kill -9. */
@TestConfiguration
class DeadlyBoundary {
    @Bean
    @Primary
    Deadly deadly() {
        return new Deadly();
    }

    static final class Killed extends Error {}

    static final class Deadly extends Boundary {
        private record Trap(Place place, AtomicInteger passes) {}

        private final Map<MerchantId, Trap> traps = new ConcurrentHashMap<>();

        /** @param passes how often the place is passed alive before */
        void trap(MerchantId merchant, Place place, int passes) {
            traps.put(merchant, new Trap(place, new AtomicInteger(passes)));
        }

        boolean isSprung(MerchantId merchant) {
            return !traps.containsKey(merchant);
        }

        void clear(MerchantId merchant) {
            traps.remove(merchant);
        }

        @Override
        void pass(Place place, MerchantId merchant) {
            var trap = traps.get(merchant);
            if (trap != null && trap.place() == place && trap.passes().getAndDecrement() == 0) {
                traps.remove(merchant, trap);
                throw new Killed();
            }
        }
    }
}
