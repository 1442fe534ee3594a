package org.redress.replay.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.PlanWords;
import org.redress.kernel.Money;
import org.redress.kernel.Page;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.remedy.Area;
import org.redress.remedy.PolicyVersion;
import org.redress.replay.Change;
import org.redress.replay.Replay;
import org.redress.replay.Tally;
import org.redress.ui.Choice;
import org.redress.ui.Frame;

/** Rules tried on past claims, on the manager's screen. */
public final class ReplayPage {
    private ReplayPage() {}

    /**
     * What was tried, and the form that begins another.
     *
     * @param chosen the rules that the form begins with, as {@link #value} writes them
     * @param source that it begins with
     * @param from first day that it begins with, and {@code to} the last
     */
    public record Overview(
            Frame frame,
            Page<Replay> runs,
            List<PolicyVersion> versions,
            List<String> sources,
            String chosen,
            String source,
            String from,
            String to) {
        /** Own versions first, then the product's rules of each area. */
        public List<Choice> policies() {
            var w = frame.words();
            return Stream.concat(
                            versions.stream()
                                    .map(version -> new Choice(
                                            value(version),
                                            w.say(
                                                    "replay.choice",
                                                    version.name(),
                                                    w.say("remedy.area", version.area()),
                                                    w.say("remedy.policy.standing." + version.standing(w.today()))))),
                            Arrays.stream(Area.values())
                                    .map(area -> new Choice(
                                            area.name(), w.say("remedy.page.shipped-of", w.say("remedy.area", area)))))
                    .toList();
        }

        public List<Choice> places() {
            return sources.stream()
                    .map(source -> new Choice(source, frame.words().say("replay.source." + source)))
                    .toList();
        }
    }

    static String value(PolicyVersion version) {
        return version.area() + ":" + version.id();
    }

    /**
     * One run.
     *
     * @param effect which changes are shown; all where null
     * @param names what the articles of the changes are called
     */
    public record Run(
            Frame frame,
            Replay run,
            boolean onRecord,
            Change.@Nullable Effect effect,
            Page<Change> changes,
            Map<Sku, Product> names) {
        public String href() {
            return ReplayPages.PATH + "/" + run.id();
        }

        public String title() {
            return frame.words().say(run.policy() == null ? "replay.of.shipped" : "replay.of", run.policyName());
        }

        public Tally whole() {
            return run.whole();
        }

        public String tabs(Change.@Nullable Effect wanted) {
            return wanted == null ? href() : href() + "?effect=" + wanted;
        }

        public List<Change.Effect> effects() {
            return List.of(Change.Effect.WORSE, Change.Effect.BETTER, Change.Effect.NEITHER);
        }

        public long count(Change.@Nullable Effect wanted) {
            var whole = whole();
            return switch (wanted) {
                case null -> whole.changed();
                case BETTER -> whole.better();
                case WORSE -> whole.worse();
                case NEITHER -> whole.changed() - whole.better() - whole.worse();
            };
        }

        public String money(long minor) {
            return frame.words().money(new Money(minor, run.area().currency()));
        }

        /** A difference with its sign. */
        public String gain(long minor) {
            return sign(minor)
                    + frame.words().money(new Money(Math.abs(minor), run.area().currency()));
        }

        private static String sign(long number) {
            return number > 0 ? "+" : number < 0 ? "−" : "";
        }

        public String share(long part) {
            return whole().claims() == 0 ? "—" : frame.words().percent(part * 1.0 / whole().claims());
        }

        /** A mean of hours as days with one decimal. */
        public String days(long hours) {
            var claims = whole().claims();
            return frame.words().say("replay.days", claims == 0 ? 0 : Math.round(hours / 2.4 / claims) / 10.0);
        }

        /** What the whole run is about, a line a figure. */
        public List<Figure> figures() {
            var w = frame.words();
            var before = whole().before();
            var after = whole().after();
            var figures = new ArrayList<Figure>();
            figures.add(
                    new Figure("cost", money(before.cost()), money(after.cost()), gain(after.cost() - before.cost())));
            figures.add(new Figure(
                    "worth", money(before.worth()), money(after.worth()), gain(after.worth() - before.worth())));
            figures.add(counted("atOnce", before.atOnce(), after.atOnce()));
            figures.add(new Figure("hours", days(before.hours()), days(after.hours()), ""));
            figures.add(counted("approvals", before.approvals(), after.approvals()));
            figures.add(counted("granted", before.granted(), after.granted()));
            figures.add(counted("nothing", before.nothing(), after.nothing()));
            if (!onRecord) {
                return figures;
            }
            var expected = whole().contestedAfter();
            figures.add(new Figure(
                    "contested",
                    w.say("replay.count", whole().contested(), share(whole().contested())),
                    expected == null ? w.say("replay.unknown") : w.say("replay.about", Math.round(expected)),
                    ""));
            return figures;
        }

        private Figure counted(String name, long before, long after) {
            var w = frame.words();
            return new Figure(
                    name,
                    w.say("replay.count", before, share(before)),
                    w.say("replay.count", after, share(after)),
                    sign(after - before) + w.number(Math.abs(after - before)));
        }

        /** The groups of a dimension. */
        public List<Tally> of(Tally.Dimension dimension) {
            return run.tallies().stream()
                    .filter(tally -> tally.dimension() == dimension)
                    .toList();
        }

        public List<Tally.Dimension> dimensions() {
            return Arrays.stream(Tally.Dimension.values())
                    .filter(dimension ->
                            dimension != Tally.Dimension.ALL && !of(dimension).isEmpty())
                    .toList();
        }

        public String name(Tally tally) {
            return Groups.name(frame.words(), tally.dimension(), tally.value(), run.area());
        }

        public String plan(Change.Side side) {
            return side.plan().isNothing()
                    ? frame.words().say("replay.plan.nothing")
                    : PlanWords.say(side.plan(), frame.words(), this::called);
        }

        private String called(Sku sku) {
            var product = names.get(sku);
            return product == null ? sku.value() : product.name();
        }

        /** Who decides, when the customer has it, and whether it is their wish: what differs beside the plan. */
        public String how(Change.Side side) {
            var w = frame.words();
            var parts = new ArrayList<String>();
            parts.add(w.say(
                    side.atOnce()
                            ? "replay.how.at-once"
                            : side.approval() ? "replay.how.approval" : "replay.how.agent"));
            parts.add(w.say("replay.how.hours", Math.round(side.hours() / 2.4) / 10.0));
            if (side.granted()) {
                parts.add(w.say("replay.how.granted"));
            }
            return String.join(w.say("replay.comma"), parts);
        }

        /** The rules that stand on one side only, with a sign; else that only figures differ. */
        public String why(Change change) {
            var w = frame.words();
            var rules = Stream.concat(
                            change.before().rules().stream().map(rule -> "− " + w.say(rule.sentence())),
                            change.after().rules().stream().map(rule -> "+ " + w.say(rule.sentence())))
                    .collect(Collectors.joining("\n"));
            return rules.isEmpty() ? w.say("replay.why.figures") : rules;
        }

        /** A part of a group's claims as a length out of 100. */
        public long length(long part, Tally tally) {
            return tally.claims() == 0 ? 0 : Math.round(part * 100.0 / tally.claims());
        }
    }

    /**
     * One figure under both sets of rules.
     *
     * @param name its text is {@code replay.figure.<name>}
     */
    public record Figure(String name, String before, String after, String difference) {}
}
