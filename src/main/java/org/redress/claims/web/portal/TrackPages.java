package org.redress.claims.web.portal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimPanel;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.claims.Entry;
import org.redress.claims.Filing;
import org.redress.claims.Offer;
import org.redress.claims.Owed;
import org.redress.claims.Severity;
import org.redress.evidence.EvidenceItem;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.redress.remedy.RemedyChoice;
import org.redress.remedy.RemedyOption;
import org.redress.remedy.RemedyPlan;
import org.redress.ui.Frame;
import org.redress.ui.Panel;
import org.redress.ui.Words;
import org.springframework.stereotype.Component;

/** Gathers what the tracking page shows. */
@Component
class TrackPages {
    static final RemedyChoice NO_CHOICE = new RemedyChoice(List.of(), new RemedyChoice.Wish.None());

    private static final Duration AN_ANSWER_MAY_COME = Duration.ofSeconds(20);

    private final Claims claims;
    private final Products products;
    private final Photos photos;
    private final List<ClaimPanel> panels;

    TrackPages(Claims claims, Products products, Photos photos, List<ClaimPanel> panels) {
        this.claims = claims;
        this.products = products;
        this.photos = photos;
        this.panels = panels;
    }

    TrackPage page(Frame frame, Shop shop, String link, Claim claim) {
        var words = frame.words();
        var choice = choice(claim);
        var plans = plans(claim, choice, words);
        var ordered = claim.filing().lines().stream()
                .map(Filing.Line::sku)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
        var files = photos.ofClaim(claim.merchant(), claim.id(), ordered, link);
        var timeline = claims.timeline(claim.merchant(), claim.id());
        return new TrackPage(
                frame,
                shop,
                link,
                claim,
                lines(claim, words),
                Standing.of(claim, words),
                story(claim, timeline, words, plans, files),
                keep(claim, timeline, words),
                isFresh(claim, words),
                OfferCard.of(claim, choice, plans),
                files,
                claims.customerActs(claim),
                panels(claim, link, frame),
                claim.rejection() == null ? List.of() : claims.routes(claim),
                claims.goesOnAs(claim).isPresent(),
                claims.area(claim));
    }

    List<Story.Told> story(Claim claim, Words words) {
        var files = photos.ofClaim(claim.merchant(), claim.id(), List.of(), "");
        var timeline = claims.timeline(claim.merchant(), claim.id());
        return story(claim, timeline, words, plans(claim, NO_CHOICE, words), files);
    }

    /** Until it is settled, what can harm is said first. */
    private static List<String> keep(Claim claim, List<Entry> timeline, Words words) {
        if (claim.severity() != Severity.SAFETY || claim.owed().by() == Owed.Party.NOBODY) {
            return List.of();
        }
        return timeline.stream()
                .flatMap(entry -> entry.event() instanceof ClaimEvent.ClaimAssessed(var _, var hazards)
                        ? hazards.stream()
                        : Stream.empty())
                .distinct()
                .sorted()
                .map(hazard -> words.say("claims.keep." + hazard))
                .toList();
    }

    private static boolean isFresh(Claim claim, Words words) {
        return claim.state() instanceof ClaimState.Submitted
                && !words.isPast(claim.filedAt().plus(AN_ANSWER_MAY_COME));
    }

    private static List<Story.Told> story(
            Claim claim, List<Entry> timeline, Words words, PlanWords plans, List<PhotoView> files) {
        var videos = files.stream()
                .map(PhotoView::item)
                .filter(EvidenceItem::isVideo)
                .map(EvidenceItem::id)
                .collect(Collectors.toSet());
        return Story.of(claim, timeline, words, plans, videos);
    }

    /** The text that is agreed to by accepting the open offer. */
    Optional<String> consent(Claim claim, Words words) {
        return Optional.ofNullable(claim.currentOffer())
                .map(offer -> plans(claim, NO_CHOICE, words).consent(claim.number(), offer.plan()));
    }

    Optional<RemedyPlan> option(Claim claim, String optionId) {
        return choice(claim).option(optionId).map(RemedyOption::plan);
    }

    private RemedyChoice choice(Claim claim) {
        var offer = claim.currentOffer();
        return offer == null || offer.state() != Offer.State.OPEN
                ? NO_CHOICE
                : claims.dossier(claim).choice();
    }

    PlanWords plans(Claim claim, RemedyChoice choice, Words words) {
        var plans = new ArrayList<RemedyPlan>();
        claim.offers().forEach(offer -> {
            plans.add(offer.plan());
            Stream.ofNullable(offer.wish()).forEach(plans::add);
        });
        choice.options().forEach(option -> plans.add(option.plan()));
        return PlanWords.of(
                words,
                products,
                claim.merchant(),
                plans,
                choice.lacking().stream().map(RemedyChoice.Lacking::sku).toList());
    }

    List<TrackPage.ClaimLine> lines(Claim claim, Words words) {
        var lines = claim.filing().lines();
        var names = products.find(
                claim.merchant(),
                lines.stream().flatMap(TrackPages::skus).distinct().toList());
        return lines.stream().map(line -> line(line, names, words)).toList();
    }

    private static Stream<Sku> skus(Filing.Line line) {
        var received = line.received();
        return Stream.concat(
                Stream.ofNullable(line.sku()), Stream.ofNullable(received == null ? null : received.sku()));
    }

    private static TrackPage.ClaimLine line(Filing.Line line, Map<Sku, Product> names, Words words) {
        var sku = line.sku();
        var ordered = sku == null
                ? words.say("portal.sum.not-ordered")
                : line.quantity() == 0
                        ? name(sku, names)
                        : words.say("portal.goods", line.quantity(), name(sku, names));
        return new TrackPage.ClaimLine(
                words.say("portal.problem", line.problem()), ordered, came(line.received(), names, words));
    }

    private static @Nullable String came(Filing.@Nullable Received received, Map<Sku, Product> names, Words words) {
        if (received == null || received.quantity() == 0) {
            return null;
        }
        var sku = received.sku();
        var gtin = received.gtin();
        var what = sku != null ? name(sku, names) : gtin != null ? Reading.printed(gtin) : received.description();
        return what == null ? null : words.say("portal.goods", received.quantity(), what);
    }

    private static String name(Sku sku, Map<Sku, Product> names) {
        var product = names.get(sku);
        return product == null ? sku.value() : product.name();
    }

    private List<Panel> panels(Claim claim, String link, Frame frame) {
        return panels.stream()
                .flatMap(panel -> panel.forCustomer(claim, link, frame).stream())
                .sorted(Comparator.comparingInt(Panel::order))
                .toList();
    }
}
