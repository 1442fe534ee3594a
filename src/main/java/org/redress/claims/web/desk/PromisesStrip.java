package org.redress.claims.web.desk;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.claims.ClaimClock;
import org.redress.claims.ClaimClock.Promise;
import org.redress.claims.ClaimClock.State;
import org.redress.ui.Words;

/** Who owes what by when on a claim: what is open, then what has ended. */
public record PromisesStrip(Words words, List<ClaimClock> clocks, Used used) {

    /** How much of its time a clock has used by now. */
    @FunctionalInterface
    public interface Used {
        Duration of(ClaimClock clock);
    }

    public List<ClaimClock> open() {
        return clocks.stream().filter(ClaimClock::isOpen).toList();
    }

    public List<ClaimClock> ended() {
        return clocks.stream().filter(clock -> !clock.isOpen()).toList();
    }

    /** The answer that the customer waits for since they wrote, or null. */
    public @Nullable ClaimClock reply() {
        return open().stream()
                .filter(clock -> clock.promise() == Promise.REPLY)
                .findFirst()
                .orElse(null);
    }

    public String what(ClaimClock clock) {
        return words.say(
                "desk.promises.by",
                words.say("claims.promise", clock.promise()),
                words.say("claims.party", clock.party()));
    }

    /** 0 to 100. */
    public int percent(ClaimClock clock) {
        var allowed = clock.allowed().toMillis();
        return allowed <= 0 ? 100 : Math.clamp(used.of(clock).toMillis() * 100 / allowed, 0, 100);
    }

    public String paused(ClaimClock clock) {
        var left = clock.allowed().minus(clock.used());
        return words.say(
                "desk.promises.paused",
                words.moment(clock.since()),
                words.span(left.isNegative() ? Duration.ZERO : left));
    }

    public String end(ClaimClock clock) {
        var how = clock.state() == State.MET ? "desk.promises.MET" : "desk.promises.VOID";
        return words.say(clock.isBroken() ? how + ".late" : how, words.moment(clock.since()));
    }
}
