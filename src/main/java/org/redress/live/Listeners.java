package org.redress.live;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Viewer;
import org.redress.claims.ClaimMoved;
import org.redress.claims.LookedAt;
import org.redress.claims.WordsSaid;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The open pages of this server, by merchant. */
@Component
class Listeners implements LookedAt, SmartLifecycle {
    private static final int MOST = 5_000;
    private static final int MOST_OF_ONE = 20;

    private final Map<MerchantId, Set<Listener>> open = new ConcurrentHashMap<>();
    private final RecentMoves recent;
    private final InstantSource clock;
    private volatile boolean running;

    Listeners(InstantSource clock) {
        this.clock = clock;
        this.recent = new RecentMoves(clock.instant());
    }

    /** Somebody at a claim. */
    record Person(UUID account, String name, boolean writing) {}

    /**
     * Empty where this one, or everybody together, has too many pages open.
     *
     * @param since from when on the page does not know what happened
     */
    Optional<Listener> open(Viewer viewer, @Nullable UUID claim, Instant since) {
        if (!running || !(viewer.actor() instanceof Actor.Staff(var account, var name))) {
            return Optional.empty();
        }
        long own = of(viewer.merchant()).stream()
                .filter(one -> one.account().equals(account))
                .count();
        if (own >= MOST_OF_ONE || open.values().stream().mapToInt(Set::size).sum() >= MOST) {
            return Optional.empty();
        }
        var listener = new Listener(viewer.merchant(), account, name, claim);
        open.computeIfAbsent(viewer.merchant(), _ -> ConcurrentHashMap.newKeySet())
                .add(listener);
        // After it is among those who are told: what happens meanwhile is heard twice rather than never.
        recent.since(since, viewer.merchant())
                .ifPresentOrElse(
                        claims -> claims.stream().filter(listener::isAbout).forEach(listener::moved), listener::missed);
        listener.peopleChanged();
        peopleChanged(listener);
        return Optional.of(listener);
    }

    void close(Listener listener) {
        if (of(listener.merchant()).remove(listener)) {
            peopleChanged(listener);
        }
    }

    /** Somebody writes on a claim, or has stopped to. */
    void writes(Viewer viewer, UUID claim, boolean now) {
        if (viewer.actor() instanceof Actor.Staff(var account, var _)) {
            of(viewer.merchant()).stream()
                    .filter(one -> one.account().equals(account) && claim.equals(one.claim()))
                    .filter(one -> one.writes(now))
                    .forEach(this::peopleChanged);
        }
    }

    /** Somebody has turned away. Whoever has the claim open twice comes back with the other page by itself. */
    void leaves(Viewer viewer, UUID claim) {
        if (viewer.actor() instanceof Actor.Staff(var account, var _)) {
            of(viewer.merchant()).stream()
                    .filter(one -> one.account().equals(account) && claim.equals(one.claim()))
                    .forEach(one -> {
                        one.end();
                        close(one);
                    });
        }
    }

    private void peopleChanged(Listener whose) {
        if (whose.claim() == null) {
            return;
        }
        of(whose.merchant()).stream()
                .filter(one -> one != whose)
                .filter(one -> one.claim() == null || one.claim().equals(whose.claim()))
                .forEach(Listener::peopleChanged);
    }

    /**
     * Told once the transaction holds. No listener of a transaction, for what those hear is kept until they are done with it: here
     * nobody minds if it is lost with the server, for the page then looks again.
     */
    @EventListener
    void on(ClaimMoved moved) {
        tellOnceItHolds(new MerchantId(moved.merchant()), moved.claim());
    }

    @EventListener
    void on(WordsSaid said) {
        tellOnceItHolds(new MerchantId(said.merchant()), said.claim());
    }

    private void tellOnceItHolds(MerchantId merchant, UUID claim) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            tell(merchant, claim);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tell(merchant, claim);
            }
        });
    }

    private void tell(MerchantId merchant, UUID claim) {
        recent.add(merchant, claim, clock.instant());
        of(merchant).stream().filter(one -> one.isAbout(claim)).forEach(one -> one.moved(claim));
    }

    /** Who else is at this claim: each once, who writes first. */
    List<Person> othersAt(Listener listener) {
        return others(listener)
                .filter(one -> one.claim() != null && one.claim().equals(listener.claim()))
                .map(one -> new Person(one.account(), one.name(), one.isWriting()))
                .sorted(Comparator.comparing((Person person) -> !person.writing())
                        .thenComparing(Person::name))
                .collect(Collectors.toMap(
                        Person::account, person -> person, (first, _) -> first, java.util.LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** Which claims others look at. */
    Map<UUID, String> looked(Listener listener) {
        return others(listener)
                .filter(one -> one.claim() != null)
                .limit(MOST)
                .collect(Collectors.toMap(
                        one -> java.util.Objects.requireNonNull(one.claim()), Listener::name, (first, _) -> first));
    }

    private Stream<Listener> others(Listener listener) {
        return of(listener.merchant()).stream().filter(one -> !one.account().equals(listener.account()));
    }

    @Override
    public Set<UUID> byOthers(Viewer viewer) {
        return viewer.actor() instanceof Actor.Staff(var account, var _)
                ? of(viewer.merchant()).stream()
                        .filter(one -> !one.account().equals(account))
                        .map(Listener::claim)
                        .flatMap(Stream::ofNullable)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private Collection<Listener> of(MerchantId merchant) {
        return open.getOrDefault(merchant, Set.of());
    }

    @Override
    public void start() {
        running = true;
    }

    /** Open pages do not hold up a server that goes: they come back to the next. */
    @Override
    public void stop() {
        running = false;
        open.values().forEach(some -> some.forEach(Listener::end));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
