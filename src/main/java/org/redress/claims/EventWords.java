package org.redress.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Actor;
import org.redress.kernel.Sku;
import org.redress.remedy.Remedy;
import org.redress.ui.Words;

/** Says an entry of the ledger to staff and programs: what happened, who did it, and what was written with it. */
public final class EventWords {
    private EventWords() {}

    /** With article numbers, as programs know them. */
    public static String what(ClaimEvent event, Words words, Map<UUID, String> staff) {
        return what(event, words, staff, Sku::value);
    }

    /** @param names how people call an article */
    public static String what(ClaimEvent event, Words words, Map<UUID, String> staff, Function<Sku, String> names) {
        var key = "claims.event." + event.getClass().getSimpleName();
        return switch (event) {
            case ClaimEvent.VerdictReached(var file, var verdict) ->
                words.say(file == null ? key + ".records" : key, words.say("claims.verdict", verdict));
            case ClaimEvent.CauseRecorded(var code, var _) ->
                words.say(key, code.code() + " " + words.say("claims.cause", code));
            case ClaimEvent.CauseConcluded(var conclusion) ->
                words.say(key + "." + conclusion.status(), where(conclusion, words));
            case ClaimEvent.ClaimAssessed(var severity, var _) ->
                words.say(key, words.say("claims.severity", severity));
            case ClaimEvent.StepDone(var _, var _, var reference) -> words.say(key, reference);
            case ClaimEvent.StepFailed(var _, var _, var reason) -> words.say(key, reason);
            case ClaimEvent.StepReversed(var _, var _, var reference) -> words.say(key, reference);
            case ClaimEvent.PartDone(var _, var _, var given) -> words.say(key, PlanWords.say(given, words, names));
            case ClaimEvent.GoodsReturned(var goods, var match, var amended) -> {
                var came = words.say(key + "." + match, PlanWords.goods(goods, words, names));
                yield amended ? words.say(key + ".amended", came) : came;
            }
            case ClaimEvent.SatisfactionRated(var score, var _) -> words.say(key, score);
            case ClaimEvent.ClaimClosed(var by) -> words.say(key, words.say("claims.closed-by", by));
            case ClaimEvent.ClaimMerged(var _, var number) -> words.say(key, number);
            case ClaimEvent.ClaimSeparated(var _, var number) -> words.say(key, number);
            case ClaimEvent.ErasureRequested(var _, var answerBy) -> words.say(key, answerBy);
            case ClaimEvent.ErasureAnswered(var keptUntil, var _) -> words.say(key, keptUntil);
            case ClaimEvent.CallTaken(var heard) -> heard(heard, words);
            case ClaimEvent.ClaimAssigned(var account) ->
                account == null
                        ? words.say("claims.event.ClaimUnassigned")
                        : words.say(key, staff.getOrDefault(account, "?"));
            case ClaimEvent.PromiseWarned(var promise, var party, var due) ->
                words.say(key, words.say("claims.promise", promise), words.say("claims.party", party), words.time(due));
            case ClaimEvent.PromiseBroken(var promise, var party, var due) ->
                words.say(key, words.say("claims.promise", promise), words.say("claims.party", party), words.time(due));
            case ClaimEvent.ClaimRegistered _,
                    ClaimEvent.ClaimAccepted _,
                    ClaimEvent.ClaimRejected _,
                    ClaimEvent.RejectionConfirmed _,
                    ClaimEvent.RejectionOverruled _,
                    ClaimEvent.InformationRequested _,
                    ClaimEvent.InformationProvided _,
                    ClaimEvent.EvidenceAdded _,
                    ClaimEvent.RemedyOffered _,
                    ClaimEvent.OfferApproved _,
                    ClaimEvent.ApprovalRefused _,
                    ClaimEvent.RemedyAgreed _,
                    ClaimEvent.OfferDeclined _,
                    ClaimEvent.OfferCountered _,
                    ClaimEvent.OfferWithdrawn _,
                    ClaimEvent.OfferExpired _,
                    ClaimEvent.ExecutionStopped _,
                    ClaimEvent.PlanEnded _,
                    ClaimEvent.AuditPicked _,
                    ClaimEvent.CustomerSilent _,
                    ClaimEvent.ClaimWithdrawn _,
                    ClaimEvent.ClaimReopened _,
                    ClaimEvent.ClaimAppealed _,
                    ClaimEvent.ClaimEscalated _ -> words.say(key);
        };
    }

