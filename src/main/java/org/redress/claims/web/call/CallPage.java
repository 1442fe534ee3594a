package org.redress.claims.web.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Calls.Prospect;
import org.redress.claims.Heard;
import org.redress.claims.PlanWords;
import org.redress.claims.web.desk.Names;
import org.redress.kernel.Demand;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.OrderSummary;
import org.redress.orders.Product;
import org.redress.remedy.RemedyChoice;
import org.redress.remedy.RemedyOption;
import org.redress.ui.Choice;
import org.redress.ui.Frame;
import org.redress.ui.Languages;
import org.redress.ui.Words;

/**
 * What {@code claims/call.jte} shows: a conversation, what to say on one side and what is taken down on the other.
 *
 * @param talk the words of the caller’s language, in the merchant’s time zone
 * @param fresh whether nothing has been sent yet
 * @param orders those that fit what was said
 * @param order the chosen one, or null
 * @param articles of the catalogue that may be what came
 * @param same claims that may be about the same
 * @param faults why it is not filed, by field
 * @param note what to look at before it is filed, or null
 */
public record CallPage(
        Frame frame,
        Words talk,
        boolean fresh,
        Call call,
        CallScript script,
        List<OrderSummary> orders,
        @Nullable Order order,
        Names names,
        List<Product> articles,
        List<Same> same,
        Map<String, Phrase> faults,
        @Nullable Phrase note) {
    private static final int MOST_OPTIONS = 3;

    /**
     * A claim that is there already.
     *
     * @param what it is about, in words
     * @param joins whether the new one can go on under it
     */
    public record Same(
            UUID id, String number, String state, Instant filedAt, String contact, String what, boolean joins) {}

    public List<CallScript.Line> says(CallStep step) {
        return script.at(step);
    }

    public List<CallScript.Moment> moments() {
        return List.of(CallScript.Moment.values());
    }

    public List<CallScript.Line> says(CallScript.Moment moment) {
        return moment.lines();
    }

    /** In the language in which it is said. */
    public String say(CallScript.Line line) {
        return line.aloud() ? talk.say(line.phrase()) : frame.words().say(line.phrase());
    }

    public String summary() {
        var between = talk.locale().getLanguage().equals("zh") ? "" : " ";
        return script.summary().stream().map(talk::say).collect(Collectors.joining(between));
    }

    public @Nullable String fault(String field) {
        var fault = faults.get(field);
        return fault == null ? null : frame.words().say(fault);
    }

    public List<String> allFaults() {
        return faults.values().stream().map(frame.words()::say).toList();
    }

    private List<RemedyOption> options() {
        return script.prospect() == null || order == null || !script.mayTellOptions()
                ? List.of()
                : script.prospect().choice().options();
    }

    /** What can be had without anybody else’s leave, as it is said to the caller. */
    public List<String> possible() {
        return options().stream()
                .filter(option -> !option.approvalNeeded())
                .limit(MOST_OPTIONS)
                .map(option ->
                        talk.say("calls.say.option", PlanWords.say(option.plan(), talk, names::of), option.etaDays()))
                .toList();
    }

    /** What somebody else has to agree to, for the agent. */
    public List<String> unpromised() {
        return options().stream()
                .filter(RemedyOption::approvalNeeded)
                .limit(MOST_OPTIONS)
                .map(option -> PlanWords.say(option.plan(), frame.words(), names::of))
                .toList();
    }

    /** Why the caller’s own wish cannot be had, for the agent; or null. */
    public @Nullable String refusedWish() {
        return script.prospect() != null
                        && order != null
                        && script.prospect().choice().wish() instanceof RemedyChoice.Wish.NotPossible(var reason)
                ? frame.words().say(reason)
                : null;
    }

    public List<Sku> lines() {
        return order == null
                ? List.of()
                : order.lines().stream().map(Order.Line::sku).distinct().toList();
    }

    public String units(Sku sku) {
        var typed = call.units().get(sku.value());
        return typed == null || typed.isEmpty() ? String.valueOf(order == null ? 1 : order.ordered(sku)) : typed;
    }

    /** What the order holds against which a caller can be asked. */
    public String held(Heard.Proof proof) {
        var known = order;
        return known == null
                ? ""
                : Objects.requireNonNullElse(
                        switch (proof) {
                            case POSTCODE -> known.shipTo().postcode();
                            case EMAIL -> known.customer().email();
                            case PHONE -> known.customer().phone();
                        },
                        "");
    }

    public List<Heard.Proof> proofs() {
        return Stream.of(Heard.Proof.values())
                .filter(proof -> !held(proof).isEmpty())
                .toList();
    }

    /** A number that fits no order of ours and can be noted all the same. */
    public @Nullable String unknownNumber() {
        if (order == null && !call.order().isEmpty()) {
            return call.order();
        }
        var looked = call.look();
        return order == null && orders.isEmpty() && looked.matches("[A-Za-z0-9#][A-Za-z0-9 ._/#-]*[0-9][A-Za-z0-9-]*")
                ? looked
                : null;
    }

    public boolean isNoneChosen() {
        return call.isOrderChosen();
    }

    /** Whether the chosen order is not among those that were found now. */
    public boolean isApart() {
        var known = order;
        return known != null
                && orders.stream().noneMatch(found -> found.orderNumber().equals(known.orderNumber()));
    }

    public List<Choice> places() {
        return Stream.of(Heard.Place.values())
                .map(place -> new Choice(place.name(), frame.words().say("calls.place", place)))
                .toList();
    }

    public List<Choice> languages() {
        return Languages.ALL.stream()
                .map(language -> new Choice(
                        language.toLanguageTag(), frame.words().say("desk.new.language." + language.getLanguage())))
                .toList();
    }

    public List<Choice> problems() {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", frame.words().say("desk.new.not-said")));
        Stream.of(Problem.values())
                .map(problem -> new Choice(problem.name(), frame.words().say("claims.problem", problem)))
                .forEach(choices::add);
        return choices;
    }

    public List<Choice> demands() {
        return Stream.of(Demand.values())
                .map(demand -> new Choice(demand.name(), frame.words().say("claims.demand", demand)))
                .toList();
    }

    public List<Heard.Danger> dangers() {
        return List.of(Heard.Danger.values());
    }

    public @Nullable Prospect prospect() {
        return script.prospect();
    }
}
