package org.redress.claims.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.access.Account;
import org.redress.access.Accounts;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
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
 * What is done with several claims at once: only what can be taken back, or what the customer is glad of. Each is a command of
 * its own, on the claim as it was seen; what is refused for one is done for the others.
 */
@Controller
@Requires({Role.AGENT, Role.SUPERVISOR})
class QueueActs {
    enum Act {
        TAKE,
        GIVE,
        RELEASE,
        ACCEPT,
        CLOSE
    }

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

    /** @param claim id and version of each, as {@code id:version} */
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
        var done = 0;
        var refused = new ArrayList<Phrase>();
        for (var each : seen) {
            try {
                claims.handle(viewer, each.id(), command.apply(each.id()), each.version());
                done++;
            } catch (Refused no) {
                refused.add(no.refusal().reason());
            }
        }
        say(redirect, act, done, refused, viewer, account);
        return back;
    }

    private void say(
            RedirectAttributes redirect, Act act, int done, List<Phrase> refused, Viewer viewer, String account) {
        var to = act == Act.GIVE ? name(account, viewer) : "";
        var did = Phrase.of("desk.bulk.done." + act, done, to);
        if (refused.isEmpty()) {
            Flash.done(redirect, did);
        } else {
            var reasons = refused.stream().distinct().limit(3).toList();
            Flash.refused(redirect, Phrase.of("desk.bulk.some", did, refused.size(), reasons.getFirst()));
        }
    }

    private String name(String account, Viewer viewer) {
        return Ids.parse(account)
                .flatMap(id -> accounts.find(viewer.merchant(), id))
                .map(Account::name)
                .orElse("");
    }

    private static Function<UUID, ClaimCommand> command(Act act, String account, Viewer viewer) {
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
        };
    }

    private static UUID own(Viewer viewer) {
        if (viewer.actor() instanceof Actor.Staff(var account, var _)) {
            return account;
        }
        throw new Refused(Refusal.forbidden());
    }

    private record Seen(UUID id, int version) {
        static Seen read(String text) {
            var parts = text.split(":", 2);
            try {
                return new Seen(
                        Ids.parse(parts[0]).orElseThrow(() -> new Refused(Refusal.absent())),
                        Integer.parseInt(parts.length == 2 ? parts[1] : ""));
            } catch (NumberFormatException notOurs) {
                throw new Refused(Refusal.absent());
            }
        }
    }
}
