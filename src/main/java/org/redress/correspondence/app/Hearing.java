package org.redress.correspondence.app;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchants;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.claims.Entry;
import org.redress.claims.Feelings;
import org.redress.claims.Promises;
import org.redress.correspondence.Message;
import org.redress.correspondence.Messages;
import org.redress.correspondence.model.MessageRules;
import org.redress.correspondence.store.MessageTable;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.ui.Languages;
import org.springframework.stereotype.Component;

/** What a customer says, on its claim, by whichever way it came: words and files. In a transaction under way. */
@Component
class Hearing {
    private final Claims claims;
    private final Feelings feelings;
    private final Promises promises;
    private final Evidence evidence;
    private final MessageTable messages;
    private final Outbox outbox;
    private final Merchants merchants;
    private final Languages languages;
    private final InstantSource clock;

    Hearing(
            Claims claims,
            Feelings feelings,
            Promises promises,
            Evidence evidence,
            MessageTable messages,
            Outbox outbox,
            Merchants merchants,
            Languages languages,
            InstantSource clock) {
        this.claims = claims;
        this.feelings = feelings;
        this.promises = promises;
        this.evidence = evidence;
        this.messages = messages;
        this.outbox = outbox;
        this.merchants = merchants;
        this.languages = languages;
        this.clock = clock;
    }

    /** What is said where the customer has said very much on this claim lately; until the transaction ends nobody else writes there. */
    Optional<Refusal> limit(Claim claim) {
        messages.hold(claim.merchant(), claim.id());
        var since = clock.instant().minus(MessageRules.WITHIN);
        return MessageRules.limit(messages.inboundSince(claim.merchant(), claim.id(), since));
    }

    /**
     * The words first: they are the answer, where one was asked for.
     *
     * @param id of the message
     * @param text may be empty
     * @param actor whoever says it, or notes it for the customer
     */
    void hear(Claim claim, UUID id, String text, Map<EvidenceId, EvidenceKind> files, Actor actor) {
        var merchant = claim.merchant();
        var answers = !text.isEmpty() && claim.state() instanceof ClaimState.NeedsInformation;
        if (!text.isEmpty()) {
            var answer = answers ? answer(claim, text, actor) : null;
            messages.insert(merchant, note(claim, id, answer, Message.Direction.INBOUND, fitting(text), actor));
            claims.findBy(merchant, claim.id(), text);
            feelings.heard(merchant, claim.id(), text, now());
        }
        if (!files.isEmpty()) {
            evidence.attach(merchant, claim.id(), files);
            claims.handle(merchant, claim.id(), new ClaimCommand.AddEvidence(files.keySet()), actor, null);
        }
        if (!answers) {
            promises.wrote(merchant, claim.id(), now());
        }
    }

    /** The same words also answer what was asked. They stand in the ledger and, under its place there, here: once. */
    private @Nullable Entry answer(Claim claim, String text, Actor actor) {
        claims.handle(claim.merchant(), claim.id(), new ClaimCommand.ProvideInformation(text), actor, null);
        return claims.timeline(claim.merchant(), claim.id()).reversed().stream()
                .filter(entry -> entry.event() instanceof ClaimEvent.InformationProvided)
                .findFirst()
                .orElse(null);
    }

    /**
     * Tells the customer which files did not reach the claim.
     *
     * @param cut whether the mail was not taken in whole
     * @param mailed whether by mail too, or on the page of the claim only
     */
    void tellLeftOut(Claim claim, List<String> files, boolean cut, boolean mailed) {
        var merchant = merchants.find(claim.merchant());
        var words = languages.words(Languages.nearest(claim.filing().language()), merchant.zone());
        var text = words.say(cut ? "correspondence.post.tell.cut" : "correspondence.post.tell.files")
                + (files.isEmpty()
                        ? ""
                        : "\n"
                                + String.join(
                                        "\n",
                                        files.stream().map(name -> "• " + name).toList()))
                + "\n\n" + words.say("correspondence.post.tell.how");
        var message = note(claim, Ids.next(), null, Message.Direction.OUTBOUND, fitting(text), new Actor.Product());
        if (messages.insert(claim.merchant(), message) && mailed) {
            outbox.add(claim, merchant, message, Phrase.of("correspondence.note.subject", claim.number()), words);
        }
    }

    /** @param cause the entry that these words stand in, or null */
    Message note(Claim claim, UUID id, @Nullable Entry cause, Message.Direction direction, String text, Actor author) {
        return new Message(
                id,
                claim.id(),
                cause == null ? null : cause.sequence(),
                direction,
                author,
                Message.Kind.NOTE,
                text,
                Languages.nearest(claim.filing().language()),
                cause == null ? now() : cause.at(),
                null);
    }

    /** The whole of a long mail stands in the post. */
    static String fitting(String text) {
        var tidy = MessageRules.tidy(text);
        return tidy.codePointCount(0, tidy.length()) <= Messages.LONGEST
                ? tidy
                : tidy.substring(0, tidy.offsetByCodePoints(0, Messages.LONGEST - 1)) + "…";
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
