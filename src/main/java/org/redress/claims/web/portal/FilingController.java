package org.redress.claims.web.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.access.Merchants;
import org.redress.access.Secret;
import org.redress.claims.Channel;
import org.redress.claims.Filed;
import org.redress.claims.Filing;
import org.redress.claims.Filings;
import org.redress.claims.Statements;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Actor;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.redress.ui.Frame;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * The three steps of a report. Each step sends everything that was typed so far; {@code at} says which step it was and
 * {@code go} where to: onwards, back, or nowhere (the same step in another language).
 */
@Controller
class FilingController {
    private final Merchants merchants;
    private final OwnOrders orders;
    private final Products products;
    private final Photos photos;
    private final Filings filings;
    private final Statements statements;

    FilingController(
            Merchants merchants,
            OwnOrders orders,
            Products products,
            Photos photos,
            Filings filings,
            Statements statements) {
        this.merchants = merchants;
        this.orders = orders;
        this.products = products;
        this.photos = photos;
        this.filings = filings;
        this.statements = statements;
    }

    private enum Go {
        NEXT,
        BACK,
        /** Look for what is wrong in the customer’s own words. */
        READ,
        STAY
    }

    @PostMapping("/shop/{slug}")
    ModelAndView step(
            Frame frame,
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String go,
            @RequestParam(name = "photo", required = false) Optional<List<MultipartFile>> files,
            HttpServletRequest request,
            HttpServletResponse response) {
        var shop = merchants.bySlug(slug).map(Shop::of).orElseThrow(() -> new Refused(Refusal.absent()));
        keepForTheBackButton(response);
        var faults = new Faults();
        var draft = DraftForm.read(fields)
                .with(photos.finish(shop.merchant(), fields, faults))
                .with(photos.receive(shop.merchant(), files.orElseGet(List::of), request.getRemoteAddr(), faults));
        var steps = new Steps(frame.at(shop.zone()), shop, draft, request.getRemoteAddr());
        var where = go.equals("NEXT") ? Go.NEXT : go.equals("BACK") ? Go.BACK : go.equals("READ") ? Go.READ : Go.STAY;
        return switch (at) {
            case "GOODS" -> steps.fromGoods(where, faults);
            case "WISH" -> steps.fromWish(where);
            default -> steps.fromOrder(where);
        };
    }

    /** The link of an order: it opens what came, and nothing needs to be typed. */
    @GetMapping("/report/{token}")
    ModelAndView byLink(
            Frame frame, @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        TrackController.keepPrivate(response);
        var link = new Secret(token);
        var opened = orders.opened(link, request.getRemoteAddr()).orElseThrow(() -> new Refused(Refusal.absent()));
        var shop = Shop.of(merchants.find(opened.merchant()));
        var order = orders.order(opened);
        if (order.isEmpty()) {
            var gone = new ModelAndView("portal/gone", Map.of("page", new GonePage(frame, shop, true)));
            gone.setStatus(HttpStatus.GONE);
            return gone;
        }
        var draft = Draft.fresh().by(link);
        return new Steps(frame.at(shop.zone()), shop, draft, request.getRemoteAddr()).goods(order, new Faults());
    }

