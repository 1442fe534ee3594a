package org.redress.correspondence.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.ClaimState;
import org.redress.claims.Given;
import org.redress.claims.Offer;
import org.redress.claims.Route;
import org.redress.claims.Severity;
import org.redress.claims.Verdict;
import org.redress.correspondence.TemplateGap;
import org.redress.kernel.Demand;
import org.redress.kernel.Phrase;
import org.redress.kernel.Sku;
import org.redress.remedy.RemedyPlan;

/**
 * What a case can tell a template. Only what the customer may read: no offer that waits for approval, no rejection that
 * waits for its second person, no colleague’s name, nobody else’s parcel (domain.md F6, F11, F12).
 */
public final class TemplateFacts {
    /**
     * What is known besides the claim.
     *
     * @param lookedAt records of ours that say something about it, as the customer is told
     * @param files that are on the claim
     * @param held whether the article was held back because of it
     * @param routes where the customer can go outside
     * @param writer the name of whoever writes, or null
     * @param names how people call an article
     */
    public record Known(
            List<Phrase> lookedAt,
            int files,
            boolean held,
            List<Route> routes,
            String shop,
            @Nullable String writer,
            Function<Sku, String> names) {}

    private final Claim claim;
    private final Known known;
    private final Instant now;
    private final Map<TemplateGap, List<Letter.Part>> facts = new EnumMap<>(TemplateGap.class);

    private TemplateFacts(Claim claim, Known known, Instant now) {
        this.claim = claim;
        this.known = known;
        this.now = now;
    }

    /** Each fact that is known, not said in a language yet. */
    public static Map<TemplateGap, List<Letter.Part>> of(Claim claim, Known known, Instant now) {
        return new TemplateFacts(claim, known, now).all();
    }

    private Map<TemplateGap, List<Letter.Part>> all() {
        people();
        problem();
        tell(TemplateGap.EVIDENCE, evidence());
        var explanation = Explanation.of(claim, known.held());
        tell(TemplateGap.CAUSE, explanation.cause());
        tell(TemplateGap.PREVENTION, explanation.prevention());
        remedy();
        answers();
        return facts;
    }

    private void people() {
        typed(TemplateGap.CUSTOMER_NAME, claim.filing().contact().name());
        typed(TemplateGap.CLAIM_NUMBER, claim.number());
        typed(TemplateGap.ORDER_NUMBER, claim.filing().orderNumber());
        typed(TemplateGap.SHOP_NAME, known.shop());
        typed(TemplateGap.AGENT_NAME, known.writer());
        say(TemplateGap.LINK, "templates.link");
    }

    private void problem() {
        var restated = new Restated(claim, known.names());
        var lines = claim.filing().lines();
        list(
                TemplateGap.ORDERED,
                lines.stream().filter(line -> line.sku() != null).map(restated::ordered));
        list(TemplateGap.CAME, lines.stream().flatMap(line -> Stream.ofNullable(restated.came(line.received()))));
        tell(TemplateGap.PROBLEM, restated.parts());
        if (claim.filing().demand() != Demand.UNDECIDED) {
            say(
                    TemplateGap.DEMAND,
                    "correspondence.verbatim",
                    Phrase.of("claims.demand." + claim.filing().demand().name()));
        }
        say(TemplateGap.SERIOUSNESS, "templates.seriousness." + claim.severity().name());
        boolean grave = claim.severity() == Severity.SAFETY || claim.severity() == Severity.HIGH;
        say(
                TemplateGap.APOLOGY,
                claim.follows() != null
                        ? "templates.apology.again"
                        : grave ? "templates.apology.grave" : "templates.apology");
    }

