package org.redress.claims.web.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.redress.access.Merchants;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.EvidenceKind;
import org.redress.gs1.GtinUri;
import org.redress.kernel.Gtin;
import org.redress.kernel.Ids;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.redress.ui.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What htmx asks for while step 2 is filled in: photos that are sent at once and read, articles that are looked up. */
@Controller
class UploadController {
    private static final int MOST_FOUND = 6;
    private static final int MOST_LOOKED_AT = 100;
    private static final int SHORTEST_SEARCH = 2;
    private static final int LONGEST_SEARCH = 100;

    private final Merchants merchants;
    private final Photos photos;
    private final Products products;

    UploadController(Merchants merchants, Photos photos, Products products) {
        this.merchants = merchants;
        this.photos = photos;
        this.products = products;
    }

    /** Answers with all photos of the form so far, and with fields for the next. */
    @PostMapping("/shop/{slug}/uploads")
    ModelAndView upload(
            Frame frame,
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "photo", required = false) Optional<List<MultipartFile>> files,
            HttpServletRequest request) {
        var shop = shop(slug);
        var faults = new Faults();
        var before = DraftForm.read(fields);
        var draft = before.with(photos.finish(shop.merchant(), fields, faults))
                .with(photos.receive(shop.merchant(), files.orElseGet(List::of), request.getRemoteAddr(), faults));
        var views = photos.waiting(shop, draft.photos(), tapped(draft));
        var ordered = tapped(draft).stream().map(Sku::value).toList();
        return new ModelAndView(
                "portal/_photos", Map.of("page", new PhotosPart(frame, shop, views, faults), "ordered", ordered));
    }

    private static List<Sku> tapped(Draft draft) {
        var picked = draft.picked().isEmpty() ? draft.rows() : draft.picked();
        return picked.stream()
                .map(Draft.Row::sku)
                .filter(Sku::isValid)
                .map(Sku::new)
                .limit(PhotosPart.MOST_COMPARED)
                .toList();
    }

    /** One photo that was not read a moment ago. */
    @GetMapping("/shop/{slug}/uploads/{id}/reading")
    ModelAndView reading(
            Frame frame,
            @PathVariable String slug,
            @PathVariable String id,
            @RequestParam(name = "kind", required = false) Optional<EvidenceKind> kind,
            @RequestParam(name = "sku", required = false) Optional<List<String>> skus) {
        var shop = shop(slug);
        var item = Ids.parse(id)
                .flatMap(known -> photos.find(shop.merchant(), new EvidenceId(known)))
                .orElseThrow(() -> new Refused(Refusal.absent()));
        var ordered = compared(skus);
        var one = new LinkedHashMap<EvidenceItem, EvidenceKind>();
        one.put(item, kind.orElse(EvidenceKind.ITEM));
        var view = photos.views(shop.merchant(), one, ordered, shop.path() + "/uploads/")
                .getFirst();
        return new ModelAndView(
                "portal/_reading",
                Map.of(
                        "page",
                        new PhotosPart(frame, shop, List.of(view), new Faults()),
                        "ordered",
                        skus.orElseGet(List::of)));
    }

    /**
     * Articles of the catalogue that what was typed may mean.
     *
     * @param of the field that is being typed in: {@code came.<row>} or {@code ordered.u}
     */
    @GetMapping("/shop/{slug}/articles")
    ModelAndView articles(
            Frame frame,
            @PathVariable String slug,
            @RequestParam String of,
            @RequestParam(name = "sku", required = false) Optional<List<String>> skus,
            @RequestParam Map<String, String> fields) {
        var shop = shop(slug);
        if (!of.matches("came\\.([0-9]{1,4}|[xpu])|ordered\\.u")) {
            throw new Refused(Refusal.absent());
        }
        var text = fields.getOrDefault(of, "").strip();
        var code = GtinUri.parse(text.replace(" ", ""));
        if (code.isPresent()) {
            return coded(frame, shop, of, code.get(), compared(skus));
        }
        var found = text.length() < SHORTEST_SEARCH || text.length() > LONGEST_SEARCH
                ? List.<Product>of()
                : found(shop, text);
        return new ModelAndView(
                "portal/_articles",
                Map.of("frame", frame, "name", chosen(of), "found", found, "meant", meant(found, text)));
    }

    /** A barcode is looked up as one in a photo is; several articles may carry it. */
    private ModelAndView coded(Frame frame, Shop shop, String of, Gtin code, List<Sku> ordered) {
        var articles = products.byGtin(shop.merchant(), List.of(code));
        var found = articles.getOrDefault(code, List.of());
        var parts = new HashMap<String, Object>();
        parts.put("frame", frame);
        parts.put("name", chosen(of));
        parts.put("found", found.stream().limit(MOST_FOUND).toList());
        parts.put("meant", found.size() == 1 ? found.getFirst().sku().value() : "");
        parts.put("reading", Reading.of(code, articles, ordered, products.find(shop.merchant(), ordered)));
        return new ModelAndView("portal/_articles", parts);
    }

    private static String chosen(String of) {
        return of.startsWith("ordered") ? "sku.u" : "cameSku." + of.substring(5);
    }

    private static List<Sku> compared(Optional<List<String>> skus) {
        return skus.orElseGet(List::of).stream()
                .filter(Sku::isValid)
                .map(Sku::new)
                .limit(PhotosPart.MOST_COMPARED)
                .toList();
    }

    /** Whoever types a whole name, or a number, means that article. */
    private static String meant(List<Product> found, String text) {
        var exact = found.stream()
                .filter(product -> product.name().strip().equalsIgnoreCase(text)
                        || product.sku().value().equalsIgnoreCase(text))
                .map(product -> product.sku().value())
                .toList();
        return exact.size() == 1 ? exact.getFirst() : "";
    }

    /** "Blue mug" finds "Stoneware mug, blue": every word must be there, in any order. */
    private List<Product> found(Shop shop, String text) {
        var words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+")).toList();
        var longest =
                words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
        return products.search(shop.merchant(), longest, MOST_LOOKED_AT).stream()
                .filter(product -> words.stream().allMatch(named(product)::contains))
                .limit(MOST_FOUND)
                .toList();
    }

    private static String named(Product product) {
        return (product.name() + " " + product.sku()).toLowerCase(Locale.ROOT);
    }

    private Shop shop(String slug) {
        return merchants.bySlug(slug).map(Shop::of).orElseThrow(() -> new Refused(Refusal.absent()));
    }
}