    private static String heard(Heard heard, Words words) {
        var said = new ArrayList<String>();
        said.add(words.say("claims.event.CallTaken." + heard.place()));
        said.add(
                heard.proven().isEmpty()
                        ? words.say("claims.heard.unproven")
                        : words.say("claims.heard.proven", named("claims.proof", heard.proven(), words)));
        if (!heard.dangers().isEmpty()) {
            said.add(words.say("claims.heard.dangers", named("claims.danger", heard.dangers(), words)));
        }
        if (heard.neededBy() != null) {
            said.add(words.say("claims.heard.needed", heard.neededBy()));
        }
        return String.join(words.say("claims.heard.between"), said);
    }

    private static List<String> named(String prefix, Set<? extends Enum<?>> all, Words words) {
        return all.stream().map(each -> words.say(prefix, each)).toList();
    }

    private static String where(Conclusion conclusion, Words words) {
        var stage = words.say("claims.stage." + conclusion.stage());
        var how = "claims.mechanism." + conclusion.mechanism();
        // That somebody may not tell the truth stands in no history, and "something else" says no more than its stage.
        return words.knows(how) ? words.say("claims.event.CauseConcluded.where", stage, words.say(how)) : stage;
    }

    /** As people read it: a conclusion that reads as the last one before it is left out. */
    public static List<Entry> told(List<Entry> oldestFirst) {
        var told = new ArrayList<Entry>();
        @Nullable Conclusion before = null;
        for (var entry : oldestFirst) {
            if (entry.event() instanceof ClaimEvent.CauseConcluded(var conclusion)) {
                var says = asRead(conclusion);
                if (says.equals(before)) {
                    continue;
                }
                before = says;
            }
            told.add(entry);
        }
        return told;
    }

    private static Conclusion asRead(Conclusion conclusion) {
        return conclusion.status().equals("UNDETERMINED")
                ? new Conclusion("", "", conclusion.status(), Conclusion.Avoid.NOTHING)
                : new Conclusion(
                        conclusion.stage(), conclusion.mechanism(), conclusion.status(), Conclusion.Avoid.NOTHING);
    }

    /** What somebody wrote with it: a reason, a note, a message, or the very text that a customer agreed to. */
    public static @Nullable String note(ClaimEvent event) {
        return switch (event) {
            case ClaimEvent.ClaimAccepted(var note) -> note;
            case ClaimEvent.ClaimRejected(var reason, var _, var _) -> reason;
            case ClaimEvent.RejectionConfirmed(var _, var _, var note) -> note;
            case ClaimEvent.RejectionOverruled(var note) -> note;
            case ClaimEvent.RemedyOffered(var _, var _, var _, var _, var _, var note) -> note;
            case ClaimEvent.InformationRequested(var _, var message) -> message;
            case ClaimEvent.InformationProvided(var message) -> message;
            case ClaimEvent.CauseRecorded(var _, var note) -> note;
            case ClaimEvent.OfferApproved(var _, var note, var _, var _) -> note;
            case ClaimEvent.ApprovalRefused(var _, var note, var _) -> note;
            case ClaimEvent.RemedyAgreed(var _, var _, var text) -> text;
            case ClaimEvent.OfferDeclined(var _, var note) -> note;
            case ClaimEvent.OfferCountered(var _, var _, var note) -> note;
            case ClaimEvent.ExecutionStopped(var _, var reason) -> reason;
            case ClaimEvent.SatisfactionRated(var _, var comment) -> comment;
            case ClaimEvent.ClaimWithdrawn(var reason) -> reason;
            case ClaimEvent.ClaimReopened(var reason) -> reason;
            case ClaimEvent.ClaimAppealed(var reason) -> reason;
            case ClaimEvent.ClaimEscalated(var reason, var _) -> reason;
            case ClaimEvent.ErasureRequested(var note, var _) -> note;
            case ClaimEvent.ErasureAnswered(var _, var message) -> message;
            case ClaimEvent.CallTaken(var heard) -> heard.purpose();
            case ClaimEvent.ClaimRegistered _,
                    ClaimEvent.EvidenceAdded _,
                    ClaimEvent.VerdictReached _,
                    ClaimEvent.ClaimAssessed _,
                    ClaimEvent.CauseConcluded _,
                    ClaimEvent.AuditPicked _,
                    ClaimEvent.OfferWithdrawn _,
                    ClaimEvent.OfferExpired _,
                    ClaimEvent.CustomerSilent _,
                    ClaimEvent.StepDone _,
                    ClaimEvent.StepFailed _,
                    ClaimEvent.StepReversed _,
                    ClaimEvent.PartDone _,
                    ClaimEvent.PlanEnded _,
                    ClaimEvent.GoodsReturned _,
                    ClaimEvent.ClaimClosed _,
                    ClaimEvent.ClaimAssigned _,
                    ClaimEvent.ClaimMerged _,
                    ClaimEvent.PromiseWarned _,
                    ClaimEvent.PromiseBroken _,
                    ClaimEvent.ClaimSeparated _ -> null;
        };
    }

