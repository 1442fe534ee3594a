package org.redress.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.redress.testing.Api;

/** Several clients that press their buttons in the same moment. */
final class AtOnce {
    private AtOnce() {}

    static List<Api.Answer> call(Supplier<Api.Answer> one, Supplier<Api.Answer> other) {
        return call(List.of(one, other));
    }

    static List<Api.Answer> call(List<Supplier<Api.Answer>> calls) {
        var start = new CyclicBarrier(calls.size());
        var pending = new ArrayList<Future<Api.Answer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var call : calls) {
                Callable<Api.Answer> together = () -> {
                    start.await();
                    return call.get();
                };
                pending.add(threads.submit(together));
            }
        }
        return pending.stream().map(AtOnce::answer).toList();
    }

    private static Api.Answer answer(Future<Api.Answer> pending) {
        try {
            return pending.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Integer> statuses(List<Api.Answer> answers) {
        return answers.stream().map(Api.Answer::status).sorted().toList();
    }
}
