package org.redress.investigation.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.kernel.Sku;
import org.redress.orders.Order;

/**
 * Which of the neighbours is the other side of a swap: by what came, by label and slip, by what its own customer says,
 * and by its weight. A weight alone finds a false partner in every fourth parcel, so it must fit both ways (domain.md
 * section 3, measured).
 */
final class Matching {
    /** Of all exchanges those whose other side is among the neighbours. */
    private static final double AMONG = 0.9;

    /** How many parcels apart labels and goods are still mixed up, as a rule. */
    private static final double REACH = 3;

    /** The same in time. */
    private static final double REACH_SECONDS = 180;

    /** Of one that passed who knows where. */
    private static final double FAR = 0.3;

    /** How many a truck takes. */
    private static final int CROWD = 200;

    /** Of goods that somebody finds wrong and cannot name those that are another's whole order. */
    private static final double WHOLE = 0.15;

    private static final double CERTAIN = 1e5;
    private static final double OFF = 3;

    /** What an exchange does to the partner's weight. */
    private static final double FITS_BACK = 0.7;

    private static final double FITS_ANOTHER = 0.12;
    private static final double FITS_ITS_OWN = 0.18;

    /** Parcels that are off for another reason: a weight on record that is wrong, most of all, or another mistake. */
    private static final double OFF_ANYWAY = 0.06;

    /** By how much they are, in grams and as a share of their weight. */
    private static final double OFF_GRAMS = 300;

    private static final double OFF_SHARE = 0.3;

    private final Scene scene;
    private final Question question;
    private final Weights weights;
    private final Weights.@Nullable Weighing own;
    private final OptionalDouble difference;

    private Matching(Scene scene, Question question, Weights weights) {
        this.scene = scene;
        this.question = question;
        this.weights = weights;
        this.own = weights.weighing();
        this.difference = weights.difference(question);
    }

    /** The likeliest first. */
    static List<Match> of(Scene scene, Question question, Weights weights) {
        return question.isAsOrdered() ? List.of() : new Matching(scene, question, weights).matches();
    }

    private record Weighed(
            Scene.Neighbour neighbour,
            @Nullable Boolean holds,
            @Nullable Boolean mismatches,
            boolean gives,
            boolean another,
            double odds) {}

    private List<Match> matches() {
        var weighed = new ArrayList<Weighed>();
        double nearness = isChosen() ? CROWD * FAR : 0;
        for (var neighbour : scene.neighbours()) {
            nearness += nearness(neighbour);
        }
        double sum = 1 - AMONG;
        for (var neighbour : scene.neighbours()) {
            var each = weigh(neighbour, AMONG * nearness(neighbour) / nearness);
            weighed.add(each);
            sum += each.odds();
        }
        double all = sum;
        return weighed.stream()
                .map(each -> new Match(
                        each.neighbour(),
                        each.holds(),
                        each.mismatches(),
                        each.gives(),
                        each.another(),
                        each.odds() / all,
                        all))
                .sorted(Comparator.comparingDouble(Match::probability).reversed())
                .toList();
    }

    /** Whether nothing but their weight and their day tells why they are looked at: then they stand for a truckload. */
    private boolean isChosen() {
        return scene.neighbours().stream()
                .allMatch(each -> each.apart() < 0 && !each.sameWave() && each.away() == null);
    }

    private double nearness(Scene.Neighbour neighbour) {
        var away = neighbour.away();
        if (away != null) {
            return Math.exp(-away.toSeconds() / REACH_SECONDS) + 0.05;
        }
        double bench = neighbour.apart() < 0 ? FAR : Math.exp(-neighbour.apart() / REACH) + 0.02;
        return bench + (neighbour.sameWave() ? 0.3 : 0);
    }

    private Weighed weigh(Scene.Neighbour neighbour, double prior) {
        var holds = holds(neighbour);
        double odds = prior;
        if (holds != null) {
            odds *= holds ? 0.97 / commonness() : 0.03;
        }
        odds *= named(neighbour);
        var back = backWeight(neighbour);
        odds *= isOpen() ? bothWeights(neighbour) : ownWeight(neighbour) * back.ratio();
        var complaint = complaint(neighbour);
        odds *= complaint.ratio();
        var mismatches = mismatches(complaint, back);
        boolean gives = back.fitsBack() || complaint.names();
        boolean another = !gives && (complaint.namesAnother() || (back.isOff() && difference.isPresent()));
        return new Weighed(neighbour, holds, mismatches, gives, another, odds);
    }

