package org.redress.access.web;

import java.util.Map;
import org.redress.access.MerchantForm;
import org.redress.access.OneTimeLinks;
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

/** Where the first administrator founds the first merchant, by the link that the console shows. */
@Controller
class SetUpPages {
    private final OneTimeLinks links;

    SetUpPages(OneTimeLinks links) {
        this.links = links;
    }

    @GetMapping("/setup/{token}")
    ModelAndView form(Frame frame, @PathVariable String token) {
        if (links.open(token)
                .filter(link -> link.purpose() == OneTimeLinks.Purpose.SETUP)
                .isEmpty()) {
            throw PasswordPages.worksNoMore();
        }
        var chinese = frame.words().language().startsWith("zh");
        var usual = chinese
                ? new MerchantForm("", "", "zh-CN", "Asia/Shanghai", "CNY")
                : new MerchantForm("", "", "en", "Europe/London", "GBP");
        return page(frame, token, usual, "", "", FieldFaults.NONE, HttpStatus.OK);
    }

    @PostMapping("/setup/{token}")
    ModelAndView setUp(
            Frame frame,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String slug,
            @RequestParam(defaultValue = "") String merchant,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String currency,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password) {
        var form = new MerchantForm(slug.strip(), merchant, language, zone, currency);
        try {
            links.setUp(token, form, email, name, password);
        } catch (Refused refused) {
            if (refused.refusal().kind() != Refusal.Kind.INVALID) {
                throw refused;
            }
            var faults = FieldFaults.of(refused.refusal(), frame.words());
            return page(frame, token, form, email, name, faults, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return new ModelAndView(See.other("/login?ready"));
    }

    private static ModelAndView page(
            Frame frame,
            String token,
            MerchantForm merchant,
            String email,
            String name,
            FieldFaults faults,
            HttpStatus status) {
        var page = new SetUpPage(
                frame,
                token,
                merchant,
                email,
                name,
                faults,
                Typing.LANGUAGES,
                Typing.ZONES,
                Typing.currencies(frame.words()));
        return new ModelAndView("access/setup", Map.of("page", page), status);
    }
}
