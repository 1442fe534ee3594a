package org.redress.claims;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Problem;

/**
 * Which claims somebody wants to see. What is empty or absent matches all; where several are named, any of them does.
 *
 * @param assignee who has it
 * @param unassigned only what nobody has
 * @param owedBy whose turn it is
 * @param text words of the statement, of articles, of the contact, or a number
 * @param forSeniors only what a senior looks at: claims on a replacement, and those that were passed on
 * @param language the customer’s, by its first two letters
 * @param dueBefore only what is due before then
 */
public record ClaimFilter(
        Set<ClaimState.Name> states,
        @Nullable UUID assignee,
        boolean unassigned,
        Set<Owed.Party> owedBy,
        @Nullable String orderNumber,
        @Nullable String text,
        boolean forSeniors,
        Set<Channel> channels,
        Set<Problem> problems,
        Set<Verdict> verdicts,
        Set<Severity> severities,
        @Nullable String language,
        @Nullable Instant dueBefore) {
    public static final ClaimFilter ALL = new ClaimFilter(
            Set.of(), null, false, Set.of(), null, null, false, Set.of(), Set.of(), Set.of(), Set.of(), null, null);

    public ClaimFilter states(Set<ClaimState.Name> some) {
        return new ClaimFilter(
                some,
                assignee,
                unassigned,
                owedBy,
                orderNumber,
                text,
                forSeniors,
                channels,
                problems,
                verdicts,
                severities,
                language,
                dueBefore);
    }

    public ClaimFilter assignee(@Nullable UUID account) {
        return new ClaimFilter(
                states,
                account,
                unassigned,
                owedBy,
                orderNumber,
                text,
                forSeniors,
                channels,
                problems,
                verdicts,
                severities,
                language,
                dueBefore);
    }

    public ClaimFilter withoutAssignee() {
        return new ClaimFilter(
                states,
                assignee,
                true,
                owedBy,
                orderNumber,
                text,
                forSeniors,
                channels,
                problems,
                verdicts,
                severities,
                language,
                dueBefore);
    }

    public ClaimFilter owedBy(Set<Owed.Party> parties) {
        return new ClaimFilter(
                states,
                assignee,
                unassigned,
                parties,
                orderNumber,
                text,
                forSeniors,
                channels,
                problems,
                verdicts,
                severities,
                language,
                dueBefore);
    }

    public ClaimFilter order(@Nullable String number) {
        return new ClaimFilter(
                states,
                assignee,
                unassigned,
                owedBy,
                number,
                text,
                forSeniors,
                channels,
                problems,
                verdicts,
                severities,
                language,
                dueBefore);
    }

    public ClaimFilter text(@Nullable String words) {
        return new ClaimFilter(
                states,
                assignee,
                unassigned,
                owedBy,
                orderNumber,
                words,
                forSeniors,
                channels,
                problems,
                verdicts,
                severities,
                language,
                dueBefore);
    }

    public ClaimFilter onlyForSeniors() {
        return new ClaimFilter(
                states,
                assignee,
                unassigned,
                owedBy,
                orderNumber,
                text,
                true,
                channels,
                problems,
                verdicts,
                severities,
                language,
                dueBefore);
    }

    public ClaimFilter dueBefore(@Nullable Instant end) {
        return new ClaimFilter(
                states,
                assignee,
                unassigned,
                owedBy,
                orderNumber,
                text,
                forSeniors,
                channels,
                problems,
                verdicts,
                severities,
                language,
                end);
    }

    /** The same, and of these kinds only. */
    public ClaimFilter of(
            Set<Channel> by, Set<Problem> about, Set<Verdict> found, Set<Severity> grave, @Nullable String spoken) {
        return new ClaimFilter(
                states,
                assignee,
                unassigned,
                owedBy,
                orderNumber,
                text,
                forSeniors,
                by,
                about,
                found,
                grave,
                spoken,
                dueBefore);
    }

    /** Whether only claims can match in which somebody owes something: of these there are never very many. */
    public boolean isOpenOnly() {
        return !owedBy.isEmpty() && !owedBy.contains(Owed.Party.NOBODY);
    }
}