    /** A weight that is off and does not fit back may be a longer cycle or a wrong record: it tells nothing. */
    private static @Nullable Boolean mismatches(Said complaint, Back back) {
        if (complaint.complains() || back.fitsBack()) {
            return true;
        }
        return (back.isKnown() && !back.isOff()) ? Boolean.FALSE : null;
    }

    private @Nullable Boolean holds(Scene.Neighbour neighbour) {
        var received = question.received();
        return received == null ? null : Boolean.valueOf(neighbour.goods().containsKey(received));
    }

    /** How many of the neighbours hold what came by chance; the true one is not counted. */
    private double commonness() {
        long holders = scene.neighbours().stream()
                .filter(neighbour -> Boolean.TRUE.equals(holds(neighbour)))
                .count();
        return Math.max(0.005, (holders - 1.0) / Math.max(1, scene.neighbours().size()));
    }

    private double named(Scene.Neighbour neighbour) {
        boolean slip = scene.pictures().slips().contains(neighbour.orderNumber());
        boolean label = scene.pictures().labels().contains(neighbour.trackingNumber());
        return slip || label ? CERTAIN : 1;
    }

    /** Where nobody knows what came, each neighbour's goods are tried. */
    private double ownWeight(Scene.Neighbour neighbour) {
        var weighing = own;
        if (weighing == null || difference.isPresent()) {
            return 1;
        }
        double asOrdered = weights.density(weighing.ordered(), weighing);
        var whole = neighbour.expectedGrams();
        if (question.isWholeParcel() && whole != null) {
            return mixed(weights.density(whole, weighing), asOrdered, weighing);
        }
        return 1;
    }

    private double offForAnotherReason(double expected, double weighed) {
        double scale = OFF_GRAMS + OFF_SHARE * expected;
        double far = 1 + Math.abs(weighed - expected - scene.scale().biasGrams()) / scale;
        return 1 / (2 * scale * far * far);
    }

    /** Whether nobody knows what came in place of an article whose weight is known. */
    private boolean isOpen() {
        return own != null && question.received() == null && !question.isWholeParcel() && difference.isEmpty();
    }

    /** Either some line was exchanged or all: each must fit both ways. */
    private double bothWeights(Scene.Neighbour neighbour) {
        var weighing = Objects.requireNonNull(own);
        var whole = neighbour.expectedGrams();
        var weighed = neighbour.weighedGrams();
        if (whole == null) {
            return 1;
        }
        double some = (1 - WHOLE) * anyLine(neighbour, weighing);
        double all = WHOLE * weights.density(whole, weighing);
        double asOrdered = weights.density(weighing.ordered(), weighing);
        double alone = 0.85 * offForAnotherReason(weighing.ordered(), weighing.weighed()) + 0.15 * asOrdered;
        if (weighed == null) {
            return (0.85 * (some + all) + 0.15 * asOrdered) / alone;
        }
        double another = offForAnotherReason(whole, weighed);
        double itsOwn = itsOwn(whole, weighed);
        double back = some * lineBack(whole, weighed, weighing) + all * weights.density(weighing.ordered(), weighed, 0);
        double rest = FITS_ANOTHER * another + FITS_ITS_OWN * itsOwn;
        double exchanged = 0.85 * (FITS_BACK * back + (some + all) * rest)
                + 0.15 * asOrdered * ((FITS_BACK + FITS_ANOTHER) * another + FITS_ITS_OWN * itsOwn);
        return exchanged / (alone * itsOwn);
    }

    /** Both are off by as much, one way each; each weight has its own scatter. */
    private double lineBack(int expected, int weighed, Weights.Weighing weighing) {
        double gap = weighing.weighed() - weighing.ordered() - scene.scale().biasGrams();
        double scatter = scene.scale().spread() * org.redress.traces.Scale.usualSigma(weighing.ordered());
        return weights.density(expected - gap, weighed, scatter);
    }

    private double itsOwn(int expected, int weighed) {
        return (1 - OFF_ANYWAY) * weights.density(expected, weighed, 0)
                + OFF_ANYWAY * offForAnotherReason(expected, weighed);
    }

