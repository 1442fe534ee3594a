package org.redress.correspondence.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchants;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.ClaimState;
import org.redress.claims.Promises;
import org.redress.correspondence.Message;
import org.redress.correspondence.MessageTemplates;
import org.redress.correspondence.Messages;
import org.redress.correspondence.Post;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.Page;
import org.redress.ui.Frame;
import org.redress.ui.Words;
import org.springframework.stereotype.Component;

/** Gathers a thread for the customer or for staff. */
@Component
class Threads {
    private final Messages messages;
    private final Merchants merchants;
    private final Coaching coaching;
    private final MessageTemplates templates;
    private final Post post;
    private final Promises promises;

    Threads(
            Messages messages,
            Merchants merchants,
            Coaching coaching,
            MessageTemplates templates,
            Post post,
            Promises promises) {
        this.messages = messages;
        this.merchants = merchants;
        this.coaching = coaching;
        this.templates = templates;
        this.post = post;
        this.promises = promises;
    }

    String shop(Claim claim) {
        return merchants.find(claim.merchant()).name();
    }

    /** What was said last, for all who look at the claim in one request. */
    Page<Message> last(Claim claim) {
        return before(claim, null);
    }

    private Page<Message> before(Claim claim, @Nullable String after) {
        return messages.newest(claim.merchant(), claim.id(), after, Page.USUAL);
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
                !typed.text().isEmpty() || typed.error() != null,
                null,
                null,
                List.of(),
                null,
                List.of());
        return forCustomer(last(claim), shop, link, frame, composer);
    }

    /**
     * What was said before.
     *
     * @param after where that begins
     */
    MessageThread earlierForCustomer(Claim claim, String link, Frame frame, String after) {
        return forCustomer(before(claim, after), shop(claim), link, frame, null);
    }

    private static MessageThread forCustomer(
            Page<Message> said, String shop, String link, Frame frame, MessageThread.@Nullable Composer composer) {
        var words = frame.words();
        return thread(
                said,
                link,
                frame,
                message -> message.isFromCustomer() ? fromYou(message, shop, words) : shop,
                "correspondence.thread.none-yet",
                false,
                List.of(),
                composer);
    }

    /** What the customer reads, to be handed to them. */
    List<MessageThread.Bubble> readByCustomer(Claim claim, Words words) {
        var shop = shop(claim);
        return bubbles(
                messages.all(claim.merchant(), claim.id()),
                message -> message.isFromCustomer() ? fromYou(message, shop, words) : shop,
                false);
    }

    /** The same to be handed on: whoever wrote of the staff stands in it by their part and not by name. */
    List<MessageThread.Bubble> readByRole(Claim claim, Words words) {
        var shop = shop(claim);
        return bubbles(
                messages.all(claim.merchant(), claim.id()),
                message -> message.isFromCustomer()
                        ? words.say("correspondence.by.customer")
                        : message.author() instanceof Actor.Staff
                                ? words.say("correspondence.by.staff", shop)
                                : words.say("correspondence.by.product"),
                true);
    }

    private static List<MessageThread.Bubble> bubbles(
            Stream<Message> said, Function<Message, String> by, boolean staff) {
        return said.map(message ->
                        new MessageThread.Bubble(message, by.apply(message), staff != message.isFromCustomer()))
                .toList();
    }

    private static String fromYou(Message message, String shop, Words words) {
        return switch (message.author()) {
            case Actor.Customer(), Actor.Program _, Actor.Product() -> words.say("correspondence.by.you");
            case Actor.Staff _ -> words.say("correspondence.by.noted", shop);
        };
    }

    MessageThread forStaff(Claim claim, Viewer viewer, Frame frame, Typed typed) {
        return forStaff(claim, last(claim), viewer, frame, typed);
    }

    MessageThread forStaff(Claim claim, Page<Message> said, Viewer viewer, Frame frame, Typed typed) {
        var words = frame.words();
        var composer = viewer.has(Role.AGENT)
                ? new MessageThread.Composer(
                        DeskMessages.page(claim.id()) + "/messages",
                        typed.id(),
                        words.say("correspondence.write.label.staff"),
                        words.say("correspondence.write.hint.mail"),
                        typed.text(),
                        typed.error(),
                        true,
                        typed.coach() == null ? coaching.listening(claim, said) : typed.coach(),
                        typed.meanwhile(),
                        templates.forClaim(claim),
                        promises.unanswered(claim.merchant(), List.of(claim.id()))
                                .get(claim.id()),
                        typed.missing())
                : null;
        var mails = viewer.has(Role.AGENT) ? post.ofClaim(claim.merchant(), claim.id()) : List.<Post.Came>of();
        return forStaff(claim, said, frame, mails, composer);
    }

    /**
     * What was said before.
     *
     * @param after where that begins
     */
    MessageThread earlierForStaff(Claim claim, Frame frame, String after) {
        return forStaff(claim, before(claim, after), frame, List.of(), null);
    }

    private static MessageThread forStaff(
            Claim claim,
            Page<Message> said,
            Frame frame,
            List<Post.Came> mails,
            MessageThread.@Nullable Composer composer) {
        var words = frame.words();
        return thread(
                said,
                DeskMessages.page(claim.id()),
                frame,
                message -> message.isFromCustomer()
                        ? fromCustomer(message, claim, words)
                        : fromUs(message.author(), words),
                "correspondence.thread.empty",
                true,
                mails,
                composer);
    }

    /** Who else wrote while this was written, or null: one answers what one has read. */
    @Nullable
    String overtaking(Claim claim, Page<Message> page, Viewer viewer, String told, Words words) {
        var said = page.items();
        var read = said.stream().map(Message::id).map(UUID::toString).toList().indexOf(told);
        // Whoever has read nothing of all this has been overtaken by all of it.
        boolean behind = read < 0 && page.next() != null && Ids.parse(told).isPresent();
        return read < 0 && !behind
                ? null
                : said.subList(read + 1, said.size()).stream()
                        .filter(message -> !(message.author() instanceof Actor.Product))
                        .filter(message -> !message.author().equals(viewer.actor()))
                        .reduce((_, last) -> last)
                        .map(message -> words.say(
                                "correspondence.write.meanwhile",
                                message.isFromCustomer()
                                        ? fromCustomer(message, claim, words)
                                        : fromUs(message.author(), words)))
                        .orElse(null);
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

    /** @param page of the claim */
    private static MessageThread thread(
            Page<Message> said,
            String page,
            Frame frame,
            Function<Message, String> by,
            String empty,
            boolean staff,
            List<Post.Came> mails,
            MessageThread.@Nullable Composer composer) {
        var further = said.next() == null ? null : page + "/messages?after=" + said.next();
        return new MessageThread(
                frame,
                bubbles(said.items().stream(), by, staff),
                further,
                frame.words().say(empty),
                staff,
                mails,
                composer);
    }
}
