package org.redress.live;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;

/**
 * One open page. What happens is put down here and fetched by the connection of the page: a slow reader keeps nobody waiting,
 * and however much happens, what waits for it is a set of claims and two marks.
 */
final class Listener {
    /** Of so many claims at once a page need not hear one by one: it is told to look again. */
    static final int MOST_MOVED = 100;

    private final MerchantId merchant;
    private final UUID account;
    private final String name;
    private final @Nullable UUID claim;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private final Set<UUID> moved = new LinkedHashSet<>();
    private boolean flooded;
    private boolean peopleChanged;
    private boolean writing;
    private boolean over;

    Listener(MerchantId merchant, UUID account, String name, @Nullable UUID claim) {
        this.merchant = merchant;
        this.account = account;
        this.name = name;
        this.claim = claim;
    }

    /**
     * What is new for a page.
     *
     * @param moved claims that are otherwise than before
     * @param flooded whether there are more than are named
     * @param people whether somebody came, went, or writes
     */
    record News(List<UUID> moved, boolean flooded, boolean people) {
        boolean isNone() {
            return moved.isEmpty() && !flooded && !people;
        }
    }

    MerchantId merchant() {
        return merchant;
    }

    UUID account() {
        return account;
    }

    String name() {
        return name;
    }

    /** The claim that the page shows, or null: the queue. */
    @Nullable
    UUID claim() {
        return claim;
    }

    boolean isAbout(UUID other) {
        return claim == null || claim.equals(other);
    }

    /** What happened before is not known: the page looks again. */
    void missed() {
        tell(() -> flooded = true);
    }

    void moved(UUID other) {
        tell(() -> {
            if (moved.size() < MOST_MOVED) {
                moved.add(other);
            } else {
                flooded = true;
            }
        });
    }

    void peopleChanged() {
        tell(() -> peopleChanged = true);
    }

    /** @return whether that is new */
    boolean writes(boolean now) {
        lock.lock();
        try {
            boolean changed = writing != now;
            writing = now;
            return changed;
        } finally {
            lock.unlock();
        }
    }

    boolean isWriting() {
        lock.lock();
        try {
            return writing;
        } finally {
            lock.unlock();
        }
    }

    void end() {
        tell(() -> over = true);
    }

    boolean isOver() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }

    private void tell(Runnable what) {
        lock.lock();
        try {
            what.run();
            something.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is something, at most so long. */
    News next(long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (moved.isEmpty() && !flooded && !peopleChanged && !over && left > 0) {
                left = something.awaitNanos(left);
            }
            var news = new News(List.copyOf(new ArrayList<>(moved)), flooded, peopleChanged);
            moved.clear();
            flooded = false;
            peopleChanged = false;
            return news;
        } finally {
            lock.unlock();
        }
    }
}