    /** With any one line of the neighbour's in place of the claimed one: one unit of it, or all. */
    private double anyLine(Scene.Neighbour neighbour, Weights.Weighing weighing) {
        var ordered = weights.grams(question.ordered());
        if (ordered.isEmpty() || neighbour.goods().isEmpty()) {
            return 0;
        }
        double kept = weighing.ordered() - ordered.getAsDouble() * question.units();
        double sum = 0;
        for (var line : neighbour.goods().entrySet()) {
            var grams = weights.grams(line.getKey());
            if (grams.isPresent()) {
                double one = weights.density(kept + grams.getAsDouble(), weighing);
                double all = weights.density(kept + grams.getAsDouble() * line.getValue(), weighing);
                sum += (one + all) / 2;
            }
        }
        return sum / neighbour.goods().size();
    }

    /** Against something else that came, from anywhere, as well as against what was ordered. */
    private double mixed(double exchanged, double asOrdered, Weights.Weighing weighing) {
        double other = offForAnotherReason(weighing.ordered(), weighing.weighed());
        return (0.85 * exchanged + 0.15 * asOrdered) / (0.85 * other + 0.15 * asOrdered);
    }

    /** @param ratio how much likelier its weight is, were it the partner */
    private record Back(double ratio, boolean isKnown, boolean isOff, boolean fitsBack) {
        static final Back UNKNOWN = new Back(1, false, false, false);
    }

    private Back backWeight(Scene.Neighbour neighbour) {
        var expected = neighbour.expectedGrams();
        var weighed = neighbour.weighedGrams();
        if (expected == null || weighed == null) {
            return Back.UNKNOWN;
        }
        double another = offForAnotherReason(expected, weighed);
        double itsOwn = itsOwn(expected, weighed);
        double off = (weighed - expected - scene.scale().biasGrams())
                / (scene.scale().spread() * org.redress.traces.Scale.usualSigma(expected));
        double back = backDensity(neighbour, expected, weighed);
        double partner = Double.isNaN(back)
                ? (FITS_BACK + FITS_ANOTHER) * another + FITS_ITS_OWN * itsOwn
                : FITS_BACK * back + FITS_ANOTHER * another + FITS_ITS_OWN * itsOwn;
        boolean isOff = Math.abs(off) > OFF;
        return new Back(partner / itsOwn, true, isOff, isOff && !Double.isNaN(back) && back > another && back > itsOwn);
    }

    /** With the claimant's goods in it: the whole parcel's, or the one article's for the one that came. */
    private double backDensity(Scene.Neighbour neighbour, int expected, int weighed) {
        double best = Double.NaN;
        if (own != null && (question.isWholeParcel() || question.received() == null)) {
            best = weights.density(own.ordered(), weighed, 0);
        }
        if (difference.isPresent()) {
            best = highest(best, weights.density(expected - difference.getAsDouble(), weighed, 0));
            if (own != null) {
                // What came is all that the neighbour ordered: then all of it was swapped.
                boolean all = question.received() != null
                        && neighbour.goods().size() == 1
                        && neighbour.goods().containsKey(question.received())
                        && claimsAll();
                best = all ? highest(best, weights.density(own.ordered(), weighed, 0)) : best;
            }
        } else if (own != null && !question.isWholeParcel()) {
            best = highest(best, lineBack(expected, weighed, own));
        }
        return best;
    }

    private boolean claimsAll() {
        var lines = scene.order().map(Order::lines).orElse(java.util.List.of());
        var claimed = scene.filing().lines().stream().map(Filing.Line::sku).toList();
        return lines.stream().map(Order.Line::sku).allMatch(claimed::contains);
    }

    private static double highest(double one, double other) {
        return Double.isNaN(one) ? other : Math.max(one, other);
    }

    private record Said(double ratio, boolean complains, boolean names, boolean namesAnother) {}

    private Said complaint(Scene.Neighbour neighbour) {
        boolean complains = false;
        boolean names = false;
        boolean namesAnother = false;
        for (var complaint : scene.complaints()) {
            if (complaint.orderNumber().equals(neighbour.orderNumber())) {
                complains = true;
                names |= complaint.received().stream().anyMatch(this::isOrdered);
                namesAnother |= !complaint.received().isEmpty();
            }
        }
        return names
                ? new Said(200, true, true, false)
                : complains ? new Said(12, true, false, namesAnother) : new Said(0.7, false, false, false);
    }

    private boolean isOrdered(Sku sku) {
        return sku.equals(question.ordered())
                || (question.ordered() == null
                        && scene.order().map(order -> order.ordered(sku) > 0).orElse(false));
    }
}
