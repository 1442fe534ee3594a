package org.redress.practice.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.manners.Advice;
import org.redress.manners.Rule;
import org.redress.practice.Fact;
import org.redress.practice.Move;
import org.redress.practice.Part;
import org.redress.practice.Play;
import org.redress.practice.Reason;
import org.redress.practice.Result;
import org.redress.remedy.Remedy;

/** What a play was worth, by the truth of its case (domain.md R79, R83). Each point that is lost names its reason. */
public final class Scoring {
    static final int REFUSED_WHAT_IS_OWED = 60;
    static final int NOT_FAIR = 40;
    static final int GIVEN_UP = 40;
    static final int SAME_AGAIN = 50;
    static final int NOT_SAID = 40;
    static final int TOLD_OF_ANOTHER = 60;
    static final int GAVE_WHAT_IS_NOT_OWED = 40;
    static final int LATE = 40;
    static final int ASKED_IN_VAIN = 20;
    static final int HURTS = 25;
    static final int PROMISES = 15;
    static final int LEAKS = 50;
    static final int MISSING = 10;

    private final Truth truth;
    private final List<Move> moves;
    private final Set<String> secrets;
    private final Map<Integer, List<Advice>> advice;
    private final List<Reason> reasons = new ArrayList<>();

    private Scoring(Truth truth, List<Move> moves, Set<String> secrets, Map<Integer, List<Advice>> advice) {
        this.truth = truth;
        this.moves = moves;
        this.secrets = secrets;
        this.advice = advice;
    }

    /**
     * @param secrets of the second customer: name and numbers that no message may hold (domain.md F12)
     * @param advice what the coach says of each message, by the sequence of its move
     */
    public static Result of(Truth truth, List<Move> moves, Set<String> secrets, Map<Integer, List<Advice>> advice) {
        return new Scoring(truth, List.copyOf(moves), Set.copyOf(secrets), advice).result();
    }

    private Result result() {
        facts();
        fairness();
        time();
        courtesy();
        var left = new EnumMap<Part, Integer>(Part.class);
        for (var part : Part.values()) {
            int lost = reasons.stream()
                    .filter(reason -> reason.part() == part)
                    .mapToInt(Reason::points)
                    .sum();
            left.put(part, Math.max(0, 100 - lost));
        }
        int facts = Objects.requireNonNull(left.get(Part.FACTS));
        int fairness = Objects.requireNonNull(left.get(Part.FAIRNESS));
        int time = Objects.requireNonNull(left.get(Part.TIME));
        int courtesy = Objects.requireNonNull(left.get(Part.COURTESY));
        return new Result(facts, fairness, time, courtesy, rating(fairness, time), List.copyOf(reasons));
    }

    private void lose(Part part, int points, String key, String... gaps) {
        reasons.add(new Reason(part, points, key, List.of(gaps)));
    }

    private List<Move> messages() {
        return moves.stream().filter(move -> move.kind().isMessage()).toList();
    }

    /** The move that settled it, or null: a fair offer, or a no that was confirmed. */
    private @Nullable Move decision() {
        return moves.stream()
                .filter(move -> move.kind() == Move.Kind.OFFERED || isConfirmed(move))
                .reduce((_, last) -> last)
                .orElse(null);
    }

    private boolean isConfirmed(Move move) {
        return move.kind() == Move.Kind.REFUSED && isFollowedBy(move, "CONFIRMED");
    }

    private boolean isFollowedBy(Move move, String second) {
        return moves.stream()
                .anyMatch(other -> other.sequence() == move.sequence() + 1
                        && other.kind() == Move.Kind.SECOND
                        && other.detail().equals(second));
    }

    /** Only what was known when it was first decided counts. */
    private void facts() {
        int decided = moves.stream()
                .filter(move -> move.kind() == Move.Kind.OFFERED || move.kind() == Move.Kind.REFUSED)
                .mapToInt(Move::sequence)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        var missed = truth.worth().stream()
                .filter(fact -> !isKnownBefore(fact, decided))
                .toList();
        int all = truth.worth().size();
        for (int i = 0; i < missed.size(); i++) {
            // The last one bears what does not divide.
            int points = missed.size() == all && i == all - 1 ? 100 - 100 / all * (all - 1) : 100 / all;
            var fact = missed.get(i);
            lose(Part.FACTS, points, "practice.lost.fact", key("practice.fact." + fact), key("practice.why." + fact));
        }
    }

    private boolean isKnownBefore(Fact fact, int sequence) {
        return moves.stream()
                .filter(move -> move.sequence() < sequence)
                .anyMatch(move -> fact == Fact.CUSTOMER
                        ? move.kind() == Move.Kind.ASKED
                        : move.kind() == Move.Kind.LOOKED && move.detail().equals(fact.name()));
    }

    private void fairness() {
        var decision = decision();
        if (decision == null) {
            lose(Part.FAIRNESS, truth.ours() ? 100 : 60, "practice.lost.undecided");
        }
        for (var move : moves) {
            if (move.kind() == Move.Kind.REFUSED && isFollowedBy(move, "OVERRULED")) {
                lose(Part.FAIRNESS, REFUSED_WHAT_IS_OWED, "practice.lost.refused", truthOfIt());
            }
            if (move.kind() == Move.Kind.OFFERED) {
                offered(move);
            }
        }
        if (truth.mustSay() != null
                && messages().stream()
                        .noneMatch(message ->
                                truth.mustSay().matcher(message.words()).find())) {
            lose(Part.FAIRNESS, NOT_SAID, "practice.lost.unsaid." + truth.lesson());
        }
        if (messages().stream().anyMatch(message -> tells(message.words()))) {
            lose(Part.FAIRNESS, TOLD_OF_ANOTHER, "practice.lost.told-of-another");
        }
    }

