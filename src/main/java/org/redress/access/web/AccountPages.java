package org.redress.access.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Account;
import org.redress.access.Accounts;
import org.redress.access.Origin;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.access.web.AccountsPage.OneTimeLink;
import org.redress.kernel.Actor;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Flash;
import org.redress.ui.Frame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

@Controller
@RequestMapping(AccountPages.PATH)
@Requires(Role.ADMIN)
class AccountPages {
    static final String PATH = "/admin/accounts";
    private static final String LINK = "link";

    private final Accounts accounts;
    private final Origin origin;

    AccountPages(Accounts accounts, Origin origin) {
        this.accounts = accounts;
        this.origin = origin;
    }

    @GetMapping
    ModelAndView list(Frame frame, Viewer viewer, Model model) {
        return list(frame, viewer, link(model), "", "", Set.of(Role.AGENT), FieldFaults.NONE, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView invite(
            Frame frame,
            Viewer viewer,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> roles,
            RedirectAttributes redirect) {
        var chosen = Typing.roles(roles);
        try {
            var path = accounts.invite(viewer.merchant(), email, name, chosen);
            redirect.addFlashAttribute(LINK, new OneTimeLink(name, origin.url() + path));
            return new ModelAndView(See.other(PATH));
        } catch (Refused refused) {
            var faults = FieldFaults.of(refused.refusal(), frame.words());
            return list(frame, viewer, null, email, name, chosen, faults, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/{id}")
    ModelAndView one(Frame frame, Viewer viewer, @PathVariable UUID id, Model model) {
        var account = find(viewer, id);
        var own = viewer.actor() instanceof Actor.Staff(var self, var _) && self.equals(id);
        return new ModelAndView(
                "access/account", Map.of("page", new AccountPage(frame, account, own, link(model), Typing.OF_STAFF)));
    }

    @PostMapping("/{id}/roles")
    RedirectView changeRoles(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> roles,
            RedirectAttributes redirect) {
        return act(id, redirect, () -> accounts.changeRoles(viewer, id, Typing.roles(roles)));
    }

    @PostMapping("/{id}/deactivation")
    RedirectView deactivate(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        return act(id, redirect, () -> accounts.deactivate(viewer, id));
    }

    @PostMapping("/{id}/reactivation")
    RedirectView reactivate(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        return act(id, redirect, () -> accounts.reactivate(viewer, id));
    }

    @PostMapping("/{id}/password-link")
    RedirectView resetPassword(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        var path = accounts.resetPassword(viewer, id);
        redirect.addFlashAttribute(LINK, new OneTimeLink(find(viewer, id).name(), origin.url() + path));
        return See.other(PATH + "/" + id);
    }

    private static RedirectView act(UUID id, RedirectAttributes redirect, Runnable act) {
        try {
            act.run();
            Flash.done(redirect, Phrase.of("access.saved"));
        } catch (Refused refused) {
            var refusal = refused.refusal();
            if (refusal.kind() == Refusal.Kind.ABSENT) {
                throw refused;
            }
            Flash.refused(
                    redirect,
                    refusal.faults().isEmpty()
                            ? refusal.reason()
                            : refusal.faults().getFirst().message());
        }
        return See.other(PATH + "/" + id);
    }

    private Account find(Viewer viewer, UUID id) {
        return accounts.find(viewer.merchant(), id).orElseThrow(() -> new Refused(Refusal.absent()));
    }

    private ModelAndView list(
            Frame frame,
            Viewer viewer,
            @Nullable OneTimeLink link,
            String email,
            String name,
            Set<Role> roles,
            FieldFaults faults,
            HttpStatus status) {
        var page = new AccountsPage(
                frame, accounts.all(viewer.merchant()), link, email, name, roles, Typing.OF_STAFF, faults);
        return new ModelAndView("access/accounts", Map.of("page", page), status);
    }

    private static @Nullable OneTimeLink link(Model model) {
        return model.getAttribute(LINK) instanceof OneTimeLink link ? link : null;
    }
}
