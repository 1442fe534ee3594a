package org.redress.handbook.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.redress.claims.CauseCode;
import org.redress.handbook.Attempt;
import org.redress.handbook.CaseStudy;
import org.redress.handbook.Causes;
import org.redress.handbook.Drawn;
import org.redress.handbook.Question;
import org.redress.remedy.Remedy;

/** Draws the questions of one test. The same seed, bank and cases make the same test. */
public final class Draw {
    /** Of the questions of one test. */
    private static final int MOST_CASES = 2;

    private static final int OPTIONS = 4;

    /** What by itself never puts wrong goods right: less than what everybody is entitled to (domain.md S21, S33, S35). */
    private static final List<Remedy.Kind> NEVER_ENOUGH =
            List.of(Remedy.Kind.COMPENSATION, Remedy.Kind.RETURN_LABEL, Remedy.Kind.KEEP_ITEM);

    private final Random chance;

    private Draw(long seed) {
        this.chance = new Random(seed);
    }

    /** @param cases those that suit the chapter; one of the shop’s own and one simulated are taken, where there are such */
    public static List<Drawn> test(long seed, List<Question> bank, List<CaseStudy> cases) {
        var draw = new Draw(seed);
        var drawn = new ArrayList<>(draw.cases(cases));
        draw.shuffled(bank).stream()
                .limit(Attempt.QUESTIONS - drawn.size())
                .map(draw::fromBank)
                .forEach(drawn::add);
        Collections.shuffle(drawn, draw.chance);
        return List.copyOf(drawn);
    }

    private List<Drawn> cases(List<CaseStudy> cases) {
        var own = shuffled(cases.stream().filter(each -> !each.simulated()).toList());
        var simulated = shuffled(cases.stream().filter(CaseStudy::simulated).toList());
        var one = Stream.concat(own.stream().limit(1), simulated.stream().limit(1));
        var more = Stream.concat(own.stream().skip(1), simulated.stream().skip(1));
        return Stream.concat(one, more).limit(MOST_CASES).map(this::fromCase).toList();
    }

    private Drawn fromBank(Question question) {
        var order =
                shuffled(IntStream.range(0, question.options().size()).boxed().toList());
        return new Drawn.FromBank(question.id(), order, order.indexOf(question.right()));
    }

    private Drawn fromCase(CaseStudy study) {
        return switch (study) {
            case CaseStudy.OfCause(var simulated, var facts, var mechanism, var cause) -> {
                var fitting = Causes.fitting(mechanism);
                var others = shuffled(Arrays.stream(CauseCode.values())
                        .filter(other -> !fitting.contains(other))
                        .map(CauseCode::name)
                        .toList());
                var options = options(cause.name(), others);
                yield new Drawn.FromCase(Drawn.Ask.CAUSE, simulated, facts, options, options.indexOf(cause.name()));
            }
            case CaseStudy.OfRemedy(var simulated, var facts, var kind) -> {
                var options = options(
                        kind.name(),
                        NEVER_ENOUGH.stream().map(Remedy.Kind::name).toList());
                yield new Drawn.FromCase(Drawn.Ask.REMEDY, simulated, facts, options, options.indexOf(kind.name()));
            }
        };
    }

    private List<String> options(String right, List<String> others) {
        return shuffled(Stream.concat(Stream.of(right), others.stream().limit(OPTIONS - 1))
                .toList());
    }

    private <T> List<T> shuffled(List<T> some) {
        var all = new ArrayList<>(some);
        Collections.shuffle(all, chance);
        return all;
    }
}
