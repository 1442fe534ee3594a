package org.redress.claims.web.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.CaseChapter;
import org.redress.claims.Chapter;
import org.redress.claims.Chapter.Fact;
import org.redress.claims.Chapter.Part;
import org.redress.claims.Claim;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.claims.Entry;
import org.redress.claims.Offer;
import org.redress.claims.RecordPart;
import org.redress.claims.WholeFile;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Actor;
import org.redress.kernel.Demand;
import org.redress.kernel.Problem;
import org.redress.ui.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole file of a claim in the customer's hands: what their page shows, to keep. Nothing of what staff note among
 * themselves, of costs, of other customers, or of who on the staff it was.
 */
@Component
class TrackFile {
    private static final Set<Class<? extends ClaimEvent>> DECISIONS = Set.of(
            ClaimEvent.ClaimAccepted.class,
            ClaimEvent.ClaimRejected.class,
            ClaimEvent.RejectionConfirmed.class,
            ClaimEvent.ClaimMerged.class,
            ClaimEvent.ClaimSeparated.class,
            ClaimEvent.RemedyAgreed.class,
            ClaimEvent.OfferDeclined.class,
            ClaimEvent.OfferCountered.class,
            ClaimEvent.ClaimClosed.class,
            ClaimEvent.ClaimWithdrawn.class,
            ClaimEvent.ClaimReopened.class,
            ClaimEvent.ClaimAppealed.class);

    private final Claims claims;
    private final Evidence evidence;
    private final TrackPages pages;
    private final List<CaseChapter> chapters;
    private final List<RecordPart> parts;
    private final JsonMapper json;

