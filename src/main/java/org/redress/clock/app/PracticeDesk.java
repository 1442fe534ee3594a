package org.redress.clock.app;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.clock.Practice;
import org.redress.clock.PracticeClock;
import org.redress.clock.Upcoming;
import org.redress.clock.store.AheadTable;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Banner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnBooleanProperty(Practice.SWITCH)
class PracticeDesk implements Practice, Banner {
    private static final Logger log = LoggerFactory.getLogger(PracticeDesk.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PracticeClock clock;
    private final AheadTable table;
    private final JobGate gate;
    private final ObjectProvider<Upcoming> upcoming;
    private final ObjectProvider<Scheduler> scheduler;

    PracticeDesk(
            PracticeClock clock,
            AheadTable table,
            JobGate gate,
            ObjectProvider<Upcoming> upcoming,
            ObjectProvider<Scheduler> scheduler) {
        this.clock = clock;
        this.table = table;
        this.gate = gate;
        this.upcoming = upcoming;
        this.scheduler = scheduler;
    }

    @Override
    public Duration ahead() {
        return clock.ahead();
    }

    @Override
    public Optional<Instant> next(MerchantId merchant) {
        var now = clock.instant();
        return Stream.concat(
                        table.nextJob(now).stream(),
                        upcoming.stream().flatMap(module -> module.next(merchant, now).stream()))
                .min(Instant::compareTo);
    }

    @Override
    public void move(Duration from, Duration step) {
        var to = from.plus(step);
        if (to.compareTo(MOST) > 0) {
            throw no("CLOCK_TOO_FAR", Phrase.of("clock.refusal.far", MOST));
        }
        if (!gate.between(PATIENCE, () -> stand(from, to))) {
            throw no("CLOCK_JOBS_RUN", Phrase.of("clock.refusal.jobs"));
        }
        log.info("The practice clock was moved by {} and stands at {}", step, clock.instant());
        scheduler.getObject().triggerCheckForDueExecutions();
    }

    private void stand(Duration from, Duration to) {
        if (!table.move(from, to)) {
            throw no("CLOCK_MOVED", Phrase.of("clock.refusal.moved"));
        }
        clock.stand(to);
    }

    private static Refused no(String code, Phrase reason) {
        return new Refused(Refusal.conflict(code, reason));
    }

    @Override
    public List<Phrase> says() {
        return ahead().isZero() ? List.of() : List.of(Phrase.of("clock.banner", clock.instant(), ahead()));
    }
}
