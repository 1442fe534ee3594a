package org.redress.traces.app;

import jakarta.annotation.PreDestroy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.redress.traces.model.EventRow.Checked;
import org.redress.traces.model.EventRow.Checker;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Checks events on every core, some hundred at a time, and hands them on in the order in which they came. Nine tenths of
 * a capture's time go into validation and hash. Few pieces wait, so that no document fills the memory.
 */
@Component
class Checking {
    private static final int PIECE = 200;
    private static final long LARGEST_PIECE = 512 * 1024;

    /** Enough for the cores to go on while a batch is written. */
    private final int mostWaiting = Math.max(12, 2 * Runtime.getRuntime().availableProcessors());

    private final ExecutorService cores = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("traces-check-", 0).daemon().factory());

    @PreDestroy
    void stop() {
        cores.shutdownNow();
    }

    /** @param checkers each makes one for a thread of its own */
    Line line(Supplier<Checker> checkers, Consumer<Checked> sink) {
        return new Line(checkers, sink);
    }

    private record Sent(JsonNode event, String pointer) {}

    /** The events of one document. For one thread. */
    final class Line {
        private final Supplier<Checker> checkers;
        private final Consumer<Checked> sink;
        private final Deque<Future<List<Checked>>> waiting = new ArrayDeque<>();
        private List<Sent> piece = new ArrayList<>();
        private long begun;

        private Line(Supplier<Checker> checkers, Consumer<Checked> sink) {
            this.checkers = checkers;
            this.sink = sink;
        }

        /** @param position how many bytes of the document have been read */
        void take(JsonNode event, String pointer, long position) {
            piece.add(new Sent(event, pointer));
            if (piece.size() == PIECE || position - begun > LARGEST_PIECE) {
                send();
                begun = position;
            }
        }

        private void send() {
            var sent = piece;
            piece = new ArrayList<>();
            if (waiting.size() == mostWaiting) {
                handOn(waiting.removeFirst());
            }
            waiting.addLast(cores.submit(() -> checked(sent)));
        }

        private List<Checked> checked(List<Sent> sent) {
            var checker = checkers.get();
            return sent.stream()
                    .map(each -> checker.check(each.event(), each.pointer()))
                    .toList();
        }

        private void handOn(Future<List<Checked>> done) {
            try {
                done.get().forEach(sink);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Stopped while events were checked", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }

        /** What is left of a document; a small one never leaves its thread. */
        void finish() {
            waiting.forEach(this::handOn);
            waiting.clear();
            checked(piece).forEach(sink);
            piece = new ArrayList<>();
        }
    }
}
