package org.redress.handbook.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.claims.CauseCode;
import org.redress.handbook.Ask;
import org.redress.handbook.Attempt;
import org.redress.handbook.CaseStudy;
import org.redress.handbook.CaseStudy.OfCause;
import org.redress.handbook.CaseStudy.OfGoods;
import org.redress.handbook.CaseStudy.OfMoment;
import org.redress.handbook.CaseStudy.OfPhotos;
import org.redress.handbook.CaseStudy.OfRemedy;
import org.redress.handbook.CaseStudy.OfWords;
import org.redress.handbook.Causes;
import org.redress.handbook.Drawn;
import org.redress.handbook.Question;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
import org.redress.remedy.Remedy;

/** Draws the questions of one test. The same seed, bank and cases make the same test. */
public final class Draw {
    /** Of the questions of one test. */
    private static final int MOST_CASES = 2;

    private static final int OPTIONS = 4;

    /** What by itself never puts wrong goods right: less than what everybody is entitled to (domain.md S21, S33, S35). */
    private static final List<Remedy.Kind> NEVER_ENOUGH =
            List.of(Remedy.Kind.COMPENSATION, Remedy.Kind.RETURN_LABEL, Remedy.Kind.KEEP_ITEM);

    private static final List<Problem> GOODS = List.of(
            Problem.WRONG_ITEM,
            Problem.WRONG_VARIANT,
            Problem.WRONG_QUANTITY,
            Problem.MISSING_ITEM,
            Problem.EXTRA_ITEM,
            Problem.DAMAGED);

    /** What may be asked for. */
    private enum Shot {
        ITEM_BARCODE,
        OUTER_LABEL,
        PACKING_SLIP,
        NOTHING
    }

    private static final List<Shot> SHOTS = List.of(Shot.values());

    /** What runs while a case stands where it stands; {@code NONE_YET} never is right. */
    private enum Running {
        DECISION,
        EXECUTION,
        STANDS_STILL,
        NONE_YET
    }

    /** Whom else it may concern; {@code COLLEAGUE} never is right (domain.md F11). */
    private static final List<String> CONCERNED = List.of("PARTNER", "FOLLOWERS", "NOBODY", "COLLEAGUE");

    /** What is wrong with the drafts that are not to be sent. */
    private static final List<String> FLAWS = List.of("BLAMES", "COLD", "VAGUE");

    private final Random chance;

    private Draw(long seed) {
        this.chance = new Random(seed);
    }

    /**
     * @param asks what the chapter asks of cases
     * @param cases some of the kinds that these ask about; one of the shop’s own and one simulated are taken, where there are
     *     such
     */
    public static List<Drawn> test(long seed, List<Question> bank, List<Ask> asks, List<CaseStudy> cases) {
        var draw = new Draw(seed);
        var drawn = new ArrayList<Drawn>(draw.cases(asks, cases));
        draw.shuffled(bank).stream()
                .limit(Attempt.QUESTIONS - drawn.size())
                .map(draw::fromBank)
                .forEach(drawn::add);
        Collections.shuffle(drawn, draw.chance);
        return List.copyOf(drawn);
    }

    /** Of two the second asks something that has another answer, where there is such. */
    private List<Drawn.FromCase> cases(List<Ask> asks, List<CaseStudy> cases) {
        var all = shuffled(cases).stream()
                .flatMap(study -> shuffled(asks).stream()
                        .flatMap(ask -> fromCase(ask, study).stream())
                        .limit(1))
                .toList();
        var taken = new ArrayList<Drawn.FromCase>();
        for (boolean simulated : List.of(false, true, false, true)) {
            if (taken.size() < MOST_CASES) {
                all.stream()
                        .filter(each -> each.simulated() == simulated && !taken.contains(each))
                        .min(Comparator.comparing(each -> taken.stream().anyMatch(other -> isAlike(each, other))))
                        .ifPresent(taken::add);
            }
        }
        return taken;
    }

