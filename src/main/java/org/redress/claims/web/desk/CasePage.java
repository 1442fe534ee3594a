package org.redress.claims.web.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Account;
import org.redress.claims.Claim;
import org.redress.claims.ClaimAct;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimPanel.Column;
import org.redress.claims.Entry;
import org.redress.claims.Offer;
import org.redress.claims.Owed;
import org.redress.claims.PlanWords;
import org.redress.claims.StatementReading;
import org.redress.claims.Verification;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.Likeness;
import org.redress.orders.Order;
import org.redress.remedy.RemedyChoice;
import org.redress.remedy.RemedyPlan;
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
 * @param staff what each of them is called
 * @param others claims on the same order
 * @param reading what the words say of which the claim itself says nothing, or null
 */
public record CasePage(
        Frame frame,
        Claim claim,
        @Nullable Order order,
        Verification verification,
        Ledger ledger,
        List<EvidenceItem> files,
        Map<EvidenceId, List<Twin>> twins,
        RemedyChoice choice,
        List<Entry> timeline,
        Set<ClaimAct> acts,
        @Nullable String assignee,
        List<Account> agents,
        Map<UUID, String> staff,
        List<Claim> others,
        List<Placed> panels,
        @Nullable StatementReading reading,
        Names names) {

    /** A panel of an upper floor and its column. */
    public record Placed(Column column, Panel panel) {}

    /** Another claim with the same file, or a picture like it. */
    public record Twin(UUID claim, String number, Likeness likeness) {}

    /** Whether a file is still being read, so that the page should look again. */
    public boolean isReading() {
        return files.stream().anyMatch(file -> file.readState() == EvidenceItem.ReadState.PENDING);
    }

    public List<Twin> twins(EvidenceItem file) {
        return twins.getOrDefault(file.id(), List.of());
    }

    public boolean may(ClaimAct act) {
        return acts.contains(act);
    }

    public String customer() {
        return QueuePages.customer(claim);
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

    /** When it was put to the customer, or to whoever approves it first. */
    public @Nullable Instant madeAt(Offer offer) {
        return timeline.stream()
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
        var columns = List.of(
                new Count("desk.ledger.ordered", Verification.Discrepancy::ordered),
                new Count("desk.ledger.picked", Verification.Discrepancy::picked),
                new Count("desk.ledger.packed", Verification.Discrepancy::packed),
                new Count("desk.ledger.shipped", Verification.Discrepancy::shipped),
                new Count("desk.ledger.received", Verification.Discrepancy::received));
        var filled = columns.stream()
                .filter(column -> column.isReceived()
                        || rows.stream().anyMatch(row -> column.units().apply(row) != null))
                .toList();
        return new Ledger(
                filled.stream().map(column -> words.say(column.key())).toList(),
                rows.stream()
                        .map(row -> new Ledger.Row(
                                row.name(),
                                row.name().equals(row.sku()) ? null : row.sku(),
                                filled.stream()
                                        .map(column -> cell(row, column, words))
                                        .toList()))
                        .toList());
    }

    private record Count(String key, java.util.function.Function<Verification.Discrepancy, @Nullable Integer> units) {
        boolean isReceived() {
            return key.endsWith("received");
        }
    }

    private static Ledger.Cell cell(Verification.Discrepancy row, Count column, Words words) {
        var count = column.units().apply(row);
        if (!column.isReceived()) {
            return new Ledger.Cell(count, Ledger.Tone.PLAIN, null);
        }
        var source = words.say("claims.source", row.source());
        if (count == null) {
            return new Ledger.Cell(null, Ledger.Tone.UNKNOWN, words.say("desk.ledger.unknown"));
        }
        return new Ledger.Cell(count, row.differs() ? Ledger.Tone.DIFFERS : Ledger.Tone.AGREES, source);
    }
}
