package org.redress.claims.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Chapter;
import org.redress.claims.Chapter.Fact;
import org.redress.claims.Chapter.Part;
import org.redress.claims.Chapter.Tone;
import org.redress.claims.Claim;
import org.redress.claims.ClaimEvent;
import org.redress.claims.Dossier;
import org.redress.claims.Entry;
import org.redress.claims.EventWords;
import org.redress.claims.Filing;
import org.redress.claims.Offer;
import org.redress.claims.PlanWords;
import org.redress.claims.Verification.Difference;
import org.redress.claims.Verification.Discrepancy;
import org.redress.claims.Verification.Outcome;
import org.redress.claims.Verification.Stage;
import org.redress.evidence.EvidenceItem;
import org.redress.kernel.Actor;
import org.redress.kernel.Sku;
import org.redress.remedy.RemedyPlan;
import org.redress.ui.Words;

/** What stands in a claim's whole file as staff hand it on. */
final class StaffChapters {
    /** What somebody decided, as against what was said, sent or found. */
    private static final Set<Class<? extends ClaimEvent>> DECISIONS = Set.of(
            ClaimEvent.ClaimAccepted.class,
            ClaimEvent.ClaimRejected.class,
            ClaimEvent.RejectionConfirmed.class,
            ClaimEvent.RejectionOverruled.class,
            ClaimEvent.ExecutionStopped.class,
            ClaimEvent.ClaimMerged.class,
            ClaimEvent.ClaimSeparated.class,
            ClaimEvent.RemedyOffered.class,
            ClaimEvent.OfferApproved.class,
            ClaimEvent.ApprovalRefused.class,
            ClaimEvent.RemedyAgreed.class,
            ClaimEvent.OfferDeclined.class,
            ClaimEvent.OfferCountered.class,
            ClaimEvent.OfferWithdrawn.class,
            ClaimEvent.ClaimClosed.class,
            ClaimEvent.ClaimWithdrawn.class,
            ClaimEvent.ClaimReopened.class,
            ClaimEvent.ClaimAppealed.class,
            ClaimEvent.ClaimEscalated.class);

    private final Claim claim;
    private final Dossier dossier;
    private final List<Entry> timeline;
    private final Map<UUID, String> roles;
    private final Function<Sku, String> names;
    private final Words words;

    StaffChapters(
            Claim claim,
            Dossier dossier,
            List<Entry> timeline,
            Map<UUID, String> roles,
            Function<Sku, String> names,
            Words words) {
        this.claim = claim;
        this.dossier = dossier;
        this.timeline = EventWords.told(timeline);
        this.roles = roles;
        this.names = names;
        this.words = words;
    }

    List<Fact> head() {
        var filing = claim.filing();
        var facts = new ArrayList<Fact>();
        add(facts, "order", filing.orderNumber());
        dossier.order().ifPresent(order -> add(facts, "placed", words.date(order.placedAt())));
        add(facts, "tracking", filing.trackingNumber());
        add(facts, "filed", words.time(claim.filedAt()) + ", " + words.say("claims.channel", filing.channel()));
        add(
                facts,
                "customer",
                Stream.of(
                                filing.contact().name(),
                                filing.contact().email(),
                                filing.contact().phone())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ")));
        add(facts, "demand", words.say("claims.demand", filing.demand()));
        add(facts, "verdict", words.say("claims.verdict", claim.verdict()));
        add(facts, "owed", words.say("claims.owed", claim.owed().by()));
        add(
                facts,
                "due",
                claim.owed().due() == null ? null : words.time(claim.owed().due()));
        dossier.others().stream()
                .filter(other -> other.id().equals(claim.follows()))
                .forEach(first -> add(facts, "follows", first.number()));
        return facts;
    }

    private void add(List<Fact> facts, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(new Fact(words.say("claims.file." + name), value));
        }
    }

    /** @param above what the upper floors have to say */
    List<Chapter> all(List<Chapter> above) {
        var all = new ArrayList<Chapter>();
        all.add(reported());
        all.add(ledger());
        all.add(verification());
        photos().ifPresent(all::add);
        offers().ifPresent(all::add);
        decisions().ifPresent(all::add);
        all.addAll(above);
        all.add(new Chapter(words.say("desk.case.timeline"), List.of(moments(timeline))));
        return all;
    }