    private static boolean isAlike(Drawn.FromCase one, Drawn.FromCase other) {
        return one.ask() == other.ask()
                && one.options().get(one.right()).equals(other.options().get(other.right()));
    }

    private Drawn fromBank(Question question) {
        var order =
                shuffled(IntStream.range(0, question.options().size()).boxed().toList());
        return new Drawn.FromBank(question.id(), order, order.indexOf(question.right()));
    }

    /** Empty where this cannot honestly be asked of this case. */
    private Optional<Drawn.FromCase> fromCase(Ask ask, CaseStudy study) {
        if (!ask.kind().isInstance(study)) {
            return Optional.empty();
        }
        return switch (study) {
            case OfCause of -> ofCause(ask, of);
            case OfRemedy of -> drawn(ask, of, of.kind().name(), names(NEVER_ENOUGH));
            case OfGoods of -> drawn(ask, of, of.problem().name(), names(GOODS));
            case OfPhotos of -> drawn(ask, of, (of.enough() ? Shot.NOTHING : Shot.ITEM_BARCODE).name(), names(SHOTS));
            case OfMoment of ->
                ask == Ask.NEXT
                        ? drawn(ask, of, of.moment().name(), names(List.of(CaseStudy.Moment.values())))
                        : running(of.moment())
                                .flatMap(runs -> drawn(ask, of, runs.name(), names(List.of(Running.values()))));
            case OfWords of ->
                drawn(
                        ask,
                        of,
                        draft(of, "GOOD"),
                        FLAWS.stream().map(flaw -> draft(of, flaw)).toList());
        };
    }

    private Optional<Drawn.FromCase> ofCause(Ask ask, OfCause of) {
        return switch (ask) {
            case PLACE ->
                Causes.place(of.mechanism())
                        .flatMap(place -> drawn(ask, of, place.name(), names(List.of(Causes.Place.values()))));
            case CONCERNS ->
                Causes.reach(of.mechanism())
                        .filter(reach -> reach != Causes.Reach.NOBODY
                                || !of.facts().stream().anyMatch(Draw::isOfOthers))
                        .flatMap(reach -> drawn(ask, of, reach.name(), CONCERNED));
            case CAUSE, REMEDY, DIFFERENCE, EVIDENCE, NEXT, PROMISE, DRAFT -> {
                var fitting = Causes.fitting(of.mechanism());
                var others = Arrays.stream(CauseCode.values())
                        .filter(other -> !fitting.contains(other))
                        .toList();
                yield drawn(ask, of, of.cause().name(), names(others));
            }
        };
    }

    private static boolean isOfOthers(Phrase fact) {
        return fact.key().equals("handbook.case.others");
    }

    private static Optional<Running> running(CaseStudy.Moment moment) {
        return Optional.ofNullable(
                switch (moment) {
                    case REPORTED, ACCEPTED -> Running.DECISION;
                    case ASKED, OFFERED -> Running.STANDS_STILL;
                    case EXECUTING -> Running.EXECUTION;
                    case PROPOSED, DELIVERED -> null;
                });
    }

    private static String draft(OfWords of, String flaw) {
        return (of.problem() == Problem.MISSING_ITEM ? "MISSING." : "WRONG.") + flaw + "." + of.kind();
    }

    private static List<String> names(List<? extends Enum<?>> some) {
        return some.stream().map(Enum::name).toList();
    }

    /** @param possible options; the right one may be among them */
    private Optional<Drawn.FromCase> drawn(Ask ask, CaseStudy study, String right, List<String> possible) {
        var others =
                shuffled(possible).stream().filter(each -> !each.equals(right)).limit(OPTIONS - 1);
        var options = shuffled(Stream.concat(Stream.of(right), others).toList());
        return Optional.of(new Drawn.FromCase(ask, study.simulated(), study.facts(), options, options.indexOf(right)));
    }

    private <T> List<T> shuffled(List<T> some) {
        var all = new ArrayList<>(some);
        Collections.shuffle(all, chance);
        return all;
    }
}