    private void offered(Move move) {
        var kinds = kinds(move);
        if (!truth.ours()) {
            lose(Part.FAIRNESS, GAVE_WHAT_IS_NOT_OWED, "practice.lost.not-owed", truthOfIt());
        } else if (!truth.isFair(kinds)) {
            lose(Part.FAIRNESS, NOT_FAIR, "practice.lost.not-fair", truthOfIt());
            if (isFollowedByGivingUp(move)) {
                lose(Part.FAIRNESS, GIVEN_UP, "practice.lost.gave-up");
            }
        }
        var first = truth.firstKnow();
        boolean sends = kinds.contains(Remedy.Kind.RESHIP) || kinds.contains(Remedy.Kind.EXCHANGE);
        if (first != null && sends && !isKnownBefore(first, move.sequence())) {
            lose(Part.FAIRNESS, SAME_AGAIN, "practice.lost.same-again", key("practice.fact." + first));
        }
    }

    private boolean isFollowedByGivingUp(Move move) {
        return moves.stream()
                .anyMatch(other -> other.sequence() == move.sequence() + 1
                        && other.detail().equals("practice.customer.gives-up"));
    }

    private static String key(String text) {
        return "@" + text;
    }

    private String truthOfIt() {
        return key("practice.brief." + truth.lesson());
    }

    private boolean tells(String words) {
        var text = words.toLowerCase(Locale.ROOT);
        return secrets.stream().anyMatch(secret -> text.contains(secret.toLowerCase(Locale.ROOT)));
    }

    /** What an offer holds. */
    public static Set<Remedy.Kind> kinds(Move offer) {
        return Arrays.stream(offer.detail().split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(Remedy.Kind::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Remedy.Kind.class)));
    }

    /** The customer’s own time is nobody’s fault. */
    private void time() {
        long customers = 0;
        long waited = Play.WAITED.toMinutes();
        boolean answered = false;
        long previous = 0;
        var decision = decision();
        for (var move : moves) {
            if (move.kind() == Move.Kind.CUSTOMER) {
                customers += move.minute() - previous;
            }
            previous = move.minute();
            long used = waited + move.minute() - customers;
            if (!answered && isHeard(move)) {
                answered = true;
                late("practice.lost.first", used, Play.FIRST_ANSWER);
            }
            if (move.equals(decision)) {
                late("practice.lost.decision", used, Play.DECISION);
            }
        }
        if (!answered) {
            lose(Part.TIME, 100, "practice.lost.never-answered");
        } else if (decision == null) {
            lose(Part.TIME, LATE, "practice.lost.never-decided");
        }
        if (!truth.worth().contains(Fact.CUSTOMER) && moves.stream().anyMatch(move -> move.kind() == Move.Kind.ASKED)) {
            lose(Part.TIME, ASKED_IN_VAIN, "practice.lost.asked-in-vain");
        }
    }

    /** A no that was overruled never reached anybody. */
    private boolean isHeard(Move move) {
        return move.kind().isMessage() && (move.kind() != Move.Kind.REFUSED || isConfirmed(move));
    }

    private void late(String key, long used, Duration promised) {
        if (used > promised.toMinutes()) {
            lose(Part.TIME, LATE, key, "~" + used, "~" + promised.toMinutes());
        }
    }

    /** What hurts counts each time; what is missing counts where no message has it. */
    private void courtesy() {
        if (messages().isEmpty()) {
            lose(Part.COURTESY, 100, "practice.lost.silent");
            return;
        }
        Set<Rule> alwaysMissing = null;
        for (var message : messages()) {
            var missing = new HashSet<Rule>();
            for (var each : advice.getOrDefault(message.sequence(), List.of())) {
                var rule = each.rule();
                var named = key("manners.rule." + rule.name());
                switch (rule.kind()) {
                    case MISSING -> missing.add(rule);
                    case HURTS -> lose(Part.COURTESY, HURTS, "practice.lost.hurts", each.said(), named);
                    case PROMISES -> lose(Part.COURTESY, PROMISES, "practice.lost.promises", each.said(), named);
                    case LEAKS -> {
                        // What may be a courier's number may stay, as it may at the desk.
                        if (each.isLock() && !tells(message.words())) {
                            lose(Part.COURTESY, LEAKS, "practice.lost.leaks", each.said(), named);
                        }
                    }
                }
            }
            if (alwaysMissing == null) {
                alwaysMissing = missing;
            } else {
                alwaysMissing.retainAll(missing);
            }
        }
        if (alwaysMissing != null) {
            alwaysMissing.stream()
                    .map(Rule::name)
                    .sorted()
                    .forEach(
                            name -> lose(Part.COURTESY, MISSING, "practice.lost.missing", key("manners.rule." + name)));
        }
    }

    private int rating(int fairness, int time) {
        if (isLost("practice.lost.never-answered")) {
            return 1;
        }
        boolean hurt = isLost("practice.lost.hurts");
        int rating = 5 - (fairness < 50 ? 2 : fairness < 100 ? 1 : 0) - (time < 100 ? 1 : 0) - (hurt ? 1 : 0);
        return Math.clamp(rating, 1, 5);
    }

    private boolean isLost(String key) {
        return reasons.stream().anyMatch(reason -> reason.key().equals(key));
    }
}
