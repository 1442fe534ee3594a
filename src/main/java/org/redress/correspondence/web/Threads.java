package org.redress.correspondence.web;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchants;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.ClaimState;
import org.redress.correspondence.Message;
import org.redress.correspondence.Messages;
import org.redress.kernel.Actor;
import org.redress.ui.Frame;
import org.redress.ui.Words;
import org.springframework.stereotype.Component;

/** Gathers a thread for the customer or for staff. */
@Component
class Threads {
    private final Messages messages;
    private final Merchants merchants;

    Threads(Messages messages, Merchants merchants) {
        this.messages = messages;
        this.merchants = merchants;
    }

    String shop(Claim claim) {
        return merchants.find(claim.merchant()).name();
    }

    /** @param link path of the tracking page */
    MessageThread forCustomer(Claim claim, String link, Frame frame, Typed typed) {
        var words = frame.words();
        var shop = shop(claim);
        var answers = claim.state() instanceof ClaimState.NeedsInformation;
        var composer = new MessageThread.Composer(
                link + "/messages",
                typed.id(),
                words.say("correspondence.write.label.customer", shop),
                answers ? words.say("correspondence.write.hint.answer") : null,
                typed.text(),
                typed.error(),
                !typed.text().isEmpty() || typed.error() != null);
        return thread(
                claim,
                frame,
                message -> message.isFromCustomer() ? fromYou(message, shop, words) : shop,
                "correspondence.thread.none-yet",
                false,
                composer);
    }

    private static String fromYou(Message message, String shop, Words words) {
        return switch (message.author()) {
            case Actor.Customer(), Actor.Program _, Actor.Product() -> words.say("correspondence.by.you");
            case Actor.Staff _ -> words.say("correspondence.by.noted", shop);
        };
    }

    MessageThread forStaff(Claim claim, Viewer viewer, Frame frame, Typed typed) {
        var words = frame.words();
        var composer = viewer.has(Role.AGENT)
                ? new MessageThread.Composer(
                        DeskMessages.page(claim.id()) + "/messages",
                        typed.id(),
                        words.say("correspondence.write.label.staff"),
                        words.say("correspondence.write.hint.mail"),
                        typed.text(),
                        typed.error(),
                        true)
                : null;
        return thread(
                claim,
                frame,
                message -> message.isFromCustomer()
                        ? fromCustomer(message, claim, words)
                        : fromUs(message.author(), words),
                "correspondence.thread.empty",
                true,
                composer);
    }

    private static String fromCustomer(Message message, Claim claim, Words words) {
        return switch (message.author()) {
            case Actor.Customer(), Actor.Product() -> customer(claim, words);
            case Actor.Program(var _, var name) -> words.say("correspondence.by.program", name);
            case Actor.Staff(var _, var name) -> words.say("correspondence.by.noted.staff", name);
        };
    }

    private static String customer(Claim claim, Words words) {
        var name = claim.filing().contact().name();
        return name == null || name.isBlank()
                ? words.say("correspondence.by.customer")
                : words.say("correspondence.by.customer.named", name);
    }

    private static String fromUs(Actor author, Words words) {
        return switch (author) {
            case Actor.Staff(var _, var name) -> name;
            case Actor.Program(var _, var name) -> words.say("correspondence.by.program", name);
            case Actor.Product(), Actor.Customer() -> words.say("correspondence.by.product");
        };
    }

    private MessageThread thread(
            Claim claim,
            Frame frame,
            Function<Message, String> by,
            String empty,
            boolean staff,
            MessageThread.@Nullable Composer composer) {
        var bubbles = messages.ofClaim(claim.merchant(), claim.id()).stream()
                .map(message -> new MessageThread.Bubble(message, by.apply(message), staff != message.isFromCustomer()))
                .toList();
        return new MessageThread(frame, bubbles, frame.words().say(empty), staff, composer);
    }
}
