package org.redress.claims.web.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.StatementReading;
import org.redress.kernel.Demand;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.ui.Choice;
import org.redress.ui.Frame;
import org.redress.ui.Languages;

/**
 * What {@code claims/new.jte} shows: a claim that reaches an agent by mail, phone or chat.
 *
 * @param orders the known ones among those of the form, by number
 * @param reading what the words say, or null before they were read
 * @param fault why it is not registered, or null
 * @param note what to do before it is registered, or null
 */
public record NewClaimPage(
        Frame frame,
        NewClaim claim,
        Map<String, Order> orders,
        Names names,
        @Nullable StatementReading reading,
        @Nullable String fault,
        @Nullable String note) {
    public List<Choice> channels() {
        return NewClaim.CHANNELS.stream()
                .map(channel -> new Choice(channel.name(), frame.words().say("claims.channel", channel)))
                .toList();
    }

    public List<Choice> demands() {
        return Stream.of(Demand.values())
                .map(demand -> new Choice(demand.name(), frame.words().say("claims.demand", demand)))
                .toList();
    }

    public List<Choice> problems() {
        return Stream.concat(
                        Stream.of(new Choice("", frame.words().say("desk.new.not-said"))),
                        Stream.of(Problem.values())
                                .map(problem ->
                                        new Choice(problem.name(), frame.words().say("claims.problem", problem))))
                .toList();
    }

    public List<Choice> languages() {
        return Languages.ALL.stream()
                .map(language -> new Choice(
                        language.toLanguageTag(), frame.words().say("desk.new.language." + language.getLanguage())))
                .toList();
    }

    public String demand() {
        return Objects.requireNonNullElse(claim.demand(), Demand.UNDECIDED).name();
    }

    public List<String> numbers() {
        return List.copyOf(claim.orders().keySet());
    }

    public NewClaim.About about(String number) {
        return claim.about(number);
    }

    /** Null where it is not in our records. */
    public @Nullable Order order(String number) {
        return orders.get(number);
    }

    public List<Sku> articles(Order order) {
        return order.lines().stream().map(Order.Line::sku).distinct().toList();
    }

    public String units(String number, Order order, Sku sku) {
        var typed = about(number).units().get(sku.value());
        return typed == null ? String.valueOf(order.ordered(sku)) : typed;
    }
}
