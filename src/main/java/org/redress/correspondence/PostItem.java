package org.redress.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Actor;

/**
 * A mail that came in, and what became of it.
 *
 * @param sender the address that it says it is from, which anybody can write; null where it names none
 * @param text what its sender has written
 * @param whole all of its text, with the history below it
 * @param why it could not be sorted; null where it could
 * @param claim where it is, or where it may belong
 * @param onClaim whether it stands on that claim
 * @param complete false where it was too large or too broken to be taken in whole
 * @param kept whether its source is here still, so that its files can be taken
 * @param decidedBy who sorted it; null where it sorted itself
 * @param note why somebody set it aside
 * @param letGoAt when its source was forgotten, because it went nowhere; null where it was not
 */
public record PostItem(
        UUID id,
        Instant arrivedAt,
        @Nullable String sender,
        @Nullable String senderName,
        String subject,
        String text,
        String whole,
        Nature nature,
        State state,
        @Nullable Why why,
        @Nullable UUID claim,
        boolean onClaim,
        long bytes,
        boolean complete,
        boolean kept,
        @Nullable Actor decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note,
        @Nullable Instant letGoAt,
        List<Enclosure> enclosures) {
    /** Who wrote it, as far as it shows. */
    public enum Nature {
        PERSON,
        /** A program: never answered, and nothing it says moves a claim. */
        AUTOMATIC,
        /** A mail server reports on a mail of ours. */
        REPORT
    }

    /** What became of it. */
    public enum State {
        /** It waits for somebody. */
        UNSORTED,
        /** It stands on a claim. */
        ON_CLAIM,
        /** It became a claim. */
        FILED,
        /** From a program: kept, and nothing done. */
        NOTED,
        /** Somebody looked at it and left it. */
        SET_ASIDE
    }

    /** Why somebody has to look. */
    public enum Why {
        /** It answers a claim, but comes from another address than the customer’s. */
        OTHER_SENDER,
        /** The customer answered a claim that is closed or turned down: what they wrote stands there. */
        CLAIM_CLOSED,
        /** It is about no claim, and does not say what is wrong. */
        UNCLEAR,
        /** It says nothing, and nothing came with it. */
        EMPTY,
        /** It names no sender, or several. */
        NO_SENDER,
        /** Too many from this address in a short time. */
        TOO_MANY,
        /** A report on a mail that we never sent. */
        STRANGE_REPORT,
        /** It could not be filed by itself. */
        REFUSED
    }

    /**
     * A file that came with it.
     *
     * @param taken whether it is with the claim now
     * @param leftOut why it is not, or null
     */
    public record Enclosure(
            String name,
            String type,
            long bytes,
            boolean taken,
            @Nullable LeftOut leftOut) {}

    /** Why a file was not taken. */
    public enum LeftOut {
        /** A small picture in the text: a logo. */
        DECORATION,
        TOO_LARGE,
        /** No picture or video that we take. */
        TYPE,
        /** It broke off, or is empty. */
        BROKEN,
        /** So many at once. */
        TOO_MANY
    }

    public boolean isOpen() {
        return state == State.UNSORTED;
    }

    /** Whether somebody can still put it on a claim or make one of it. */
    public boolean canMove() {
        return !onClaim && state != State.FILED;
    }
}
