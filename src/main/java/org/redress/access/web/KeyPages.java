package org.redress.access.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.ApiKeys;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.Phrase;
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
@RequestMapping(KeyPages.PATH)
@Requires(Role.ADMIN)
class KeyPages {
    static final String PATH = "/admin/keys";
    private static final String CREATED = "created";

    private final ApiKeys keys;

    KeyPages(ApiKeys keys) {
        this.keys = keys;
    }

    @GetMapping
    ModelAndView list(Frame frame, Viewer viewer, Model model) {
        var created = model.getAttribute(CREATED) instanceof String key ? key : null;
        return list(frame, viewer, created, "", Set.of(Role.INTEGRATOR), FieldFaults.NONE, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView create(
            Frame frame,
            Viewer viewer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> roles,
            RedirectAttributes redirect) {
        var chosen = Typing.roles(roles);
        try {
            redirect.addFlashAttribute(CREATED, keys.create(viewer.merchant(), name, chosen));
            return new ModelAndView(See.other(PATH));
        } catch (Refused refused) {
            var faults = FieldFaults.of(refused.refusal(), frame.words());
            return list(frame, viewer, null, name, chosen, faults, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/{id}/revocation")
    RedirectView revoke(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        keys.revoke(viewer.merchant(), id);
        Flash.done(redirect, Phrase.of("access.keys.revoked-now"));
        return See.other(PATH);
    }

    private ModelAndView list(
            Frame frame,
            Viewer viewer,
            @Nullable String created,
            String name,
            Set<Role> roles,
            FieldFaults faults,
            HttpStatus status) {
        var page = new KeysPage(frame, keys.all(viewer.merchant()), created, name, roles, Typing.OF_PROGRAMS, faults);
        return new ModelAndView("access/keys", Map.of("page", page), status);
    }
}
