package org.redress.remedy.dmn;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.kernel.Demand;
import org.redress.kernel.Problem;
import org.redress.remedy.PolicySet;
import org.redress.remedy.model.Tables;

/** The tables of a policy: what each is asked, and what it may answer. */
public enum TableShape {
    ELIGIBILITY(Hit.ONE, List.of(problem(), number("daysSinceDelivery", 100_000)), List.of(truth("eligible"))),
    WAYS(Hit.ALL, List.of(problem(), words("demand", Demand.class)), List.of(words("way", Tables.Way.class))),
    GOODS(
            Hit.ONE,
            List.of(problem(), truth("hazardous"), amount("value"), truth("returnPays")),
            List.of(words("back", Tables.Back.class))),
    AMOUNTS(Hit.ONE, List.of(words("way", "PRICE_REDUCTION", "COMPENSATION"), problem()), share()),
    GOODWILL(Hit.ONE, List.of(truth("again"), severity(), number("daysWaited", 100_000)), share()),
    APPROVAL(Hit.ALL, List.of(amount("cost"), amount("compensation"), truth("beyondShare")), List.of(truth("approve"))),
    LANE(
            Hit.ONE,
            List.of(
                    words("verdict", "CONFIRMED", "LIKELY", "UNCONFIRMED", "CONTRADICTED", "UNKNOWN_ORDER"),
                    severity(),
                    amount("cost")),
            List.of(truth("atOnce"))),
    CLOCKS(
            Hit.ONE,
            List.of(
                    words("channel", "PORTAL", "EMAIL", "PHONE", "CHAT", "MARKETPLACE", "API"),
                    words("clock", PolicySet.Clock.class)),
            List.of(whole("hours", 1, 8_760))),
    FREIGHT(Hit.ONE, List.of(number("grams", 1_000_000)), List.of(amount("amount"))),
    FIGURES(
            Hit.ONE,
            List.of(words(
                    "figure",
                    "goodsCostPercent",
                    "resalePercent",
                    "damagedResalePercent",
                    "handling",
                    "keepLimit",
                    "agentLimit",
                    "usualGrams",
                    "parcelGrams",
                    "refundDays",
                    "shipDays",
                    "exchangeDays")),
            List.of(amount("number"))),
    PROMISES(Hit.ALL, List.of(problem(), country()), least()),
    /** The law's own: shipped with the product, never a merchant's. */
    FLOORS(Hit.ONE, List.of(problem(), country()), least());

    /** Whether a table gives one answer to every question, or as many as fit, which may be none. */
    enum Hit {
        ONE(List.of("UNIQUE", "FIRST")),
        ALL(List.of("COLLECT"));

        @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
        private final List<String> policies;

        Hit(List<String> policies) {
            this.policies = policies;
        }

        List<String> policies() {
            return policies;
        }
    }

    enum Type {
        STRING,
        NUMBER,
        BOOLEAN;

        String feel() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param words that may stand in it; empty where any may
     * @param from the least number
     * @param to the largest
     */
    record Column(String name, Type type, List<String> words, long from, long to, boolean whole) {}

    private final Hit hit;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<Column> inputs;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Column> outputs;

    TableShape(Hit hit, List<Column> inputs, List<Column> outputs) {
        this.hit = hit;
        this.inputs = inputs;
        this.outputs = outputs;
    }

    Hit hit() {
        return hit;
    }

    List<Column> inputs() {
        return inputs;
    }

    List<Column> outputs() {
        return outputs;
    }

    /** The name of the decision in a file. */
    public String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<TableShape> of(String table) {
        return Arrays.stream(values())
                .filter(shape -> shape.table().equals(table))
                .findFirst();
    }

    /** The tables of a policy, in the order in which they are shown. */
    public static List<TableShape> ofPolicy() {
        return Stream.of(values()).filter(shape -> shape != FLOORS).toList();
    }

    private static Column problem() {
        return words("problem", Problem.class);
    }

    private static Column severity() {
        return words("severity", "SAFETY", "HIGH", "NORMAL", "LOW");
    }

    private static Column country() {
        return words("country");
    }

    private static List<Column> share() {
        return List.of(whole("percent", 0, 100), amount("fixed"), truth("voucher"));
    }

    private static List<Column> least() {
        return List.of(whole("moneyPercent", 0, 100), whole("windowDays", 0, 36_500), whole("refundDays", 0, 365));
    }

    private static Column words(String name, Class<? extends Enum<?>> kind) {
        return words(
                name, Arrays.stream(kind.getEnumConstants()).map(Enum::name).toArray(String[]::new));
    }

    private static Column words(String name, String... words) {
        return new Column(name, Type.STRING, List.of(words), 0, 0, false);
    }

    private static Column truth(String name) {
        return new Column(name, Type.BOOLEAN, List.of(), 0, 0, false);
    }

    private static Column number(String name, long to) {
        return new Column(name, Type.NUMBER, List.of(), 0, to, false);
    }

    private static Column whole(String name, long from, long to) {
        return new Column(name, Type.NUMBER, List.of(), from, to, true);
    }

    private static Column amount(String name) {
        return new Column(name, Type.NUMBER, List.of(), 0, 1_000_000_000, false);
    }
}
