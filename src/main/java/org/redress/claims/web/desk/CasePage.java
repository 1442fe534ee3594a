package org.redress.claims.web.desk;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Account;
import org.redress.claims.Assessment;
import org.redress.claims.Claim;
import org.redress.claims.ClaimAct;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimPanel.Column;
import org.redress.claims.ClaimPanel.Placed;
import org.redress.claims.Containment;
import org.redress.claims.Entry;
import org.redress.claims.Feelings;
import org.redress.claims.Filing;
import org.redress.claims.LegalFlag;
import org.redress.claims.Offer;
import org.redress.claims.Owed;
import org.redress.claims.PlanWords;
import org.redress.claims.StatementReading;
import org.redress.claims.Verification;
import org.redress.claims.Verification.Difference;
import org.redress.claims.Verification.Discrepancy;
import org.redress.claims.Verification.Stage;
import org.redress.evidence.CodePlace;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.Likeness;
import org.redress.kernel.Gtin;
import org.redress.kernel.Phrase;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.StockLevel;
import org.redress.remedy.RemedyChoice;
import org.redress.remedy.RemedyOption;
import org.redress.remedy.RemedyPlan;
import org.redress.traces.Parcel;
import org.redress.ui.Frame;
import org.redress.ui.Ledger;
import org.redress.ui.Panel;
import org.redress.ui.Words;

/**
 * One claim on one screen: what happened, why, and how it is made right.
 *
 * @param order null where we do not know it
 * @param assignee who takes care of it, or null
 * @param twins other claims that hold the very same file or a picture like it, by file: a question for a person
 * @param joined the files of the other claims that go on under this one
 * @param staff what each of them is called
 * @param others claims on the same order
 * @param coded what the codes on the pictures stand for
 * @param reading what the words say of which the claim itself says nothing, or null
 */