    private Chapter reported() {
        var filing = claim.filing();
        var parts = new ArrayList<Part>();
        parts.add(
                filing.statement().isBlank()
                        ? new Chapter.Paragraph(words.say("desk.case.no-words"))
                        : new Chapter.Quote(null, filing.statement()));
        if (!filing.lines().isEmpty()) {
            parts.add(new Chapter.Table(
                    List.of(
                            words.say("desk.export.problem"),
                            words.say("desk.export.article"),
                            words.say("desk.export.came"),
                            words.say("desk.export.quantity")),
                    filing.lines().stream().map(this::row).toList(),
                    3));
        }
        var facts = new ArrayList<Fact>();
        var noticed = Stream.of(
                        filing.discoveredAt() == null ? null : words.time(filing.discoveredAt()),
                        filing.discoveredWhere())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        add(facts, "noticed", noticed);
        var before = filing.previousContact();
        if (before != null) {
            add(
                    facts,
                    "told-before",
                    Stream.of(before.channel(), words.time(before.at()), before.reference())
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(", ")));
        }
        if (!facts.isEmpty()) {
            parts.add(new Chapter.Facts(facts));
        }
        return new Chapter(words.say("desk.case.statement"), parts);
    }

    private List<String> row(Filing.Line line) {
        return List.of(
                words.say("claims.problem", line.problem()),
                line.sku() == null ? "" : article(line.sku()),
                came(line.received()),
                Integer.toString(line.quantity()));
    }

    private String article(Sku sku) {
        var name = names.apply(sku);
        return name.equals(sku.value()) ? name : name + " (" + sku.value() + ")";
    }

    private String came(Filing.@Nullable Received received) {
        if (received == null) {
            return "";
        }
        var sku = received.sku();
        var gtin = received.gtin();
        var what = sku != null ? article(sku) : gtin != null ? gtin.digits() : received.description();
        return what == null ? "" : words.say("claims.plan.units", received.quantity(), what);
    }

    private Chapter ledger() {
        var rows = dossier.verification().discrepancies();
        if (rows.isEmpty()) {
            return new Chapter(
                    words.say("desk.case.ledger"), List.of(new Chapter.Paragraph(words.say("desk.case.ledger-empty"))));
        }
        var stages = Arrays.stream(Stage.values())
                .filter(stage -> stage == Stage.ORDERED
                        || stage == Stage.RECEIVED
                        || rows.stream().anyMatch(row -> row.units(stage) != null))
                .toList();
        var head = new ArrayList<String>();
        head.add(words.say("desk.export.article"));
        stages.forEach(stage -> head.add(words.say("desk.ledger." + stage.name().toLowerCase(Locale.ROOT))));
        return new Chapter(
                words.say("desk.case.ledger"),
                List.of(new Chapter.Table(
                        head, rows.stream().map(row -> row(row, stages)).toList(), 1)));
    }

    private List<String> row(Discrepancy row, List<Stage> stages) {
        var cells = new ArrayList<String>();
        var name = row.sku() == null || row.sku().equals(row.name()) ? row.name() : row.name() + " (" + row.sku() + ")";
        cells.add(
                row.difference() == Difference.NONE
                        ? name
                        : name + "\n" + words.say("claims.difference", row.difference()));
        stages.forEach(stage -> {
            var units = row.units(stage);
            cells.add(units == null ? "–" : Integer.toString(units));
        });
        return cells;
    }

    private Chapter verification() {
        var verification = dossier.verification();
        var parts = new ArrayList<Part>();
        parts.add(new Chapter.Paragraph(Stream.concat(
                        Stream.of(words.say("claims.verdict", verification.verdict()) + "."),
                        dossier.assessment().reasons().stream().map(words::say))
                .collect(Collectors.joining(" "))));
        parts.add(new Chapter.Judged(verification.checks().stream()
                .map(check -> new Chapter.Judgement(
                        tone(check.outcome()),
                        words.say("claims.outcome", check.outcome()),
                        words.say(check.explanation())))
                .toList()));
        return new Chapter(words.say("desk.case.checks"), parts);
    }

    private static Tone tone(Outcome outcome) {
        return switch (outcome) {
            case PASS -> Tone.GOOD;
            case FAIL -> Tone.BAD;
            case UNKNOWN -> Tone.UNKNOWN;
        };
    }

    private Optional<Chapter> photos() {
        return dossier.files().isEmpty()
                ? Optional.empty()
                : Optional.of(new Chapter(
                        words.say("desk.case.photos"),
                        List.of(new Chapter.Pictures(
                                dossier.files().stream().map(this::picture).toList()))));
    }

    private Chapter.Picture picture(EvidenceItem item) {
        var codes = item.barcodes().stream().map(EvidenceItem.Barcode::text).collect(Collectors.joining(", "));
        return new Chapter.Picture(
                item.id(),
                item.isShown(),
                Stream.of(words.say("claims.evidence", item.kind()), codes, words.time(item.receivedAt()))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n")));
    }

    private Optional<Chapter> offers() {
        if (claim.offers().isEmpty()) {
            return Optional.empty();
        }
        var parts = new ArrayList<Part>();
        for (var offer : claim.offers()) {
            parts.add(new Chapter.Facts(List.of(new Fact(
                    words.say("desk.offer.current", offer.version()),
                    words.say("claims.offer", offer.state())
                            + madeAt(offer).map(at -> ", " + words.time(at)).orElse("")))));
            parts.add(new Chapter.Paragraph(say(offer.plan())));
            var wish = offer.wish();
            if (wish != null && !wish.isNothing()) {
                parts.add(new Chapter.Paragraph(words.say("desk.options.suggested", say(wish))));
            }
            timeline.stream()
                    .filter(entry -> offer.id().equals(offer(entry.event())))
                    .forEach(entry -> {
                        var note = EventWords.note(entry.event());
                        if (note != null && !note.isBlank()) {
                            parts.add(new Chapter.Quote(
                                    by(entry.actor()) + ", " + words.time(entry.at()) + " · "
                                            + EventWords.what(entry.event(), words, roles),
                                    note));
                        }
                    });
        }
        return Optional.of(new Chapter(words.say("claims.file.offers"), parts));
    }

    private Optional<Instant> madeAt(Offer offer) {
        return timeline.stream()
                .filter(entry -> entry.event() instanceof ClaimEvent.RemedyOffered made
                        && made.offer().equals(offer.id()))
                .map(Entry::at)
                .findFirst();
    }

    /** The offer that an entry answers. */
    private static @Nullable UUID offer(ClaimEvent event) {
        if (event instanceof ClaimEvent.OfferApproved(var id, var _, var _, var _)) {
            return id;
        }
        if (event instanceof ClaimEvent.ApprovalRefused(var id, var _, var _)) {
            return id;
        }
        if (event instanceof ClaimEvent.RemedyAgreed(var id, var _, var _)) {
            return id;
        }
        if (event instanceof ClaimEvent.OfferDeclined(var id, var _)) {
            return id;
        }
        return event instanceof ClaimEvent.OfferCountered(var id, var _, var _) ? id : null;
    }

    private String say(RemedyPlan plan) {
        return PlanWords.say(plan, words, names);
    }

    private Optional<Chapter> decisions() {
        var decided = timeline.stream()
                .filter(entry -> DECISIONS.contains(entry.event().getClass()))
                .toList();
        return decided.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chapter(
                        words.say("claims.file.decisions"),
                        List.of(new Chapter.Table(
                                List.of(
                                        words.say("claims.file.when"),
                                        words.say("claims.file.who"),
                                        words.say("claims.file.what")),
                                decided.stream()
                                        .map(entry -> List.of(
                                                words.time(entry.at()),
                                                by(entry.actor()),
                                                EventWords.what(entry.event(), words, roles)))
                                        .toList(),
                                3))));
    }

    private Chapter.Moments moments(List<Entry> entries) {
        return new Chapter.Moments(entries.stream()
                .map(entry -> new Chapter.Moment(
                        words.time(entry.at()),
                        by(entry.actor()),
                        EventWords.what(entry.event(), words, roles),
                        EventWords.note(entry.event())))
                .toList());
    }

    /** By their role: a file that leaves the house names nobody of the staff. */
    private String by(Actor actor) {
        return actor instanceof Actor.Staff(var account, var _)
                ? roles.getOrDefault(account, words.say("claims.file.staff"))
                : EventWords.who(actor, words);
    }
}