    TrackFile(
            Claims claims,
            Evidence evidence,
            TrackPages pages,
            List<CaseChapter> chapters,
            List<RecordPart> parts,
            JsonMapper json) {
        this.claims = claims;
        this.evidence = evidence;
        this.pages = pages;
        this.chapters = chapters.stream()
                .sorted(Comparator.comparingInt(CaseChapter::order))
                .toList();
        this.parts = parts;
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    WholeFile of(Claim claim, Shop shop, Words words) {
        var timeline = claims.timeline(claim.merchant(), claim.id());
        var files = evidence.ofClaim(claim.merchant(), claim.id());
        var told = told(pages.story(claim, words), timeline, shop, words);
        var offers = offers(claim, timeline, words);
        return new WholeFile(
                claim.merchant(),
                claim.id(),
                claim.number(),
                shop.name(),
                words.say("claims.file.title", claim.number()),
                Standing.of(claim, words).title(),
                head(claim, words),
                chapters(claim, files, offers, told, words),
                ofStaff(timeline),
                written(claim, record(claim, files, offers, told)),
                words);
    }

    private String written(Claim claim, Kept kept) {
        ObjectNode written = json.valueToTree(kept);
        parts.forEach(part -> written.putPOJO(part.name(), part.forCustomer(claim)));
        return json.writeValueAsString(written);
    }

    /** Something that happened, as the customer is told it. */
    private record Told(
            Instant at,
            boolean byCustomer,
            String by,
            String text,
            @Nullable String note,
            boolean decision) {}

    private static List<Told> told(List<Story.Told> story, List<Entry> timeline, Shop shop, Words words) {
        Map<Integer, Entry> entries = timeline.stream().collect(Collectors.toMap(Entry::sequence, entry -> entry));
        return story.stream()
                .map(told -> {
                    var entry = Objects.requireNonNull(entries.get(told.sequence()));
                    boolean byCustomer = entry.actor() instanceof Actor.Customer;
                    return new Told(
                            told.at(),
                            byCustomer,
                            byCustomer ? words.say("portal.file.you") : shop.name(),
                            told.text(),
                            told.more(),
                            DECISIONS.contains(entry.event().getClass()));
                })
                .toList();
    }

    /** An offer that reached the customer. */
    private record Made(
            Offer offer,
            String what,
            @Nullable String suggested,
            @Nullable Agreed agreed) {}

    private record Agreed(Instant at, String text) {}

    private List<Made> offers(Claim claim, List<Entry> timeline, Words words) {
        var shown = new HashSet<UUID>();
        for (var entry : timeline) {
            if (entry.event() instanceof ClaimEvent.RemedyOffered(var id, var _, var _, var needed, var _, var _)
                    && !needed) {
                shown.add(id);
            }
            if (entry.event() instanceof ClaimEvent.OfferApproved(var id, var _, var _, var _)) {
                shown.add(id);
            }
        }
        var plans = pages.plans(claim, TrackPages.NO_CHOICE, words);
        return claim.offers().stream()
                .filter(offer -> shown.contains(offer.id()))
                .map(offer -> {
                    var wish = offer.wish();
                    return new Made(
                            offer,
                            String.join(" ", plans.gets(offer.plan())),
                            wish == null || wish.isNothing() ? null : String.join(" ", plans.gets(wish)),
                            agreed(offer, timeline));
                })
                .toList();
    }

    private static @Nullable Agreed agreed(Offer offer, List<Entry> timeline) {
        return timeline.stream()
                .flatMap(entry -> entry.event() instanceof ClaimEvent.RemedyAgreed(var id, var _, var text)
                                && id.equals(offer.id())
                        ? Stream.of(new Agreed(entry.at(), text))
                        : Stream.empty())
                .findFirst()
                .orElse(null);
    }

    /** Files that somebody of the staff added: their camera is nobody else's business. */
    private static Set<EvidenceId> ofStaff(List<Entry> timeline) {
        return timeline.stream()
                .filter(entry -> entry.actor() instanceof Actor.Staff)
                .flatMap(entry ->
                        entry.event() instanceof ClaimEvent.EvidenceAdded(var files) ? files.stream() : Stream.empty())
                .collect(Collectors.toSet());
    }

    private static List<Fact> head(Claim claim, Words words) {
        var facts = new ArrayList<Fact>();
        Optional.ofNullable(claim.filing().orderNumber())
                .ifPresent(number -> facts.add(new Fact(words.say("claims.file.order"), number)));
        facts.add(new Fact(words.say("claims.file.filed"), words.time(claim.filedAt())));
        facts.add(new Fact(
                words.say("claims.file.demand"),
                words.say("portal.demand", claim.filing().demand())));
        return facts;
    }

    private List<Chapter> chapters(
            Claim claim, List<EvidenceItem> files, List<Made> offers, List<Told> told, Words words) {
        var all = new ArrayList<Chapter>();
        all.add(report(claim, words));
        if (!files.isEmpty()) {
            all.add(new Chapter(
                    words.say("portal.sum.photos"),
                    List.of(new Chapter.Pictures(files.stream()
                            .map(item -> new Chapter.Picture(
                                    item.id(),
                                    item.isShown(),
                                    words.say("claims.evidence", item.kind()) + "\n" + words.time(item.receivedAt())))
                            .toList()))));
        }
        if (!offers.isEmpty()) {
            all.add(new Chapter(
                    words.say("portal.file.offers"),
                    offers.stream().flatMap(made -> offer(made, words)).toList()));
        }
        var decided = told.stream().filter(Told::decision).toList();
        if (!decided.isEmpty()) {
            all.add(new Chapter(words.say("claims.file.decisions"), List.of(moments(decided, words))));
        }
        chapters.forEach(chapter -> chapter.forCustomer(claim, words).ifPresent(all::add));
        all.add(new Chapter(words.say("portal.file.story"), List.of(moments(told, words))));
        return all;
    }

    private Chapter report(Claim claim, Words words) {
        var parts = new ArrayList<Part>();
        if (!claim.filing().statement().isBlank()) {
            parts.add(new Chapter.Quote(null, claim.filing().statement()));
        }
        var lines = pages.lines(claim, words);
        if (!lines.isEmpty()) {
            parts.add(new Chapter.Table(
                    List.of(
                            words.say("portal.file.article"),
                            words.say("portal.file.problem"),
                            words.say("portal.file.came")),
                    lines.stream()
                            .map(line -> List.of(
                                    line.ordered(), line.problem(), Objects.requireNonNullElse(line.came(), "")))
                            .toList(),
                    3));
        }
        return new Chapter(words.say("portal.report.title"), parts);
    }

    private static Stream<Part> offer(Made made, Words words) {
        var parts = new ArrayList<Part>();
        parts.add(new Chapter.Facts(List.of(new Fact(
                words.say("portal.file.offer", made.offer().version()),
                words.say("claims.offer", made.offer().state())))));
        parts.add(new Chapter.Paragraph(made.what()));
        if (made.suggested() != null) {
            parts.add(new Chapter.Paragraph(words.say("portal.file.suggested", made.suggested())));
        }
        var agreed = made.agreed();
        if (agreed != null) {
            parts.add(new Chapter.Quote(words.say("portal.file.agreed", words.time(agreed.at())), agreed.text()));
        }
        return parts.stream();
    }

    private static Chapter.Moments moments(List<Told> told, Words words) {
        return new Chapter.Moments(told.stream()
                .map(each -> new Chapter.Moment(words.time(each.at()), each.by(), each.text(), each.note()))
                .toList());
    }

    private record Kept(
            String number,
            ClaimState.Name state,
            @Nullable String orderNumber,
            Instant filedAt,
            Demand demand,
            String statement,
            List<Line> lines,
            List<FileRecord> evidence,
            List<OfferRecord> offers,
            List<Happened> story) {}

    private record Line(@Nullable String sku, int quantity, Problem problem) {}

    private record FileRecord(EvidenceKind kind, String mediaType, Instant receivedAt) {}

    private record OfferRecord(
            int version,
            Offer.State state,
            String text,
            @Nullable String suggested,
            @Nullable Agreed agreed) {}

    private record Happened(
            Instant at, String by, String text, @Nullable String note) {}

    private static Kept record(Claim claim, List<EvidenceItem> files, List<Made> offers, List<Told> told) {
        var filing = claim.filing();
        return new Kept(
                claim.number(),
                claim.state().name(),
                filing.orderNumber(),
                claim.filedAt(),
                filing.demand(),
                filing.statement(),
                filing.lines().stream()
                        .map(line -> new Line(
                                line.sku() == null ? null : line.sku().value(), line.quantity(), line.problem()))
                        .toList(),
                files.stream()
                        .map(item -> new FileRecord(item.kind(), item.mediaType(), item.receivedAt()))
                        .toList(),
                offers.stream()
                        .map(made -> new OfferRecord(
                                made.offer().version(),
                                made.offer().state(),
                                made.what(),
                                made.suggested(),
                                made.agreed()))
                        .toList(),
                told.stream()
                        .map(each -> new Happened(
                                each.at(), each.byCustomer() ? "CUSTOMER" : "SHOP", each.text(), each.note()))
                        .toList());
    }
}
