package org.redress.settlement;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.MerchantId;
import org.redress.remedy.Remedy;

/**
 * One effect outside of ours that an agreed plan needs: a refund to one payment, a parcel, a label. It has one
 * idempotency key for its whole life, {@link #key()}, so that however often it is tried there is one effect.
 *
 * @param position of its remedy in the plan of the offer
 * @param part counts the steps of that remedy from 0: a refund may go back to several payments
 * @param reference what the other side calls it, once it has answered
 * @param attempts how often it was asked for; asking how far it is does not count
 * @param polls how often we asked how far it is
 * @param nextAt when it is due to be tried or asked for
 * @param version counts the changes: who has seen an older one must not write
 * @param unsure whether an earlier request may have been heard, so that the other side is asked before it is repeated
 * @param stop how far it is being stopped; null where nobody stopped the plan
 * @param askedAt when it was first asked for, since a person last wanted it; null before
 */
public record Step(
        MerchantId merchant,
        UUID id,
        UUID claim,
        UUID offer,
        int position,
        int part,
        Remedy.Kind kind,
        State state,
        Work work,
        @Nullable String reference,
        int attempts,
        int polls,
        @Nullable Trouble lastError,
        Instant nextAt,
        Instant createdAt,
        @Nullable Instant doneAt,
        int version,
        boolean unsure,
        @Nullable Stop stop,
        @Nullable Instant askedAt) {
    /** After so long without any usable answer a person is told. */
    public static final Duration UNHEARD = Duration.ofHours(4);

    /** After so long a person is told of what was taken on and is not done. Banks take a night. */
    public static final Duration UNDONE = Duration.ofHours(48);

    /** A step of a plan that somebody stopped. */
    public enum Stop {
        /** It is to be taken back. */
        CANCEL,
        /** It cannot be taken back, and we wait for what becomes of it. */
        AWAIT,
        /** It is known what became of it. */
        SETTLED
    }

    /** As contract.md has it. {@code REVERSED}: done, and taken back later. */
    public enum State {
        PENDING,
        RUNNING,
        DONE,
        FAILED,
        REVERSED;

        /** Whether the product still has something to do. */
        public boolean isUnderWay() {
            return this == PENDING || this == RUNNING;
        }
    }

    /** Whether there is still something to do for it. */
    public boolean isOpen() {
        return state.isUnderWay() || stop == Stop.CANCEL;
    }

    /** Whether the answer is late: a person should look, while we keep asking. */
    public boolean isOverdue(Instant now) {
        return isOpen()
                && askedAt != null
                && askedAt.plus(reference == null ? UNHEARD : UNDONE).isBefore(now);
    }

    /** Minted with the step and never changed. */
    public String key() {
        return id.toString();
    }
}
