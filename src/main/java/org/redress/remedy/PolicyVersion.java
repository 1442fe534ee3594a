package org.redress.remedy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Actor;

/**
 * One version of a merchant's own rules for an area.
 *
 * @param number counts the versions of the area, from 1
 * @param note what it is meant to change, by its author
 * @param from first day of claims that follow it; null until it is handed in
 * @param to last such day, or null while nothing ends it
 * @param author {@link Actor#identity()}: the reviewer must be somebody else
 * @param version counts the changes; who has seen an older one must not write
 */
public record PolicyVersion(
        UUID id,
        Area area,
        int number,
        State state,
        String note,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String author,
        @Nullable String reviewer,
        Instant changedAt,
        int version) {
    public enum State {
        /** Is being written. */
        DRAFT,
        /** Waits for a second person. */
        IN_REVIEW,
        /** In force on its days. Its text never changes again. */
        ACTIVE,
        /** Given up before it was ever in force. */
        DROPPED
    }

    /** What happened to it. */
    public record Entry(
            Instant at, Actor actor, What what, @Nullable String note) {}

    public enum What {
        DRAFTED,
        CHANGED,
        HANDED_IN,
        SENT_BACK,
        APPROVED,
        ENDED,
        DROPPED
    }

    /** A version with its tables and its history. */
    public record Whole(PolicyVersion version, String tables, List<Entry> entries) {}

    public String name() {
        return area.code() + "-" + number;
    }

    /** What it is on a day, for people: approved is not yet begun. The end of {@code remedy.policy.standing.*}. */
    public String standing(LocalDate day) {
        if (state != State.ACTIVE || isInForce(day)) {
            return state.name();
        }
        return from != null && day.isBefore(from) ? "APPROVED" : "OVER";
    }

    public boolean isInForce(LocalDate day) {
        return state == State.ACTIVE && from != null && !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
