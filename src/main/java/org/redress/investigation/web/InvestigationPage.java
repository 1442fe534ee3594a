package org.redress.investigation.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.claims.CauseCode;
import org.redress.claims.Claim;
import org.redress.investigation.AtRisk;
import org.redress.investigation.Exhibit;
import org.redress.investigation.HeldOrders;
import org.redress.investigation.Investigation;
import org.redress.investigation.Investigation.Fact;
import org.redress.investigation.Investigation.InMechanism;
import org.redress.investigation.Investigation.InStage;
import org.redress.investigation.Investigation.Status;
import org.redress.investigation.Mechanism;
import org.redress.investigation.NextEvidence;
import org.redress.investigation.SlotMap;
import org.redress.investigation.SlotMap.Role;
import org.redress.investigation.Task;
import org.redress.investigation.TaskQuestion;
import org.redress.investigation.TaskWords;
import org.redress.orders.OrderLink;
import org.redress.traces.Place;
import org.redress.ui.Frame;

/**
 * What the case page says of the cause.
 *
 * @param tasks what somebody was asked, the newest first
 * @param held orders that the claim holds back
 * @param heldByAny the same for all claims, of the orders at risk
 * @param mayConfirm whether this viewer may say what it was
 */
public record InvestigationPage(
        Frame frame,
        Claim claim,
        Exhibit exhibit,
        List<Asked> tasks,
        HeldOrders held,
        HeldOrders heldByAny,
        boolean mayConfirm) {
    /** A task that was not taken back, and how it is said. */
    public record Asked(Task task, TaskWords says) {}

    /** What is less probable is not drawn. */
    private static final double DRAWN = 0.02;

    /** What tells less is neither for nor against, in decibans. */
    private static final double TELLING = 1;

    public Investigation found() {
        return exhibit.found();
    }

    public boolean hasMap() {
        return exhibit.map().isPresent();
    }

    public SlotMap map() {
        return exhibit.map().orElseThrow();
    }

    public SlotDrawing drawing() {
        return SlotDrawing.of(map());
    }

    /** The map in one sentence, for whoever does not see it. */
    public String mapSentence() {
        var words = frame.words();
        var map = map();
        var pick = words.say(Place.of(map.places().getFirst().uri()));
        if (map.metres() == null || map.received() == null) {
            return words.say("investigation.map.says.pick", map.ordered(), pick);
        }
        var near = map.places().stream()
                .filter(place -> place.is(Role.RECEIVED))
                .min(Comparator.comparingDouble(map::metresTo))
                .orElseThrow();
        return near.is(Role.PICK)
                ? words.say("investigation.map.says.same", map.ordered(), pick, map.received())
                : words.say(
                        "investigation.map.says",
                        map.ordered(),
                        pick,
                        map.received(),
                        words.say(Place.of(near.uri())),
                        Math.round(map.metres() * 10) / 10.0);
    }

    /** A line below the map: a shape as it stands on it, and what it means. */
    public record Key(Set<Role> roles, String says) {
        public boolean is(Role role) {
            return roles.contains(role);
        }
    }

    /** Each shape once, with all the places that bear it. */
    public List<Key> keys(SlotDrawing drawing) {
        var words = frame.words();
        var keys = new ArrayList<Key>();
        keys.add(new Key(
                Set.of(Role.PICK), words.say("investigation.map.PICK", map().ordered(), named(drawing, Role.PICK))));
        if (map().received() != null) {
            if (map().places().getFirst().is(Role.RECEIVED)) {
                keys.add(new Key(
                        Set.of(Role.PICK, Role.RECEIVED),
                        words.say("investigation.map.RECEIVED.too", map().received())));
            }
            var elsewhere = named(drawing, Role.RECEIVED);
            if (!elsewhere.isEmpty()) {
                keys.add(new Key(
                        Set.of(Role.RECEIVED), words.say("investigation.map.RECEIVED", map().received(), elsewhere)));
            }
        }
        if (!named(drawing, Role.AVOIDED).isEmpty()) {
            keys.add(new Key(
                    Set.of(Role.AVOIDED), words.say("investigation.map.AVOIDED", named(drawing, Role.AVOIDED))));
        }
        if (!named(drawing, Role.BENCH).isEmpty()) {
            keys.add(new Key(Set.of(Role.BENCH), words.say("investigation.map.BENCH", named(drawing, Role.BENCH))));
        }
        return keys;
    }

    private List<String> named(SlotDrawing drawing, Role role) {
        return drawing.marks().stream()
                .map(SlotDrawing.Mark::place)
                .filter(place -> place.is(role) && (role != Role.RECEIVED || !place.is(Role.PICK)))
                .map(place -> frame.words().say(Place.of(place.uri())))
                .toList();
    }

    /** What lies outside the frame, in words. */
    public List<String> away(SlotDrawing drawing) {
        var words = frame.words();
        return drawing.away().stream()
                .map(place -> words.say(
                        place.is(Role.BENCH) ? "investigation.map.away.BENCH" : "investigation.map.away.RECEIVED",
                        Place.of(place.uri()),
                        Math.round(map().metresTo(place)),
                        String.valueOf(map().received())))
                .toList();
    }

    /** "If it names another order: Packing 93%". */
    public List<Then> outcomes(NextEvidence what) {
        var words = frame.words();
        return exhibit.outcomes().getOrDefault(what, List.of()).stream()
                .map(outcome -> new Then(
                        words.say("investigation.if."
                                + (outcome.present() == null
                                        ? what.name()
                                        : outcome.present().code())),
                        outcome.stage() == null
                                ? words.say("investigation.if.open")
                                : words.say(
                                        "investigation.if.stage",
                                        words.say("investigation.stage", outcome.stage()),
                                        words.percent(outcome.probability()))))
                .toList();
    }

    /** What an answer would lead to. */
    public record Then(String answer, String leads) {}

    public List<InStage> stages() {
        return found().stages().stream()
                .filter(each -> each.probability() >= DRAWN)
                .toList();
    }

    /** The first three, without one that nobody may conclude. */
    public List<InMechanism> mechanisms() {
        return found().mechanisms().stream()
                .filter(each -> each.mechanism() != Mechanism.FC)
                .filter(each -> each.probability() >= DRAWN)
                .limit(3)
                .toList();
    }

    public List<Fact> factsFor() {
        return found().facts().stream()
                .filter(fact -> fact.forLeading() >= TELLING)
                .sorted(Comparator.comparingDouble(Fact::forLeading).reversed())
                .toList();
    }

    public List<Fact> factsAgainst() {
        return found().facts().stream()
                .filter(fact -> fact.forLeading() <= -TELLING)
                .sorted(Comparator.comparingDouble(Fact::forLeading))
                .toList();
    }

    /** Known, and telling nothing either way. */
    public List<Fact> factsBeside() {
        return found().facts().stream()
                .filter(fact -> fact.present() != null && Math.abs(fact.forLeading()) < TELLING)
                .toList();
    }

    public List<Fact> unknown() {
        return found().facts().stream().filter(fact -> fact.present() == null).toList();
    }

    public List<Investigation.Evidence> next() {
        return found().status() == Status.CONFIRMED
                ? List.of()
                : found().nextEvidence().stream().limit(Exhibit.MOST_EVIDENCE).toList();
    }

    public RiskRows atRisk() {
        return RiskRows.of(found().atRisk());
    }

    /** "Red mug: 30 · Blue mug: 6 · Jo 7", of a task that was answered. */
    public String found(Asked asked) {
        var words = frame.words();
        return Stream.concat(
                        asked.says().answer().stream().map(words::say),
                        Stream.ofNullable(asked.task().endedBy()))
                .collect(Collectors.joining(" · "));
    }

    /** Where the order is looked for. */
    public String order(AtRisk each) {
        return OrderLink.to(each.orderNumber());
    }

    /** Whether this viewer can ask for it: it takes a task, and nobody is asked the same already. */
    public boolean mayAsk(NextEvidence what) {
        return mayConfirm
                && what.task() != null
                && tasks.stream()
                        .map(Asked::task)
                        .noneMatch(task -> task.state() == Task.State.OPEN && task.question() == what.task());
    }

    /** Whether orders wait that nobody was asked to put aside. */
    public boolean mayHold() {
        return mayConfirm
                && found().atRisk().stream()
                        .anyMatch(each -> !each.shipped() && heldByAny.of(each.orderNumber()) == null);
    }

    public boolean mayRelease() {
        return mayConfirm && held.any();
    }

    /** The lots under suspicion that nobody was asked to take out, by the slot where they lie. */
    public Map<String, String> lots() {
        var lots = new LinkedHashMap<String, String>();
        if (mayConfirm && found().avoid().lots().size() == 1) {
            var lot = found().avoid().lots().iterator().next();
            found().avoid().slots().stream().sorted().forEach(slot -> lots.put(slot, lot));
            tasks.stream()
                    .map(Asked::task)
                    .filter(task -> task.question() == TaskQuestion.QUARANTINE_LOT)
                    .forEach(task -> lots.remove(task.subject().slot()));
        }
        return lots;
    }

    public String place(String slot) {
        return frame.words().say(Place.of(slot));
    }

    public String tone() {
        return switch (found().status()) {
            case CONFIRMED, ESTABLISHED -> "agrees";
            case PROBABLE -> "yours";
            case UNDETERMINED -> "unknown";
        };
    }

    public List<CauseCode> likelyCauses() {
        return OfferedCauses.of(
                found(), mechanisms().stream().map(InMechanism::mechanism).toList());
    }

    /** How many lines of the claim are about wrong goods; the cause is that of the first. */
    public long wrongLines() {
        return claim.filing().lines().stream()
                .filter(line -> line.problem().isWrongShipment())
                .count();
    }

    /** What became of the orders that were to be put aside, as far as anything did. */
    public String heldSaid() {
        var words = frame.words();
        var tally = held.tally();
        var said = new ArrayList<String>();
        Map.of("aside", tally.aside(), "gone", tally.gone(), "open", tally.asked()).entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(each -> words.say("investigation.asked.holds." + each.getKey(), each.getValue()))
                .forEach(said::add);
        return words.list(said);
    }

    public List<String> avoided() {
        var words = frame.words();
        var avoided = new ArrayList<String>();
        found().avoid().slots().stream()
                .sorted()
                .map(slot -> words.say(Place.of(slot)))
                .forEach(avoided::add);
        found().avoid().lots().stream()
                .sorted()
                .map(lot -> words.say("investigation.lot", lot))
                .forEach(avoided::add);
        return avoided;
    }

    public List<String> escaped() {
        return found().escape().stream()
                .sorted()
                .flatMap(control -> Stream.of(frame.words().say("investigation.control", control)))
                .toList();
    }
}
