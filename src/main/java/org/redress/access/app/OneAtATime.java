package org.redress.access.app;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Holds back all but one holder of a name within this server. The database would, too, but each that waits there
 * occupies a connection, and a client's storm of repetitions must not use them up.
 */
final class OneAtATime {
    private final ConcurrentHashMap<String, Turn> turns = new ConcurrentHashMap<>();

    private record Turn(ReentrantLock lock, int waiting) {}

    <T> T hold(String name, Supplier<T> work) {
        var turn = turns.compute(
                name,
                (_, known) ->
                        known == null ? new Turn(new ReentrantLock(), 1) : new Turn(known.lock(), known.waiting() + 1));
        turn.lock().lock();
        try {
            return work.get();
        } finally {
            turn.lock().unlock();
            turns.computeIfPresent(
                    name, (_, known) -> known.waiting() == 1 ? null : new Turn(known.lock(), known.waiting() - 1));
        }
    }
}
