package org.redress.access.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.access.OneTimeLinks;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Frame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the owner of an account chooses a password, by a one-time link. */
@Controller
class PasswordPages {
    private final OneTimeLinks links;

    PasswordPages(OneTimeLinks links) {
        this.links = links;
    }

    @GetMapping("/password/{token}")
    ModelAndView form(Frame frame, @PathVariable String token) {
        return page(frame, token, null, HttpStatus.OK);
    }

    @PostMapping("/password/{token}")
    ModelAndView choose(
            Frame frame,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again) {
        if (!password.equals(again)) {
            var differ = frame.words().say("access.fault.password-again");
            return page(frame, token, differ, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            links.choosePassword(token, password);
        } catch (Refused refused) {
            var problem = FieldFaults.of(refused.refusal(), frame.words()).at("password");
            if (problem == null) {
                throw refused;
            }
            return page(frame, token, problem, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return new ModelAndView(See.other("/login?ready"));
    }

    private ModelAndView page(Frame frame, String token, @Nullable String problem, HttpStatus status) {
        var link = links.open(token).orElseThrow(PasswordPages::worksNoMore);
        var account = link.account();
        if (account == null) {
            throw worksNoMore();
        }
        var invited = link.purpose() == OneTimeLinks.Purpose.INVITATION;
        return new ModelAndView(
                "access/password", Map.of("page", new PasswordPage(frame, token, account, invited, problem)), status);
    }

    static Refused worksNoMore() {
        return new Refused(
                new Refusal(Refusal.Kind.ABSENT, "LINK_USED", Phrase.of("access.refusal.link-used"), List.of()));
    }
}
