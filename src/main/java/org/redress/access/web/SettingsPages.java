package org.redress.access.web;

import java.util.Map;
import org.redress.access.MerchantForm;
import org.redress.access.Merchants;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refused;
import org.redress.ui.Flash;
import org.redress.ui.Frame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping(SettingsPages.PATH)
@Requires(Role.ADMIN)
class SettingsPages {
    static final String PATH = "/admin/settings";

    private final Merchants merchants;

    SettingsPages(Merchants merchants) {
        this.merchants = merchants;
    }

    @GetMapping
    ModelAndView form(Frame frame, Viewer viewer) {
        var merchant = MerchantForm.of(merchants.find(viewer.merchant()));
        return page(frame, merchant, FieldFaults.NONE, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView change(
            Frame frame,
            Viewer viewer,
            @RequestParam(defaultValue = "") String merchant,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String currency,
            @RequestParam(defaultValue = "") String instantLane,
            @RequestParam(defaultValue = "") String instantCap,
            @RequestParam(defaultValue = "") String auditPercent,
            RedirectAttributes redirect) {
        var slug = merchants.find(viewer.merchant()).slug();
        var form = new MerchantForm(
                slug, merchant, language, zone, currency, instantLane.equals("on"), instantCap, auditPercent);
        try {
            merchants.change(viewer.merchant(), form);
        } catch (Refused refused) {
            var faults = FieldFaults.of(refused.refusal(), frame.words());
            return page(frame, form, faults, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Flash.done(redirect, Phrase.of("access.saved"));
        return new ModelAndView(See.other(PATH));
    }

    private static ModelAndView page(Frame frame, MerchantForm merchant, FieldFaults faults, HttpStatus status) {
        var page = new SettingsPage(
                frame, merchant, faults, Typing.LANGUAGES, Typing.ZONES, Typing.currencies(frame.words()));
        return new ModelAndView("access/settings", Map.of("page", page), status);
    }
}
