package org.redress.outreach.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchants;
import org.redress.kernel.Demand;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.orders.Orders;
import org.redress.orders.Products;
import org.redress.outreach.Outreach;
import org.redress.outreach.OutreachWords;
import org.redress.outreach.Outreaches;
import org.redress.ui.Frame;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page that our letter leads to: is it so? One tap, and the claim is filed. A link opens this one matter only. */
@Controller
@RequestMapping("/check/{token}")
class CheckPages {
    private final Outreaches outreaches;
    private final Merchants merchants;
    private final Orders orders;
    private final Products products;

    CheckPages(Outreaches outreaches, Merchants merchants, Orders orders, Products products) {
        this.outreaches = outreaches;
        this.merchants = merchants;
        this.orders = orders;
        this.products = products;
    }

    @GetMapping
    ModelAndView show(@PathVariable String token, Frame frame, HttpServletResponse response) {
        keepPrivate(response);
        var opened = open(token);
        return opened.expired() ? gone(token, opened, frame) : page(token, opened, frame, null);
    }

    @PostMapping("/wrong")
    ModelAndView wrong(
            @PathVariable String token,
            @RequestParam(defaultValue = "RESHIP") Demand demand,
            @RequestParam(defaultValue = "1") String units,
            Frame frame,
            HttpServletResponse response) {
        keepPrivate(response);
        var opened = open(token);
        if (opened.expired()) {
            return gone(token, opened, frame);
        }
        try {
            int wrong = units.strip().matches("[0-9]{1,6}") ? Integer.parseInt(units.strip()) : 0;
            var language = frame.words().locale().toLanguageTag();
            return new ModelAndView(OutreachPages.back(
                    outreaches.wrong(opened.merchant(), opened.outreach(), wrong, demand, language)));
        } catch (Refused refused) {
            return answered(token, opened, frame, refused.refusal());
        }
    }

    @PostMapping("/right")
    ModelAndView right(@PathVariable String token, Frame frame, HttpServletResponse response) {
        keepPrivate(response);
        var opened = open(token);
        if (opened.expired()) {
            return gone(token, opened, frame);
        }
        try {
            outreaches.right(opened.merchant(), opened.outreach());
            return new ModelAndView(OutreachPages.back("/check/" + token));
        } catch (Refused refused) {
            return answered(token, opened, frame, refused.refusal());
        }
    }

    /** Where a claim was filed some other way the page itself says so. */
    private ModelAndView answered(String token, Outreaches.Opened opened, Frame frame, Refusal refusal) {
        return switch (refusal.kind()) {
            case INVALID, CONFLICT -> {
                var said = refusal.faults().isEmpty()
                        ? refusal.reason()
                        : refusal.faults().getFirst().message();
                var page = page(token, opened, frame, frame.words().say(said));
                page.setStatus(
                        refusal.kind() == Refusal.Kind.INVALID
                                ? HttpStatus.UNPROCESSABLE_CONTENT
                                : HttpStatus.CONFLICT);
                yield page;
            }
            case ABSENT, FORBIDDEN, STALE, TOO_LARGE, TOO_MANY, UNSUPPORTED -> throw new Refused(refusal);
        };
    }

    private Outreaches.Opened open(String token) {
        return outreaches.open(token).orElseThrow(CheckPages::absent);
    }

    private static Refused absent() {
        return new Refused(Refusal.absent());
    }

    private ModelAndView page(String token, Outreaches.Opened opened, Frame frame, @Nullable String fault) {
        var merchant = merchants.find(opened.merchant());
        var outreach = outreaches.find(opened.merchant(), opened.outreach()).orElseThrow(CheckPages::absent);
        var names = new OutreachWords(products.find(opened.merchant(), OutreachWords.articles(List.of(outreach))));
        var page = new CheckPage(
                frame.at(merchant.zone()),
                merchant,
                "/check/" + token,
                outreach,
                names.orNull(outreach.ordered()),
                names.orNull(outreach.received()),
                ordered(outreach),
                fault);
        return new ModelAndView("outreach/check", Map.of("page", page));
    }

    private int ordered(Outreach outreach) {
        return orders.find(outreach.merchant(), outreach.orderNumber())
                .map(order -> {
                    var ordered = outreach.ordered();
                    return ordered == null ? 1 : Math.max(1, order.ordered(ordered));
                })
                .orElseThrow(CheckPages::absent);
    }

    private ModelAndView gone(String token, Outreaches.Opened opened, Frame frame) {
        var merchant = merchants.find(opened.merchant());
        var page = new CheckPage(frame.at(merchant.zone()), merchant, "/check/" + token, null, "", null, 1, null);
        var gone = new ModelAndView("outreach/check", Map.of("page", page));
        gone.setStatus(HttpStatus.GONE);
        return gone;
    }

    private static void keepPrivate(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