    private List<Letter.Part> evidence() {
        var parts = new ArrayList<Letter.Part>();
        // Whoever says no does not say in the same breath that the records agree.
        boolean agrees = claim.verdict() == Verdict.CONFIRMED || claim.verdict() == Verdict.LIKELY;
        if (agrees && claim.rejection() == null) {
            parts.add(said("correspondence.seen." + claim.verdict().name()));
        }
        var rejection = claim.rejection();
        var seen = rejection == null ? null : rejection.seen();
        var rows = new ArrayList<>(seen == null ? known.lookedAt() : seen.lookedAt());
        if (seen == null && known.files() > 0) {
            rows.addFirst(Phrase.of("templates.evidence.files", known.files()));
        }
        if (!rows.isEmpty()) {
            parts.add(said("templates.evidence.looked"));
            rows.stream().distinct().forEach(row -> parts.add(new Letter.Part.Row(row)));
        }
        return parts;
    }

    private void remedy() {
        open().ifPresent(offer -> say(TemplateGap.OFFER_UNTIL, "correspondence.verbatim", offer.expiresAt()));
        plan().ifPresent(plan -> tell(TemplateGap.REMEDY, List.of(new Letter.Part.Plan(plan))));
        if (!claim.given().isEmpty()) {
            var given = claim.given().stream().map(Given::remedy).toList();
            tell(TemplateGap.DONE, List.of(new Letter.Part.Plan(new RemedyPlan(given))));
        }
        var owed = claim.owed();
        var due = owed.due();
        if (due != null && due.isAfter(now)) {
            var gap = switch (owed.by()) {
                case AGENT, SUPERVISOR, SYSTEM -> TemplateGap.PROMISE_DUE;
                case CUSTOMER -> TemplateGap.ANSWER_DUE;
                case NOBODY -> null;
            };
            if (gap != null) {
                say(gap, "correspondence.verbatim", due);
            }
        }
    }

    private Optional<Offer> open() {
        return Optional.ofNullable(claim.currentOffer())
                .filter(offer -> offer.state() == Offer.State.OPEN && !offer.isOver(now));
    }

    /** What lies before the customer or was agreed with them. */
    private Optional<RemedyPlan> plan() {
        return switch (claim.state()) {
            case ClaimState.Offered _ -> open().map(Offer::plan);
            case ClaimState.Executing executing -> Optional.of(executing.plan());
            case ClaimState.FollowingUp _, ClaimState.Closed _ -> agreed();
            case ClaimState.Submitted(),
                    ClaimState.NeedsInformation _,
                    ClaimState.Accepted(),
                    ClaimState.Rejected _,
                    ClaimState.Merged _ -> Optional.empty();
        };
    }

    private Optional<RemedyPlan> agreed() {
        return claim.offers().stream()
                .filter(offer -> offer.state() == Offer.State.ACCEPTED)
                .reduce((_, last) -> last)
                .map(Offer::plan);
    }

    private void answers() {
        if (claim.state() instanceof ClaimState.NeedsInformation(var _, var what, var message)) {
            tell(TemplateGap.ASKED, Letters.asked(what, message));
        }
        var rejection = claim.rejection();
        if (rejection != null) {
            typed(TemplateGap.REASON, rejection.reason());
        }
        tell(
                TemplateGap.ROUTES,
                known.routes().stream()
                        .<Letter.Part>map(route -> new Letter.Part.Row(route.line()))
                        .toList());
    }

    private void list(TemplateGap gap, Stream<Phrase> items) {
        var all = items.toList();
        if (!all.isEmpty()) {
            say(gap, "correspondence.verbatim", all);
        }
    }

    private void typed(TemplateGap gap, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            tell(gap, List.of(new Letter.Part.Typed(text.strip())));
        }
    }

    private void tell(TemplateGap gap, @Nullable Phrase sentence) {
        if (sentence != null) {
            tell(gap, List.of(new Letter.Part.Said(sentence)));
        }
    }

    private void say(TemplateGap gap, String key, Object... gaps) {
        tell(gap, List.of(said(key, gaps)));
    }

    private void tell(TemplateGap gap, List<Letter.Part> parts) {
        if (!parts.isEmpty()) {
            facts.put(gap, parts);
        }
    }

    private static Letter.Part said(String key, Object... gaps) {
        return new Letter.Part.Said(new Phrase(key, Arrays.asList(gaps)));
    }
}
