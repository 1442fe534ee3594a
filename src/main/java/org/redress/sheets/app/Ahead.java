package org.redress.sheets.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a source on a thread of its own while what came of it is worked on, and never far ahead: a file is read
 * while the database writes. For one consumer.
 */
final class Ahead<T> implements AutoCloseable {
    private static final int PIECE = 100;
    private static final int PIECES = 50;

    /** Asked on the other thread, one question after the other, until it is empty or fails. */
    interface Source<T> {
        Optional<T> next() throws IOException;
    }

    /** @param failure of the source after these items */
    private record Piece<T>(
            List<T> items, boolean isLast, @Nullable Throwable failure) {}

    private final BlockingQueue<Piece<T>> pieces = new ArrayBlockingQueue<>(PIECES);
    private final Thread thread;
    private Iterator<T> items = Collections.emptyIterator();
    private boolean ended;
    private @Nullable Throwable failure;

    Ahead(Source<T> source) {
        this.thread = Thread.ofPlatform().daemon().name("read-ahead").start(() -> read(source));
    }

    private void read(Source<T> source) {
        try {
            Piece<T> piece;
            do {
                piece = piece(source);
                pieces.put(piece);
            } while (!piece.isLast());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> Piece<T> piece(Source<T> source) {
        var items = new ArrayList<T>(PIECE);
        try {
            while (items.size() < PIECE) {
                var next = source.next();
                if (next.isEmpty()) {
                    return new Piece<>(items, true, null);
                }
                items.add(next.get());
            }
            return new Piece<>(items, false, null);
        } catch (IOException | RuntimeException | Error broken) {
            return new Piece<>(items, true, broken);
        }
    }

    /** @throws IOException where the source has failed, after all that came before */
    Optional<T> next() throws IOException {
        while (!items.hasNext() && !ended) {
            var piece = take();
            items = piece.items().iterator();
            ended = piece.isLast();
            failure = piece.failure();
        }
        if (items.hasNext()) {
            return Optional.of(items.next());
        }
        switch (failure) {
            case null -> {}
            case RuntimeException broken -> throw broken;
            case Error broken -> throw broken;
            case Throwable broken -> throw new IOException(broken);
        }
        return Optional.empty();
    }

    private Piece<T> take() {
        try {
            return pieces.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a file was read", stopped);
        }
    }

    /** Afterwards nobody asks the source any more, so that it can be closed. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
