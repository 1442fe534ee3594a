package org.redress.settlement.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Money;
import org.redress.settlement.Difference.Kind;
import org.redress.settlement.Effect;
import org.redress.settlement.Effect.State;
import org.redress.settlement.PartnerRole;
import org.redress.settlement.Step;
import org.redress.settlement.Work;

/** Holds what a partner says of a key against what we say of it. */
public final class Reconciliation {
    /** What a partner did longer ago than this should have reached us. */
    public static final Duration LATE = Duration.ofHours(1);

    /** What may only look so because the list is a moment older than our ledger: the partner is asked again. */
    private static final Set<Kind> PASSING = EnumSet.of(Kind.DONE_HERE_ONLY, Kind.CANCELLED_THERE, Kind.CANCELLED_HERE);

    private Reconciliation() {}

    /** What is asked of a partner, by the names of {@link Work}. */
    public static List<String> works(PartnerRole partner) {
        var works = switch (partner) {
            case PAYMENTS -> List.of(Work.Refund.class);
            case WAREHOUSE -> List.of(Work.Reshipment.class);
            case LABELS -> List.of(Work.ReturnLabel.class, Work.Pickup.class);
            case VOUCHERS -> List.of(Work.Voucher.class);
        };
        return works.stream().map(Class::getSimpleName).toList();
    }

    /** A step as an effect; empty where nothing can be asked of anybody. */
    public static Optional<Effect> ours(Step step) {
        return kind(step.work())
                .map(kind -> new Effect(
                        step.key(),
                        kind,
                        state(step),
                        amount(step.work()),
                        step.reference(),
                        step.doneAt() == null ? step.createdAt() : step.doneAt()));
    }

    private static Optional<Effect.Kind> kind(Work work) {
        return Optional.ofNullable(
                switch (work) {
                    case Work.Refund _ -> Effect.Kind.REFUND;
                    case Work.Reshipment _ -> Effect.Kind.RESHIP;
                    case Work.ReturnLabel _ -> Effect.Kind.RETURN_LABEL;
                    case Work.Pickup _ -> Effect.Kind.PICK_UP;
                    case Work.Voucher _ -> Effect.Kind.VOUCHER;
                    case Work.Impossible _ -> null;
                });
    }

    private static State state(Step step) {
        return switch (step.state()) {
            case PENDING, RUNNING -> State.PENDING;
            case DONE -> State.CONFIRMED;
            case REVERSED -> State.CANCELLED;
            case FAILED -> State.NOT_DONE;
        };
    }

    private static @Nullable Money amount(Work work) {
        return switch (work) {
            case Work.Refund(var _, var _, var amount) -> amount;
            case Work.Voucher(var _, var amount, var _) -> amount;
            case Work.Reshipment _, Work.ReturnLabel _, Work.Pickup _, Work.Impossible _ -> null;
        };
    }

    /**
     * In what the two differ; empty where they agree.
     *
     * @param before the entry before it in the partner's list, or null
     * @param ours null where the key is none of ours
     */
    public static List<Kind> differences(Effect theirs, @Nullable Effect before, @Nullable Effect ours, Instant now) {
        var found = new ArrayList<Kind>();
        // The very same entry again is one that stands on two pages.
        if (before != null && before.key().equals(theirs.key()) && !before.equals(theirs)) {
            found.add(Kind.TWICE);
        }
        if (ours == null) {
            // What was taken back before it had an effect on anybody is nothing that we miss.
            if (theirs.state() != State.CANCELLED) {
                found.add(Kind.UNKNOWN_TO_US);
            }
            return found;
        }
        states(theirs, ours, now).ifPresent(found::add);
        if (theirs.kind() != ours.kind()) {
            found.add(Kind.OTHER_KIND);
        }
        if (ours.amount() != null && !ours.amount().equals(theirs.amount())) {
            found.add(Kind.AMOUNT);
        }
        if (ours.reference() != null && !Objects.equals(ours.reference(), theirs.reference())) {
            found.add(Kind.REFERENCE);
        }
        return found;
    }

    private static Optional<Kind> states(Effect theirs, Effect ours, Instant now) {
        return Optional.ofNullable(
                switch (ours.state()) {
                    case CONFIRMED ->
                        switch (theirs.state()) {
                            case CONFIRMED -> null;
                            case PENDING -> Kind.DONE_HERE_ONLY;
                            case CANCELLED, NOT_DONE -> Kind.CANCELLED_THERE;
                        };
                    case PENDING ->
                        theirs.state() == State.CONFIRMED
                                        && theirs.at().plus(LATE).isBefore(now)
                                ? Kind.DONE_THERE_ONLY
                                : null;
                    case NOT_DONE -> theirs.state() == State.CONFIRMED ? Kind.DONE_THERE_ONLY : null;
                    case CANCELLED ->
                        theirs.state() == State.CONFIRMED || theirs.state() == State.PENDING
                                ? Kind.CANCELLED_HERE
                                : null;
                });
    }

    /** Whether the partner should be asked once more before this is said of it. */
    public static boolean isPassing(Kind kind) {
        return PASSING.contains(kind);
    }

    /** What is listed, as the partner says it is a moment later; the listing counts where it says nothing usable. */
    public static Effect asked(Effect listed, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Confirmed _ -> listed.in(State.CONFIRMED);
            case Outcome.Pending _ -> listed.in(State.PENDING);
            case Outcome.Refused _ -> listed.in(State.CANCELLED);
            case Outcome.Unreachable _, Outcome.NotAsked _, Outcome.Unknown() -> listed;
        };
    }

    /**
     * Something that we say was done and that is not in the list, after its partner was asked. Empty where it is only
     * listed under another day.
     *
     * @param outcome no {@link Outcome.Unreachable} and no {@link Outcome.NotAsked}: of these nothing can be said
     */
    public static Optional<Kind> unlisted(Outcome outcome) {
        return Optional.ofNullable(
                switch (outcome) {
                    case Outcome.Unknown() -> Kind.UNKNOWN_TO_THEM;
                    case Outcome.Refused _ -> Kind.CANCELLED_THERE;
                    case Outcome.Pending _ -> Kind.DONE_HERE_ONLY;
                    case Outcome.Confirmed _, Outcome.Unreachable _, Outcome.NotAsked _ -> null;
                });
    }

    /** 1 min, 2 min, 4 min and so on to an hour. */
    public static Duration pause(int tries) {
        return Duration.ofMinutes(Math.min(60, 1L << Math.clamp(tries - 1, 0, 6)));
    }
}