    /** What somebody had before them when they decided, a line each; empty where it decides nothing, or was not kept. */
    public static List<String> seen(ClaimEvent event, Words words, Function<Sku, String> names) {
        return switch (event) {
            case ClaimEvent.ClaimRejected(var _, var seen, var _) -> seen == null ? List.of() : seen(seen, words);
            case ClaimEvent.OfferApproved(var _, var _, var _, var seen) ->
                seen == null ? List.of() : seen(seen, words, names);
            case ClaimEvent.ApprovalRefused(var _, var _, var seen) ->
                seen == null ? List.of() : seen(seen, words, names);
            default -> List.of();
        };
    }

    public static List<String> seen(CaseSeen seen, Words words) {
        var lines = new ArrayList<String>();
        lines.add(words.say("claims.seen.verdict", words.say("claims.verdict", seen.verdict())));
        for (var outcome : Verification.Outcome.values()) {
            var codes = seen.checks().stream()
                    .filter(check -> check.outcome() == outcome)
                    .map(check -> words.say("claims.check", check.code()))
                    .toList();
            if (!codes.isEmpty()) {
                lines.add(words.say("claims.seen.checks", words.say("claims.outcome", outcome), words.list(codes)));
            }
        }
        seen.files()
                .forEach(file -> lines.add(words.say(
                        "claims.seen.file",
                        words.say("claims.evidence", file.kind()),
                        file.sha256().substring(0, 12))));
        lines.add(words.say("claims.seen.version", seen.version()));
        return lines;
    }

    private static List<String> seen(OfferSeen seen, Words words, Function<Sku, String> names) {
        var lines = new ArrayList<String>();
        var cost = seen.costToUs();
        lines.add(cost == null ? words.say("claims.seen.no-cost") : words.say("claims.seen.cost", words.money(cost)));
        seen.plan().remedies().forEach(remedy -> lines.add(PlanWords.say(remedy, words, names)));
        lines.add(words.say("claims.seen.policy", seen.table(), seen.tableVersion(), words.list(seen.rules())));
        lines.add(words.say("claims.seen.verdict", words.say("claims.verdict", seen.verdict())));
        lines.add(words.say("claims.seen.version", seen.version()));
        return lines;
    }

    /** The articles that an entry names. */
    public static Set<Sku> articles(ClaimEvent event) {
        var goods = switch (event) {
            case ClaimEvent.GoodsReturned(var came, var _, var _) -> came.stream();
            case ClaimEvent.PartDone(var _, var _, var given) -> given.goods().stream();
            case ClaimEvent.OfferApproved(var _, var _, var _, var seen) -> goods(seen);
            case ClaimEvent.ApprovalRefused(var _, var _, var seen) -> goods(seen);
            default -> Stream.<Remedy.Goods>empty();
        };
        return goods.map(Remedy.Goods::sku).collect(Collectors.toSet());
    }

    private static Stream<Remedy.Goods> goods(@Nullable OfferSeen seen) {
        return seen == null
                ? Stream.empty()
                : seen.plan().remedies().stream().flatMap(remedy -> remedy.goods().stream());
    }

    /** Who it was, for the record. */
    public static String name(Actor actor) {
        return switch (actor) {
            case Actor.Staff(var _, var name) -> name;
            case Actor.Program(var _, var name) -> name;
            case Actor.Customer _, Actor.Product _ -> actor.identity();
        };
    }

    public static String who(Actor actor, Words words) {
        return switch (actor) {
            case Actor.Staff(var _, var name) -> name;
            case Actor.Program(var _, var name) -> words.say("claims.actor.program", name);
            case Actor.Customer() -> words.say("claims.actor.customer");
            case Actor.Product() -> words.say("claims.actor.product");
        };
    }
}
