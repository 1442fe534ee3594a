package org.redress.settlement.app;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;
import org.redress.settlement.Trouble;
import org.redress.settlement.Work;
import org.redress.settlement.model.Listing;
import org.redress.settlement.model.Outcome;
import org.redress.settlement.model.Payments;
import org.redress.settlement.model.Warehouse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The sandbox, with accidents on the way to it: by order number, one for each request, in turn. */
@TestConfiguration
class ScriptedPartners {
    enum Accident {
        /** The request never arrives. */
        LOST,
        /** The refund is made and the thread dies before anybody hears of it, as with kill -9. */
        DEATH_AFTER_DOING,
        /** The refund is made and a fault of ours comes before anybody hears of it. */
        FAULT_AFTER_DOING,
        /** A clear no. */
        NO,
        /** It hangs until {@link ScriptedPayments#release}. */
        HANG
    }

    @Bean
    @Primary
    ScriptedPayments scriptedPayments(@Qualifier("sandboxPayments") Payments sandbox) {
        return new ScriptedPayments(sandbox);
    }

    @Bean
    @Primary
    ScriptedWarehouse scriptedWarehouse(@Qualifier("sandboxWarehouse") Warehouse sandbox) {
        return new ScriptedWarehouse(sandbox);
    }

    /** The sandbox, of which some parcels have left the house. */
    static final class ScriptedWarehouse implements Warehouse {
        private final Warehouse sandbox;
        private final Set<MerchantId> left = ConcurrentHashMap.newKeySet();

        ScriptedWarehouse(Warehouse sandbox) {
            this.sandbox = sandbox;
        }

        void hasSentAllOf(MerchantId merchant) {
            left.add(merchant);
        }

        @Override
        public Outcome reship(MerchantId merchant, String key, Work.Reshipment reshipment) {
            return sandbox.reship(merchant, key, reshipment);
        }

        @Override
        public Outcome cancel(MerchantId merchant, String key) {
            return left.contains(merchant)
                    ? new Outcome.Refused(new Trouble(Trouble.Kind.REFUSED, "the parcel has left"))
                    : sandbox.cancel(merchant, key);
        }

        @Override
        public Outcome status(MerchantId merchant, String key) {
            return sandbox.status(merchant, key);
        }

        @Override
        public Listing effects(MerchantId merchant, Instant from, Instant to, @Nullable String after) {
            return sandbox.effects(merchant, from, to, after);
        }
    }

    static final class Died extends Error {}

    static final class ScriptedPayments implements Payments {
        record Call(String order, String key) {}

        private final Payments sandbox;
        private final Map<String, Deque<Accident>> script = new ConcurrentHashMap<>();
        private final Map<MerchantId, Deque<Listing>> lists = new ConcurrentHashMap<>();
        private final List<Call> calls = new CopyOnWriteArrayList<>();
        private volatile CountDownLatch hanging = new CountDownLatch(1);
        private volatile CountDownLatch released = new CountDownLatch(1);

        ScriptedPayments(Payments sandbox) {
            this.sandbox = sandbox;
        }

        void meets(String order, Accident... accidents) {
            if (List.of(accidents).contains(Accident.HANG)) {
                hanging = new CountDownLatch(1);
                released = new CountDownLatch(1);
            }
            script.put(order, new ArrayDeque<>(List.of(accidents)));
        }

        /** What it answers in turn when it is asked what it did, before it tells the truth. */
        void lists(MerchantId merchant, Listing... listings) {
            lists.put(merchant, new ArrayDeque<>(List.of(listings)));
        }

        List<String> keys(String order) {
            return calls.stream()
                    .filter(call -> call.order().equals(order))
                    .map(Call::key)
                    .toList();
        }

        void awaitHanging() throws InterruptedException {
            if (!hanging.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody called");
            }
        }

        void release() {
            released.countDown();
        }

        @Override
        public Outcome refund(MerchantId merchant, String key, Work.Refund refund) {
            calls.add(new Call(refund.orderNumber(), key));
            Supplier<Outcome> doing = () -> sandbox.refund(merchant, key, refund);
            var accident = script.getOrDefault(refund.orderNumber(), new ArrayDeque<>())
                    .poll();
            return switch (accident) {
                case null -> doing.get();
                case LOST -> new Outcome.Unreachable(Trouble.of(Trouble.Kind.TIMEOUT));
                case NO -> new Outcome.Refused(new Trouble(Trouble.Kind.REFUSED, "closed account"));
                case DEATH_AFTER_DOING -> {
                    var _ = doing.get();
                    throw new Died();
                }
                case FAULT_AFTER_DOING -> {
                    var _ = doing.get();
                    throw new IllegalStateException("a fault of ours");
                }
                case HANG -> {
                    hang();
                    yield doing.get();
                }
            };
        }

        private void hang() {
            hanging.countDown();
            try {
                released.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public Outcome status(MerchantId merchant, String key) {
            return sandbox.status(merchant, key);
        }

        @Override
        public Listing effects(MerchantId merchant, Instant from, Instant to, @Nullable String after) {
            var scripted = lists.getOrDefault(merchant, new ArrayDeque<>()).poll();
            return scripted == null ? sandbox.effects(merchant, from, to, after) : scripted;
        }
    }
}
