package org.redress.claims.web.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.redress.access.Merchants;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The door: staff go to their desk, customers to the portal of their shop. */
@Controller
class StartController {
    private static final String USUAL = "demo";

    private final Merchants merchants;

    StartController(Merchants merchants) {
        this.merchants = merchants;
    }

    @GetMapping("/")
    ModelAndView start(Frame frame) {
        if (!frame.nav().isEmpty()) {
            return SeeOther.at(frame.nav().getFirst().href());
        }
        var shops = merchants.all().stream().map(Shop::of).toList();
        var usual = shops.stream().filter(shop -> shop.slug().equals(USUAL)).findFirst();
        if (usual.isPresent() || shops.size() == 1) {
            return SeeOther.at(usual.orElseGet(shops::getFirst).path());
        }
        return new ModelAndView("portal/start", Map.of("page", new StartPage(frame, shops)));
    }

    /** @param order its number, as the code on a packing slip carries it; whose it is, is asked all the same */
    @GetMapping("/shop/{slug}")
    ModelAndView shop(
            Frame frame,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String order,
            HttpServletResponse response) {
        var shop = merchants.bySlug(slug).map(Shop::of).orElseThrow(() -> new Refused(Refusal.absent()));
        FilingController.keepForTheBackButton(response);
        var number = DraftForm.line(order);
        var page = new OrderPage(frame, shop, Draft.fresh().about(number), new Faults(), !number.isEmpty());
        return new ModelAndView("portal/order", Map.of("page", page));
    }
}
