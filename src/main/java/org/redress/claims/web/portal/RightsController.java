package org.redress.claims.web.portal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import org.redress.access.Merchants;
import org.redress.claims.Claims;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.remedy.Area;
import org.redress.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What happens to a report, what its customer need not do, and what they can insist on where they live. */
@Controller
class RightsController {
    private final Merchants merchants;
    private final Claims claims;

    RightsController(Merchants merchants, Claims claims) {
        this.merchants = merchants;
        this.claims = claims;
    }

    /** @param in the code of the area whose law stands first and open; without one all are folded */
    @GetMapping("/shop/{slug}/rights")
    ModelAndView rights(Frame frame, @PathVariable String slug, @RequestParam(defaultValue = "") String in) {
        var shop = merchants.bySlug(slug).map(Shop::of).orElseThrow(() -> new Refused(Refusal.absent()));
        var laws = Arrays.stream(Area.values())
                .map(area ->
                        new RightsPage.Law(area, area.code().equals(in), RightsPage.points(area), claims.routes(area)))
                .sorted(Comparator.comparing((RightsPage.Law law) -> !law.open()))
                .toList();
        return new ModelAndView("portal/rights", Map.of("page", new RightsPage(frame, shop, laws)));
    }
}
