package org.redress.claims.web.queue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.access.Account;
import org.redress.access.Accounts;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Claims;
import org.redress.claims.LookedAt;
import org.redress.claims.NextClaims;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/**
 * What is done with several claims at once. Each is a command of its own, on the claim as it was seen; what is refused for one
 * is done for the others, and is named.
 */
@Controller
@Requires({Role.AGENT, Role.SUPERVISOR})
class QueueActs {
    enum Act {
        TAKE,
        GIVE,
        RELEASE,
        ACCEPT,
        CLOSE,
        /** Takes handing over back: each goes to whoever had it. */
        HAND_BACK
    }

    /** So many of those left as they are stand in the sentence that says why. */
    private static final int MOST_NAMED = 5;

    private final Claims claims;
    private final NextClaims next;
    private final Accounts accounts;
    private final List<LookedAt> lookers;

    QueueActs(Claims claims, NextClaims next, Accounts accounts, List<LookedAt> lookers) {
        this.claims = claims;
        this.next = next;
        this.accounts = accounts;
        this.lookers = lookers;
    }

    /** Opens the claim that most needs this reader. */
    @GetMapping(QueuePages.QUEUE + "/next")
    RedirectView next(Viewer viewer, RedirectAttributes redirect) {
        var taken =
                lookers.stream().flatMap(each -> each.byOthers(viewer).stream()).collect(Collectors.toSet());
        var best = next.best(viewer, taken);
        if (best.isEmpty()) {
            Flash.done(redirect, Phrase.of("desk.next.none"));
        }
        var view = new RedirectView(
                QueuePages.QUEUE + best.map(claim -> "/" + claim.id()).orElse(""));
        view.setStatusCode(org.springframework.http.HttpStatus.SEE_OTHER);
        return view;
    }

    /**
     * @param claim id and version of each, as {@code id:version}; where it is handed back, with whom to, as
     *     {@code id:version:account}
     */
    @PostMapping(QueuePages.QUEUE + "/acts")
    RedirectView act(
            @RequestParam(defaultValue = "") List<String> claim,
            @RequestParam Act act,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String asks,
            Viewer viewer,
            RedirectAttributes redirect) {
        var back = QueuePages.seeOther(QueueAsk.read(asks));
        var seen = claim.stream().limit(Page.LARGEST).map(Seen::read).toList();
        if (seen.isEmpty()) {
            Flash.refused(redirect, Phrase.of("desk.bulk.none"));
            return back;
        }
        var command = command(act, account, viewer);
        var before = claims.all(viewer.merchant(), seen.stream().map(Seen::id).toList()).stream()
                .collect(Collectors.toMap(Claim::id, Function.identity()));
        var done = new ArrayList<Claim>();
        var refused = new LinkedHashMap<Phrase, List<String>>();
        for (var each : seen) {
            try {
                done.add(claims.handle(viewer, each.id(), command.apply(each), each.version()));
            } catch (Refused no) {
                var claimed = before.get(each.id());
                refused.computeIfAbsent(no.refusal().reason(), _ -> new ArrayList<>())
                        .add(claimed == null ? "–" : claimed.number());
            }
        }
        var to = act == Act.GIVE ? name(account, viewer) : "";
        var did = Phrase.of("desk.bulk.done." + act, done.size(), to);
        Flash.some(
                redirect,
                refused.isEmpty() ? did : Phrase.of("desk.bulk.some", did, left(refused)),
                refused.isEmpty(),
                undo(act, done, before, asks));
        return back;
    }

    /** Which were left as they are, and why. */
    private static List<Phrase> left(Map<Phrase, List<String>> refused) {
        return refused.entrySet().stream()
                .map(each -> {
                    var numbers = each.getValue();
                    int more = numbers.size() - MOST_NAMED;
                    var named = numbers.subList(0, Math.min(MOST_NAMED, numbers.size()));
                    return more <= 0
                            ? Phrase.of("desk.bulk.left", named, each.getKey())
                            : Phrase.of("desk.bulk.left-more", named, more, each.getKey());
                })
                .toList();
    }

    private static Flash.@Nullable Undo undo(Act act, List<Claim> done, Map<UUID, Claim> before, String asks) {
        boolean canBeTakenBack = act == Act.TAKE || act == Act.GIVE || act == Act.RELEASE;
        if (!canBeTakenBack || done.isEmpty()) {
            return null;
        }
        var some = done.stream()
                .map(after -> {
                    var had = Objects.requireNonNull(before.get(after.id())).assignee();
                    return new Seen(after.id(), after.version(), had).text();
                })
                .collect(Collectors.joining(","));
        return new Flash.Undo(
                QueuePages.QUEUE + "/acts", Map.of("act", Act.HAND_BACK.name(), "asks", asks, "claim", some));
    }

    private String name(String account, Viewer viewer) {
        return Ids.parse(account)
                .flatMap(id -> accounts.find(viewer.merchant(), id))
                .map(Account::name)
                .orElse("");
    }

    private static Function<Seen, ClaimCommand> command(Act act, String account, Viewer viewer) {
        return switch (act) {
            case TAKE -> _ -> new ClaimCommand.Assign(own(viewer));
            case GIVE -> {
                var to = Ids.parse(account)
                        .orElseThrow(() -> new Refused(
                                Refusal.invalid("/account", "NOT_A_CHOICE", Phrase.of("claims.fault.assignee"))));
                yield _ -> new ClaimCommand.Assign(to);
            }
            case RELEASE -> _ -> new ClaimCommand.Assign(null);
            case ACCEPT -> _ -> new ClaimCommand.Accept(null);
            case CLOSE -> _ -> new ClaimCommand.Close();
            case HAND_BACK -> each -> new ClaimCommand.Assign(each.account());
        };
    }

    private static UUID own(Viewer viewer) {
        if (viewer.actor() instanceof Actor.Staff(var account, var _)) {
            return account;
        }
        throw new Refused(Refusal.forbidden());
    }

    /** @param account to whom it is returned, or null */
    private record Seen(UUID id, int version, @Nullable UUID account) {
        static Seen read(String text) {
            var parts = text.split(":", 3);
            try {
                return new Seen(
                        Ids.parse(parts[0]).orElseThrow(() -> new Refused(Refusal.absent())),
                        Integer.parseInt(parts.length > 1 ? parts[1] : ""),
                        parts.length > 2 ? Ids.parse(parts[2]).orElse(null) : null);
            } catch (NumberFormatException notOurs) {
                throw new Refused(Refusal.absent());
            }
        }

        String text() {
            return id + ":" + version + (account == null ? "" : ":" + account);
        }
    }
}
