package org.redress.access.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.access.MerchantForm;
import org.redress.access.Merchants;
import org.redress.access.Origin;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.access.web.AccountsPage.OneTimeLink;
import org.redress.kernel.Refused;
import org.redress.ui.Frame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For whoever runs the installation: the page chain lets only operators in. */
@Controller
@RequestMapping(MerchantPages.PATH)
@Requires({Role.ADMIN, Role.SUPERVISOR, Role.AGENT})
class MerchantPages {
    static final String PATH = "/admin/merchants";
    private static final String LINK = "link";

    private final Merchants merchants;
    private final Origin origin;

    MerchantPages(Merchants merchants, Origin origin) {
        this.merchants = merchants;
        this.origin = origin;
    }

    @GetMapping
    ModelAndView list(Frame frame, Viewer viewer, Model model) {
        var own = merchants.find(viewer.merchant());
        var usual = new MerchantForm(
                "",
                "",
                own.language().toLanguageTag(),
                own.zone().getId(),
                own.currency().getCurrencyCode());
        var link = model.getAttribute(LINK) instanceof OneTimeLink one ? one : null;
        return page(frame, link, usual, "", "", FieldFaults.NONE, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView found(
            Frame frame,
            @RequestParam(defaultValue = "") String slug,
            @RequestParam(defaultValue = "") String merchant,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String currency,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            RedirectAttributes redirect) {
        var form = new MerchantForm(slug.strip(), merchant, language, zone, currency);
        try {
            var path = merchants.found(form, email, name);
            redirect.addFlashAttribute(LINK, new OneTimeLink(name, origin.url() + path));
            return new ModelAndView(See.other(PATH));
        } catch (Refused refused) {
            var faults = FieldFaults.of(refused.refusal(), frame.words());
            return page(frame, null, form, email, name, faults, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private ModelAndView page(
            Frame frame,
            @Nullable OneTimeLink link,
            MerchantForm form,
            String email,
            String name,
            FieldFaults faults,
            HttpStatus status) {
        var page = new MerchantsPage(
                frame,
                merchants.all(),
                link,
                form,
                email,
                name,
                faults,
                Typing.LANGUAGES,
                Typing.ZONES,
                Typing.currencies(frame.words()));
        return new ModelAndView("access/merchants", Map.of("page", page), status);
    }
}
