package org.redress.clock.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchants;
import org.redress.claims.Channel;
import org.redress.claims.Claim;
import org.redress.claims.ClaimClock.Party;
import org.redress.claims.ClaimClock.Promise;
import org.redress.claims.ClaimEvent;
import org.redress.claims.Claims;
import org.redress.claims.Entry;
import org.redress.claims.Filing;
import org.redress.claims.Promises;
import org.redress.clock.Practice;
import org.redress.clock.Upcoming;
import org.redress.clock.store.AheadTable;
import org.redress.database.Jobs;
import org.redress.kernel.Actor;
import org.redress.kernel.Demand;
import org.redress.kernel.Problem;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Time is moved and everything follows it: promises, jobs, and who watches over jobs. */
@RedressTest
@TestPropertySource(properties = {"redress.practice-clock=true", "db-scheduler.heartbeat-interval=500ms"})
@Import(PracticeIT.Work.class)
class PracticeIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String NOTE = "practice-note";
    private static final String SLOW = "practice-slow";

    @TestConfiguration
    static class Work {
        @Bean
        Watched watched() {
            return new Watched();
        }

        @Bean
        static Task<Void> note(Watched watched) {
            return Tasks.oneTime(TaskDescriptor.of(NOTE)).execute((instance, _) -> watched.noted.add(instance.getId()));
        }

        @Bean
        static Task<Void> slow(Watched watched) {
            return Tasks.oneTime(TaskDescriptor.of(SLOW))
                    .onDeadExecutionRevive()
                    .execute((_, _) -> {
                        watched.begun.incrementAndGet();
                        try {
                            watched.mayEnd.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    });
        }
    }

    /** What the scheduler does. */
    static final class Watched extends AbstractSchedulerListener {
        final Set<String> noted = ConcurrentHashMap.newKeySet();
        final AtomicInteger begun = new AtomicInteger();
        final CountDownLatch mayEnd = new CountDownLatch(1);
        final AtomicInteger dead = new AtomicInteger();
        private final AtomicInteger searches = new AtomicInteger();

        @Override
        public void onSchedulerEvent(SchedulerEventType type) {
            if (type == SchedulerEventType.RAN_DETECT_DEAD) {
                searches.incrementAndGet();
            }
        }

        @Override
        public void onExecutionDead(Execution execution) {
            dead.incrementAndGet();
        }

        /** It has looked for dead jobs from beginning to end. */
        void awaitSearch() {
            int before = searches.get();
            await().atMost(SOON).until(() -> searches.get() >= before + 2);
        }
    }

    @Autowired
    Practice practice;

    @Autowired
    InstantSource clock;

    @Autowired
    Jobs jobs;

    @Autowired
    Watched watched;

    @Autowired
    AheadTable table;

    @Autowired
    Upcoming upcoming;

    @Autowired
    Claims claims;

    @Autowired
    Promises promises;

    @Autowired
    Merchants merchants;

    private void move(Duration step) {
        practice.move(practice.ahead(), step);
    }

    @Test
    void a_promise_warns_and_is_broken_within_seconds() {
        var claim = filed();
        var first = promises.of(claim.merchant(), claim.id()).stream()
                .filter(running -> running.party() == Party.AGENT && running.promise() == Promise.FIRST_RESPONSE)
                .findAny()
                .orElseThrow();
        assertThat(upcoming.next(claim.merchant(), clock.instant())).hasValue(first.nextAt());
        move(Duration.ofHours(6));
        awaitSaid(claim, new ClaimEvent.PromiseWarned(Promise.FIRST_RESPONSE, Party.AGENT, first.dueAt()));
        assertThat(said(claim)).noneMatch(event -> event instanceof ClaimEvent.PromiseBroken);
        move(Duration.ofHours(2));
        awaitSaid(claim, new ClaimEvent.PromiseBroken(Promise.FIRST_RESPONSE, Party.AGENT, first.dueAt()));
    }

    @Test
    void what_is_promised_for_tomorrow_is_done_after_the_move_and_not_before() {
        var tomorrow = clock.instant().plus(DAY);
        jobs.promise(NOTE, "tomorrow", tomorrow);
        jobs.promise(NOTE, "at once", clock.instant());
        await().atMost(SOON).until(() -> watched.noted.contains("at once"));
        assertThat(watched.noted).doesNotContain("tomorrow");
        assertThat(table.nextJob(clock.instant())).isPresent();
        move(DAY);
        await().atMost(SOON).until(() -> watched.noted.contains("tomorrow"));
        assertThat(clock.instant()).isAfterOrEqualTo(tomorrow);
    }

    @Test
    void a_job_that_runs_is_not_taken_for_dead_and_done_again() {
        jobs.promise(SLOW, "1", clock.instant());
        await().atMost(SOON).until(() -> watched.begun.get() == 1);
        var before = practice.ahead();
        var moving = CompletableFuture.runAsync(() -> practice.move(before, DAY));
        watched.awaitSearch();
        assertThat(practice.ahead()).as("while the job runs").isEqualTo(before);
        watched.mayEnd.countDown();
        moving.join();
        assertThat(practice.ahead()).isEqualTo(before.plus(DAY));
        watched.awaitSearch();
        assertThat(watched.begun).hasValue(1);
        assertThat(watched.dead).hasValue(0);
    }

    @Test
    void what_is_asked_for_twice_happens_once_and_nothing_goes_too_far_or_back() {
        var from = practice.ahead();
        practice.move(from, Duration.ofHours(1));
        assertThatThrownBy(() -> practice.move(from, Duration.ofHours(1)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("CLOCK_MOVED"));
        assertThatThrownBy(() -> move(Practice.MOST))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("CLOCK_TOO_FAR"));
        var ahead = from.plus(Duration.ofHours(1));
        assertThat(table.move(ahead, from)).isFalse();
        assertThat(practice.ahead()).isEqualTo(ahead).isEqualTo(table.find());
    }

    private void awaitSaid(Claim claim, ClaimEvent event) {
        await().atMost(SOON).untilAsserted(() -> assertThat(said(claim)).contains(event));
    }

    private List<ClaimEvent> said(Claim claim) {
        return claims.timeline(claim.merchant(), claim.id()).stream()
                .map(Entry::event)
                .toList();
    }

    private Claim filed() {
        var filing = new Filing(
                "O-1",
                null,
                new Filing.Contact("Ada", "ada@example.com", null),
                Channel.API,
                "A blue mug came.",
                Demand.REFUND,
                null,
                null,
                null,
                List.of(new Filing.Line(new Sku("MUG-RED"), 1, Problem.WRONG_ITEM, null)),
                Locale.ENGLISH,
                Map.of());
        return claims.file(OwnMerchant.found(merchants), filing, new Actor.Staff(new UUID(1, 1), "Sam"))
                .claim();
    }
}
