package org.redress.claims.web.desk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.claims.ClaimEvent;
import org.redress.claims.Entry;
import org.redress.claims.EventWords;
import org.redress.kernel.Actor;
import org.redress.kernel.Sku;

/**
 * Everything that happened to a claim, and what of it the reader asked to see.
 *
 * @param entries the newest first
 * @param kind null for all
 * @param by the identity of whoever did it; empty for all
 */
public record Timeline(List<Entry> entries, @Nullable Kind kind, String by) {
    /** What an entry is about; each is about one thing. */
    public enum Kind {
        CUSTOMER,
        DECISIONS,
        GOODS,
        EVIDENCE,
        /** What the product noted or decided by itself. */
        OWN;

        static Optional<Kind> named(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.value().equals(name))
                    .findFirst();
        }

        /** As it stands in an address. */
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(ClaimEvent event) {
            return switch (event) {
                case ClaimEvent.ClaimRegistered _,
                        ClaimEvent.CallTaken _,
                        ClaimEvent.InformationRequested _,
                        ClaimEvent.InformationProvided _,
                        ClaimEvent.RemedyAgreed _,
                        ClaimEvent.OfferDeclined _,
                        ClaimEvent.OfferCountered _,
                        ClaimEvent.SatisfactionRated _,
                        ClaimEvent.ClaimWithdrawn _,
                        ClaimEvent.ClaimAppealed _,
                        ClaimEvent.ErasureRequested _,
                        ClaimEvent.ErasureAnswered _ -> CUSTOMER;
                case ClaimEvent.ClaimAccepted _,
                        ClaimEvent.ClaimRejected _,
                        ClaimEvent.RejectionConfirmed _,
                        ClaimEvent.RejectionOverruled _,
                        ClaimEvent.RemedyOffered _,
                        ClaimEvent.OfferApproved _,
                        ClaimEvent.ApprovalRefused _,
                        ClaimEvent.OfferWithdrawn _,
                        ClaimEvent.ExecutionStopped _,
                        ClaimEvent.ClaimClosed _,
                        ClaimEvent.ClaimReopened _,
                        ClaimEvent.ClaimEscalated _,
                        ClaimEvent.ClaimAssigned _,
                        ClaimEvent.ClaimMerged _,
                        ClaimEvent.ClaimSeparated _,
                        ClaimEvent.CauseRecorded _ -> DECISIONS;
                case ClaimEvent.StepDone _,
                        ClaimEvent.StepFailed _,
                        ClaimEvent.StepReversed _,
                        ClaimEvent.PartDone _,
                        ClaimEvent.PlanEnded _,
                        ClaimEvent.GoodsReturned _ -> GOODS;
                case ClaimEvent.EvidenceAdded _, ClaimEvent.VerdictReached _ -> EVIDENCE;
                case ClaimEvent.ClaimAssessed _,
                        ClaimEvent.CauseConcluded _,
                        ClaimEvent.AuditPicked _,
                        ClaimEvent.OfferExpired _,
                        ClaimEvent.CustomerSilent _,
                        ClaimEvent.PromiseWarned _,
                        ClaimEvent.PromiseBroken _ -> OWN;
            };
        }
    }

    public List<Entry> shown() {
        return entries.stream()
                .filter(entry -> kind == null || Kind.of(entry.event()) == kind)
                .filter(entry -> by.isEmpty() || entry.actor().identity().equals(by))
                .toList();
    }

    /** The kinds that there are entries of. */
    public List<Kind> kinds() {
        return entries.stream()
                .map(entry -> Kind.of(entry.event()))
                .distinct()
                .sorted()
                .toList();
    }

    /** Everybody who did something, each once. */
    public List<Actor> people() {
        var people = new LinkedHashMap<String, Actor>();
        entries.forEach(entry -> people.putIfAbsent(entry.actor().identity(), entry.actor()));
        return List.copyOf(people.values());
    }

    /** What was told in between, the oldest first. */
    public List<Entry> since(int told) {
        return entries.reversed().stream()
                .filter(entry -> entry.sequence() > told)
                .toList();
    }

    /** The last entry that the page shows. */
    public int told() {
        return entries.stream().mapToInt(Entry::sequence).max().orElse(0);
    }

    public Set<Sku> articles() {
        return entries.stream()
                .flatMap(entry -> EventWords.articles(entry.event()).stream())
                .collect(Collectors.toSet());
    }

    /** The question that shows this kind only, or all of them. */
    public String asking(@Nullable Kind other) {
        return question(other == null ? "" : other.value(), by);
    }

    /** The question that shows what this one did only, or all of them. */
    public String asking(String other) {
        return question(kind == null ? "" : kind.value(), other);
    }

    private static String question(String kind, String by) {
        var parts = new java.util.ArrayList<String>();
        if (!kind.isEmpty()) {
            parts.add("kind=" + kind);
        }
        if (!by.isEmpty()) {
            parts.add("by=" + java.net.URLEncoder.encode(by, java.nio.charset.StandardCharsets.UTF_8));
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }
}