    /** By this browser alone, and only to go back to without sending anything again. */
    static void keepForTheBackButton(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    /** One request's way from step to step. */
    private final class Steps {
        private final Frame frame;
        private final Shop shop;
        private final Draft draft;
        private final String address;

        Steps(Frame frame, Shop shop, Draft draft, String address) {
            this.frame = frame;
            this.shop = shop;
            this.draft = draft;
            this.address = address;
        }

        ModelAndView fromOrder(Go go) {
            var faults = identity();
            return go == Go.NEXT && faults.isEmpty()
                    ? goods(order(), new Faults())
                    : order(go == Go.NEXT ? faults : new Faults());
        }

        ModelAndView fromGoods(Go go, Faults uploads) {
            if (go == Go.BACK || !identity().isEmpty()) {
                return order(new Faults());
            }
            var order = order();
            if (go == Go.STAY || !uploads.isEmpty()) {
                return goods(order, uploads);
            }
            var words = ownWords(order);
            if (go == Go.READ) {
                return goods(order, words.fill(draft.over(order)), words.faults());
            }
            var filled = words.fill(draft.over(order));
            if (draft.picked().isEmpty()
                    && words.faults().isEmpty()
                    && !filled.picked().isEmpty()) {
                return goods(order, filled, new Faults());
            }
            var lines = lines(order);
            return lines.faults().isEmpty() ? wish(order, lines, new Faults()) : goods(order, lines.faults());
        }

        ModelAndView fromWish(Go go) {
            // Before anything is read: by now the photos belong to the claim, and the draft would look different.
            var before = go == Go.NEXT ? filings.before(shop.merchant(), draft.sent()) : Optional.<Filed>empty();
            if (before.isPresent()) {
                return SeeOther.at(before.get().trackPath());
            }
            if (!identity().isEmpty()) {
                return order(identity());
            }
            var order = order();
            if (go == Go.BACK) {
                return goods(order, new Faults());
            }
            var lines = lines(order);
            if (!lines.faults().isEmpty()) {
                return goods(order, lines.faults());
            }
            var faults = wishes();
            return go == Go.STAY || !faults.isEmpty()
                    ? wish(order, lines, go == Go.STAY ? new Faults() : faults)
                    : file(order, lines);
        }

        private Faults identity() {
            var faults = new Faults();
            if (draft.isByLink()) {
                if (order().isEmpty()) {
                    faults.add("form", "portal.fault.link");
                }
                return faults;
            }
            if (draft.orderNumber().isEmpty() || draft.orderNumber().length() > 100) {
                faults.add("orderNumber", "portal.fault.order-number");
            }
            if (Contact.read(draft.contact(), "").isEmpty()) {
                faults.add("contact", "portal.fault.contact");
            }
            return faults;
        }

        private Faults wishes() {
            var faults = new Faults();
            if (draft.demand() == null) {
                faults.add("demand", "portal.fault.demand");
            }
            if (draft.statement().codePointCount(0, draft.statement().length()) > Filing.LONGEST_TEXT) {
                faults.add("statement", "portal.fault.too-long", Filing.LONGEST_TEXT);
            }
            return faults;
        }

        private Optional<Order> order() {
            return orders.find(shop.merchant(), draft, address);
        }

        private DraftLines lines(Optional<Order> order) {
            return DraftLines.of(
                    draft.over(order), order, photos.seen(shop.merchant(), draft.photos(), ordered(order)));
        }

        /** What the photos are compared with: the articles that were tapped, else all. */
        private List<Sku> ordered(Optional<Order> order) {
            var tapped = skus(draft.over(order).picked());
            return tapped.isEmpty() ? order.map(Draft::skus).orElseGet(List::of) : tapped;
        }

        private ModelAndView order(Faults faults) {
            return page("portal/order", new OrderPage(frame, shop, draft.by(Draft.NO_LINK), faults, false), faults);
        }

        private OwnWords ownWords(Optional<Order> order) {
            return draft.statement().isEmpty()
                    ? OwnWords.NONE
                    : new OwnWords(statements.read(shop.merchant(), draft.statement(), order));
        }

        private ModelAndView goods(Optional<Order> order, Faults faults) {
            return goods(order, draft.over(order), faults);
        }

        private ModelAndView goods(Optional<Order> order, Draft shown, Faults faults) {
            var named = new LinkedHashSet<>(skus(shown.rows()));
            shown.rows().stream()
                    .map(Draft.Row::cameSku)
                    .filter(Sku::isValid)
                    .map(Sku::new)
                    .forEach(named::add);
            var names = products.find(shop.merchant(), named);
            var views = photos.waiting(shop, draft.photos(), ordered(order));
            var words = ownWords(order);
            return page("portal/goods", new GoodsPage(frame, shop, shown, order, names, views, words, faults), faults);
        }

        private ModelAndView wish(Optional<Order> order, DraftLines lines, Faults faults) {
            var names = names(lines.lines());
            var views = photos.waiting(shop, draft.photos(), ordered(order));
            var page = new WishPage(
                    frame,
                    shop,
                    draft.over(order),
                    order.isPresent(),
                    draft.isByLink() ? Contact.masked(order.orElseThrow().customer()) : draft.contact(),
                    lines.lines(),
                    names,
                    views,
                    ownWords(order),
                    faults);
            return page("portal/wish", page, faults);
        }

        private Map<Sku, Product> names(List<Filing.Line> lines) {
            var skus = lines.stream()
                    .flatMap(line -> Stream.of(
                            Optional.ofNullable(line.sku()),
                            Optional.ofNullable(line.received()).map(Filing.Received::sku)))
                    .flatMap(Optional::stream)
                    .distinct()
                    .toList();
            return products.find(shop.merchant(), skus);
        }

        private ModelAndView file(Optional<Order> order, DraftLines lines) {
            try {
                var filed = filings.once(shop.merchant(), draft.sent(), filing(order, lines), new Actor.Customer());
                return SeeOther.at(filed.trackPath());
            } catch (Refused refused) {
                if (refused.refusal().kind() != Refusal.Kind.INVALID) {
                    throw refused;
                }
                return wish(order, lines, said(refused.refusal()));
            }
        }

        private Filing filing(Optional<Order> order, DraftLines lines) {
            var demand = draft.demand();
            if (demand == null) {
                throw new IllegalStateException("Step 3 asks for the demand first");
            }
            return new Filing(
                    draft.over(order).orderNumber(),
                    null,
                    contact(order),
                    Channel.PORTAL,
                    draft.statement(),
                    demand,
                    null,
                    null,
                    null,
                    lines.lines(),
                    frame.words().locale(),
                    evidence());
        }

        private Filing.Contact contact(Optional<Order> order) {
            return draft.isByLink()
                    ? Contact.of(order.orElseThrow().customer(), draft.name())
                    : Contact.read(draft.contact(), draft.name()).orElseThrow();
        }

        /** A photo that is gone meanwhile (it waits a day) keeps nobody from being heard. */
        private Map<EvidenceId, EvidenceKind> evidence() {
            var kinds = new LinkedHashMap<EvidenceId, EvidenceKind>();
            draft.photos().stream()
                    .filter(photo -> photos.find(shop.merchant(), photo.id()).isPresent())
                    .forEach(photo -> kinds.put(photo.id(), photo.kind()));
            return kinds;
        }

        private ModelAndView page(String view, Object page, Faults faults) {
            var answer = new ModelAndView(view, Map.of("page", page));
            answer.setStatus(faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
            return answer;
        }
    }

    /** A rule that this form does not know of by a field: said above the button. */
    private static Faults said(Refusal refusal) {
        var faults = new Faults();
        refusal.faults().forEach(fault -> faults.add("form", fault.message()));
        if (faults.isEmpty()) {
            faults.add("form", refusal.reason());
        }
        return faults;
    }

    private static List<Sku> skus(List<Draft.Row> rows) {
        var skus = new ArrayList<Sku>();
        rows.stream().map(Draft.Row::sku).filter(Sku::isValid).map(Sku::new).forEach(skus::add);
        return skus;
    }
}