public record CasePage(
        Frame frame,
        Claim claim,
        @Nullable Order order,
        Verification verification,
        Assessment assessment,
        List<LegalFlag> flags,
        List<Feelings.Feeling> feelings,
        List<Containment> containments,
        Phrase atOnce,
        Ledger ledger,
        List<EvidenceItem> files,
        List<Parcel> parcels,
        Map<EvidenceId, List<Twin>> twins,
        RemedyChoice choice,
        Map<Sku, StockLevel> stock,
        Timeline timeline,
        Set<ClaimAct> acts,
        @Nullable String assignee,
        List<Account> agents,
        Map<UUID, String> staff,
        List<Claim> others,
        Map<UUID, List<EvidenceItem>> joined,
        List<Placed> panels,
        @Nullable StatementReading reading,
        Names names,
        Map<Gtin, String> coded) {

    /** Another claim with the same file, or a picture like it. */
    public record Twin(UUID claim, String number, Likeness likeness) {}

    /** Whether a file is still being read, so that the page should look again. */
    public boolean isReading() {
        return files.stream().anyMatch(file -> file.readState() == EvidenceItem.ReadState.PENDING);
    }

    /** What happened between the reader's look and their act that was refused, or null. */
    public @Nullable Meanwhile meanwhile() {
        return Meanwhile.of(frame.typed(), timeline, this::isShown);
    }

    /** Whether the act has its form on the page. */
    private boolean isShown(ClaimAct act) {
        return may(act)
                && switch (act) {
                    case MAKE_OFFER -> !choice.options().isEmpty();
                    case ESCALATE -> !claim.escalated();
                    default -> true;
                };
    }

    /** What is written at a code that is drawn on its picture: its text, and the article's name where we know it. */
    public String label(EvidenceItem file, CodePlace place) {
        return file.barcodes().stream()
                .filter(code -> code.text().equals(place.text()))
                .map(EvidenceItem.Barcode::gtin)
                .flatMap(Stream::ofNullable)
                .map(coded::get)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(name -> place.text() + " · " + name)
                .orElse(place.text());
    }

    public List<Twin> twins(EvidenceItem file) {
        return twins.getOrDefault(file.id(), List.of());
    }

    /** The earlier claim whose replacement this one is about, or null. */
    public @Nullable Claim followed() {
        return others.stream()
                .filter(other -> other.id().equals(claim.follows()))
                .findFirst()
                .orElse(null);
    }

    /** The option that is ticked: what the customer suggested last, else what they asked for, else the least that was not offered before. */
    public String preferred() {
        var options = choice.options();
        var offered = claim.offers().stream().map(Offer::plan).toList();
        var suggested = options.stream()
                .filter(option -> option.plan().equals(claim.wish()))
                .findFirst();
        return suggested
                .or(() -> choice.wish() instanceof RemedyChoice.Wish.Granted(var id)
                        ? choice.option(id)
                        : Optional.empty())
                .or(() -> options.stream()
                        .filter(option -> !offered.contains(option.plan()))
                        .findFirst())
                .or(() -> options.stream().findFirst())
                .map(RemedyOption::optionId)
                .orElse("");
    }

    /** Why the wish cannot be had, with articles by the names that people know. */
    public String whyNot(RemedyChoice.Wish.NotPossible no) {
        return choice.lacking().stream()
                .filter(lacking -> lacking.sentence().equals(no.reason()))
                .map(this::say)
                .findFirst()
                .orElseGet(() -> frame.words().say(no.reason()));
    }

    /** Articles that cannot be sent, without the one that the answer to the wish names already. */
    public List<String> lacking() {
        var said = choice.wish() instanceof RemedyChoice.Wish.NotPossible(var reason) ? reason : null;
        return choice.lacking().stream()
                .filter(lacking -> !lacking.sentence().equals(said))
                .map(this::say)
                .toList();
    }

    private String say(RemedyChoice.Lacking lacking) {
        return frame.words().say("desk.options.lacking", names.of(lacking.sku()), lacking.stock());
    }

    /** What was last reported of the articles that the claim is about, and when. */
    public List<String> reported() {
        var words = frame.words();
        return claim.filing().lines().stream()
                .map(Filing.Line::sku)
                .flatMap(Stream::ofNullable)
                .distinct()
                .map(stock::get)
                .flatMap(Stream::ofNullable)
                .map(level -> {
                    var report = level.report();
                    return words.say(
                            words.isPast(level.usableUntil()) ? "desk.options.stock.old" : "desk.options.stock",
                            names.of(report.sku()),
                            report.units(),
                            words.fromNow(report.reportedAt()),
                            report.source());
                })
                .toList();
    }

    public boolean may(ClaimAct act) {
        return acts.contains(act);
    }

    public String customer() {
        return Contacts.customer(claim);
    }

    public String say(RemedyPlan plan) {
        return PlanWords.say(plan, frame.words(), names::of);
    }

    /** A line for each remedy. */
    public List<String> lines(RemedyPlan plan) {
        return plan.remedies().stream()
                .map(remedy -> PlanWords.say(remedy, frame.words(), names::of))
                .toList();
    }

    public List<Panel> panels(Column column) {
        return panels.stream()
                .filter(placed -> placed.column() == column)
                .map(Placed::panel)
                .toList();
    }

    /** The other offers, the newest first. */
    public List<Offer> pastOffers() {
        return claim.offers().reversed().stream()
                .filter(offer -> !offer.equals(claim.currentOffer()))
                .toList();
    }

    /** What the customer wrote with their answer; of an offer they agreed to the very text they read. */
    public @Nullable String answerTo(Offer offer) {
        return timeline.entries().stream()
                .map(Entry::event)
                .flatMap(event -> switch (event) {
                    case ClaimEvent.RemedyAgreed(var id, var _, var text) when id.equals(offer.id()) -> Stream.of(text);
                    case ClaimEvent.OfferDeclined(var id, var note)
                    when id.equals(offer.id()) -> Stream.ofNullable(note);
                    case ClaimEvent.OfferCountered(var id, var _, var note)
                    when id.equals(offer.id()) -> Stream.ofNullable(note);
                    default -> Stream.<String>empty();
                })
                .findFirst()
                .orElse(null);
    }

    /** The other claims that go on under this one. */
    public List<Claim> joinedClaims() {
        return others.stream().filter(other -> joined.containsKey(other.id())).toList();
    }

    public List<EvidenceItem> joinedFiles(Claim other) {
        return joined.getOrDefault(other.id(), List.of());
    }

    /** When it was put to the customer, or to whoever approves it first. */
    public @Nullable Instant madeAt(Offer offer) {
        return timeline.entries().stream()
                .filter(entry -> entry.event() instanceof ClaimEvent.RemedyOffered made
                        && made.offer().equals(offer.id()))
                .map(Entry::at)
                .findFirst()
                .orElse(null);
    }

    /** Whether anything is still owed to anybody. */
    public boolean isOpen() {
        return claim.owed().by() != Owed.Party.NOBODY;
    }

    /** Whether somebody else has to look: proposers do not approve their own offers. */
    public boolean isOwn(Offer offer, String identity) {
        return offer.proposer().equals(identity);
    }

    /** The ledger's table: columns that no station has filled are left out rather than shown as a row of unknowns. */
    static Ledger ledger(Verification verification, Words words) {
        var rows = verification.discrepancies();
        var stages = Arrays.stream(Stage.values())
                .filter(stage -> stage == Stage.ORDERED
                        || stage == Stage.RECEIVED
                        || rows.stream().anyMatch(row -> row.units(stage) != null))
                .toList();
        var names = rows.stream()
                .filter(row -> row.sku() != null)
                .collect(Collectors.toMap(row -> String.valueOf(row.sku()), Discrepancy::name, (one, _) -> one));
        return new Ledger(
                stages.stream()
                        .map(stage -> words.say("desk.ledger." + stage.name().toLowerCase(Locale.ROOT)))
                        .toList(),
                rows.stream()
                        .map(row -> new Ledger.Row(
                                row.name(),
                                row.name().equals(row.sku()) ? null : row.sku(),
                                note(row, names, words),
                                stages.stream()
                                        .map(stage -> cell(row, stage, words))
                                        .toList()))
                        .toList());
    }

    private static @Nullable String note(Discrepancy row, Map<String, String> names, Words words) {
        if (row.difference() == Difference.NONE || row.difference() == Difference.UNKNOWN) {
            return null;
        }
        var what = words.say("claims.difference", row.difference());
        var twin = row.lookAlikeOf();
        return twin == null ? what : words.say("desk.ledger.look-alike", what, names.getOrDefault(twin, twin));
    }

    private static Ledger.Cell cell(Discrepancy row, Stage stage, Words words) {
        var count = row.units(stage);
        if (stage == Stage.RECEIVED && count == null) {
            return new Ledger.Cell(null, Ledger.Tone.UNKNOWN, words.say("desk.ledger.unknown"));
        }
        var source = row.stations().stream()
                .filter(station -> station.stage() == stage)
                .findFirst()
                .map(station -> source(station, words))
                .orElse(null);
        if (stage == Stage.RECEIVED) {
            return new Ledger.Cell(count, row.differs() ? Ledger.Tone.DIFFERS : Ledger.Tone.AGREES, source);
        }
        var differs = stage != Stage.ORDERED && count != null && row.ordered() != null && !count.equals(row.ordered());
        return new Ledger.Cell(count, differs ? Ledger.Tone.DIFFERS : Ledger.Tone.PLAIN, source);
    }

    /** "by the picker’s line, 24 Nov 2026, 09:12; sure to 80 %". */
    private static String source(Verification.Station station, Words words) {
        var by = words.say("claims.source", station.source());
        var sure = Math.round(station.confidence() * 100);
        var at = station.at();
        return at == null
                ? words.say("desk.ledger.source", by, sure)
                : words.say("desk.ledger.source-at", by, words.moment(at), sure);
    }
}
