package org.redress.claims.web.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Channel;
import org.redress.claims.Filing;
import org.redress.claims.StatementReading;
import org.redress.claims.StatementReading.NamedOrder;
import org.redress.claims.StatementReading.Suggestion;
import org.redress.kernel.Demand;
import org.redress.kernel.Ids;
import org.redress.kernel.Problem;
import org.springframework.util.MultiValueMap;

/**
 * A mail, a call or a chat as an agent takes it in, just as typed. It travels with the form; nothing is kept until it is
 * registered.
 *
 * @param form drawn at random, so that a second tap registers nothing again
 * @param seen the mark of the statement whose reading the agent has seen; else what it says may still be taken over
 * @param language in which the customer reads us, as a tag, or empty
 * @param number an order that the agent adds by hand
 * @param orders what is said about each order that is shown, by its number
 */
public record NewClaim(
        UUID form,
        String seen,
        Channel channel,
        String statement,
        String email,
        String phone,
        String name,
        String language,
        @Nullable Demand demand,
        String number,
        Map<String, About> orders) {
    public static final List<Channel> CHANNELS = List.of(Channel.EMAIL, Channel.PHONE, Channel.CHAT);

    /** As many as fit on a page, and far more than anybody writes of. */
    static final int MOST_ORDERS = 20;

    private static final int LONGEST = 254;

    /**
     * What is said about one order.
     *
     * @param taken whether a claim is registered for it
     * @param units how many of each article are affected, for the articles that are ticked
     * @param came what came instead
     */
    public record About(boolean taken, @Nullable Problem problem, Map<String, String> units, String came) {
        static final About NOTHING = new About(false, null, Map.of(), "");
    }

    static NewClaim fresh() {
        return new NewClaim(UUID.randomUUID(), "", Channel.EMAIL, "", "", "", "", "", null, "", Map.of());
    }

    static NewClaim read(MultiValueMap<String, String> fields) {
        var orders = new LinkedHashMap<String, About>();
        var numbers = fields.getOrDefault("order", List.of());
        var taken = Set.copyOf(fields.getOrDefault("take", List.of()));
        for (int i = 0; i < Math.min(numbers.size(), MOST_ORDERS); i++) {
            var number = line(numbers.get(i));
            orders.put(number, about(fields, i, taken.contains(number)));
        }
        return new NewClaim(
                Ids.parse(field(fields, "form")).orElseGet(UUID::randomUUID),
                field(fields, "seen"),
                Objects.requireNonNullElse(
                        constant(CHANNELS.toArray(Channel[]::new), field(fields, "channel")), Channel.EMAIL),
                field(fields, "statement").replace("\r\n", "\n").strip(),
                line(field(fields, "email")),
                line(field(fields, "phone")),
                line(field(fields, "name")),
                line(field(fields, "language")),
                constant(Demand.values(), field(fields, "demand")),
                line(field(fields, "number")),
                orders);
    }

    private static About about(MultiValueMap<String, String> fields, int index, boolean taken) {
        var units = new LinkedHashMap<String, String>();
        fields.getOrDefault("article." + index, List.of()).stream()
                .limit(Filing.MOST_LINES)
                .forEach(sku -> units.put(sku, line(field(fields, "units." + index + "." + sku))));
        return new About(
                taken,
                constant(Problem.values(), field(fields, "problem." + index)),
                units,
                line(field(fields, "came." + index)));
    }

    private static String field(MultiValueMap<String, String> fields, String name) {
        return Objects.requireNonNullElse(fields.getFirst(name), "");
    }

    /** One line, as a person types it. */
    private static String line(String text) {
        var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] values, String name) {
        for (var value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return null;
    }

    private String mark() {
        return Integer.toHexString(statement.hashCode());
    }

    /** Whether the words that stand here have been read to the agent. */
    boolean isSeen() {
        return seen.equals(mark());
    }

    /** The same customer, orders and wish; in what language we write to them is no reason to ask. */
    boolean saysLike(NewClaim other) {
        return email.equals(other.email)
                && phone.equals(other.phone)
                && orders.keySet().equals(other.orders.keySet())
                && (demand == other.demand || (!isDecided() && !other.isDecided()));
    }

    private boolean isDecided() {
        return demand != null && demand != Demand.UNDECIDED;
    }

    About about(String order) {
        return orders.getOrDefault(order, About.NOTHING);
    }

    /** The orders for which a claim is registered. */
    List<String> taken() {
        return orders.entrySet().stream()
                .filter(order -> order.getValue().taken())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * With what the customer’s words say where nothing has been chosen yet.
     *
     * @param further orders to show that nobody has named: other ones of this customer
     */
    NewClaim with(StatementReading read, List<String> further) {
        var shown = new LinkedHashMap<>(orders);
        read.orders()
                .forEach(named ->
                        shown.merge(named.order().orderNumber(), suggested(named, read), (typed, suggested) -> typed));
        var all = new LinkedHashSet<>(further);
        all.forEach(order -> shown.putIfAbsent(order, About.NOTHING));
        return new NewClaim(
                form,
                mark(),
                channel,
                statement,
                email.isEmpty() ? Objects.requireNonNullElse(read.email(), "") : email,
                phone.isEmpty() ? Objects.requireNonNullElse(read.phone(), "") : phone,
                name,
                isSeen() || read.language() == null ? language : read.language().toLanguageTag(),
                isSeen() || isDecided()
                        ? demand
                        : read.demand().map(Suggestion::value).orElse(demand),
                number,
                first(shown));
    }

    private static About suggested(NamedOrder named, StatementReading read) {
        var units = new LinkedHashMap<String, String>();
        if (named.article() != null) {
            var sku = named.article().value();
            units.put(sku.value(), String.valueOf(Math.max(1, named.order().ordered(sku))));
        }
        var came = read.came();
        var words = came == null
                ? ""
                : came.sku() == null ? came.words() : came.sku().value();
        return new About(true, read.problem().map(Suggestion::value).orElse(null), units, words);
    }

    /** With one order more, ticked. */
    NewClaim taking(String order, @Nullable StatementReading read, @Nullable NamedOrder named) {
        var shown = new LinkedHashMap<>(orders);
        var about = read == null || named == null ? new About(true, null, Map.of(), "") : suggested(named, read);
        shown.merge(order, about, (typed, _) -> new About(true, typed.problem(), typed.units(), typed.came()));
        return new NewClaim(form, seen, channel, statement, email, phone, name, language, demand, "", first(shown));
    }

    private static Map<String, About> first(Map<String, About> orders) {
        var first = new LinkedHashMap<String, About>();
        new ArrayList<>(orders.entrySet())
                .stream().limit(MOST_ORDERS).forEach(entry -> first.put(entry.getKey(), entry.getValue()));
        return first;
    }
}
