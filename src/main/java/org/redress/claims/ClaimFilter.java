package org.redress.claims;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Problem;

/**
 * Which claims somebody wants to see. What is empty or absent matches all; where several are named, any of them does.
 *
 * @param assignee who has it
 * @param unassigned only what nobody has
 * @param owedBy whose turn it is
 * @param text words of the statement, of articles, of the contact, or a number
 * @param unanswered only where the customer wrote and waits for an answer
 * @param forSeniors only what a senior looks at: claims on a replacement, and those that were passed on
 * @param language the customer’s, by its first two letters
 * @param dueBefore only what is due before then
 * @param filedFrom only what was filed then or later
 * @param filedBefore only what was filed before then
 */
public record ClaimFilter(
        Set<ClaimState.Name> states,
        @Nullable UUID assignee,
        boolean unassigned,
        Set<Owed.Party> owedBy,
        @Nullable String orderNumber,
        @Nullable String text,
        boolean unanswered,
        boolean forSeniors,
        Set<Channel> channels,
        Set<Problem> problems,
        Set<Verdict> verdicts,
        Set<Severity> severities,
        @Nullable String language,
        @Nullable Instant dueBefore,
        @Nullable Instant filedFrom,
        @Nullable Instant filedBefore) {
    public static final ClaimFilter ALL = new ClaimFilter(
            Set.of(), null, false, Set.of(), null, null, false, false, Set.of(), Set.of(), Set.of(), Set.of(), null,
            null, null, null);

    public ClaimFilter states(Set<ClaimState.Name> some) {
        return with(change -> change.states = some);
    }

    public ClaimFilter assignee(@Nullable UUID account) {
        return with(change -> change.assignee = account);
    }

    public ClaimFilter withoutAssignee() {
        return with(change -> change.unassigned = true);
    }

    public ClaimFilter owedBy(Set<Owed.Party> parties) {
        return with(change -> change.owedBy = parties);
    }

    public ClaimFilter order(@Nullable String number) {
        return with(change -> change.orderNumber = number);
    }

    public ClaimFilter text(@Nullable String words) {
        return with(change -> change.text = words);
    }

    public ClaimFilter onlyUnanswered() {
        return with(change -> change.unanswered = true);
    }

    public ClaimFilter onlyForSeniors() {
        return with(change -> change.forSeniors = true);
    }

    public ClaimFilter dueBefore(@Nullable Instant end) {
        return with(change -> change.dueBefore = end);
    }

    public ClaimFilter filed(@Nullable Instant from, @Nullable Instant before) {
        return with(change -> {
            change.filedFrom = from;
            change.filedBefore = before;
        });
    }

    /** The same, and of these kinds only. */
    public ClaimFilter of(
            Set<Channel> by, Set<Problem> about, Set<Verdict> found, Set<Severity> grave, @Nullable String spoken) {
        return with(change -> {
            change.channels = by;
            change.problems = about;
            change.verdicts = found;
            change.severities = grave;
            change.language = spoken;
        });
    }

    /** Whether only claims can match in which somebody owes something: of these there are never very many. */
    public boolean isOpenOnly() {
        return !owedBy.isEmpty() && !owedBy.contains(Owed.Party.NOBODY);
    }

    private ClaimFilter with(Consumer<Change> made) {
        var change = new Change(this);
        made.accept(change);
        return new ClaimFilter(
                change.states,
                change.assignee,
                change.unassigned,
                change.owedBy,
                change.orderNumber,
                change.text,
                change.unanswered,
                change.forSeniors,
                change.channels,
                change.problems,
                change.verdicts,
                change.severities,
                change.language,
                change.dueBefore,
                change.filedFrom,
                change.filedBefore);
    }

    /** A filter while something in it is put otherwise. */
    private static final class Change {
        private Set<ClaimState.Name> states;
        private @Nullable UUID assignee;
        private boolean unassigned;
        private Set<Owed.Party> owedBy;
        private @Nullable String orderNumber;
        private @Nullable String text;
        private boolean unanswered;
        private boolean forSeniors;
        private Set<Channel> channels;
        private Set<Problem> problems;
        private Set<Verdict> verdicts;
        private Set<Severity> severities;
        private @Nullable String language;
        private @Nullable Instant dueBefore;
        private @Nullable Instant filedFrom;
        private @Nullable Instant filedBefore;

        private Change(ClaimFilter from) {
            states = from.states;
            assignee = from.assignee;
            unassigned = from.unassigned;
            owedBy = from.owedBy;
            orderNumber = from.orderNumber;
            text = from.text;
            unanswered = from.unanswered;
            forSeniors = from.forSeniors;
            channels = from.channels;
            problems = from.problems;
            verdicts = from.verdicts;
            severities = from.severities;
            language = from.language;
            dueBefore = from.dueBefore;
            filedFrom = from.filedFrom;
            filedBefore = from.filedBefore;
        }
    }
}
