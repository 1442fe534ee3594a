package org.redress.correspondence.app;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchant;
import org.redress.access.Merchants;
import org.redress.claims.Claim;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimMoved;
import org.redress.claims.Claims;
import org.redress.claims.Containments;
import org.redress.claims.Entry;
import org.redress.claims.Feelings;
import org.redress.correspondence.Message;
import org.redress.correspondence.model.Letter;
import org.redress.correspondence.model.Letters;
import org.redress.correspondence.store.MessageTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.redress.ui.Languages;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Tells the customer what has happened, in their language, on the claim and by e-mail. Heard twice it tells once; heard
 * late it tells what is still true.
 */
@Component
class Narrator {
    private final Claims claims;
    private final Containments containments;
    private final Feelings feelings;
    private final Merchants merchants;
    private final MessageTable messages;
    private final Outbox outbox;
    private final ArticleNames names;
    private final Languages languages;
    private final MerchantTransactions transactions;
    private final InstantSource clock;

    Narrator(
            Claims claims,
            Containments containments,
            Feelings feelings,
            Merchants merchants,
            MessageTable messages,
            Outbox outbox,
            ArticleNames names,
            Languages languages,
            MerchantTransactions transactions,
            InstantSource clock) {
        this.claims = claims;
        this.containments = containments;
        this.feelings = feelings;
        this.merchants = merchants;
        this.messages = messages;
        this.outbox = outbox;
        this.names = names;
        this.languages = languages;
        this.transactions = transactions;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(ClaimMoved moved) {
        var merchant = new MerchantId(moved.merchant());
        transactions.run(merchant, () -> tell(merchant, moved.claim(), moved.sequence()));
    }

    private void tell(MerchantId merchant, UUID id, int sequence) {
        var found = claims.find(merchant, id);
        if (found.isEmpty()) {
            return;
        }
        var claim = found.get();
        var timeline = claims.timeline(merchant, id);
        var called = names.of(claim);
        timeline.stream().filter(entry -> entry.sequence() == sequence).forEach(entry -> {
            for (var letter : Letters.of(claim, timeline, entry, called, beyond(claim, entry), clock.instant())) {
                write(claim, merchants.find(merchant), entry, letter, called);
            }
        });
    }

    private Letters.Beyond beyond(Claim claim, Entry entry) {
        return switch (entry.event()) {
            case ClaimEvent.ClaimRejected _, ClaimEvent.RejectionConfirmed _ ->
                new Letters.Beyond(claims.routes(claim), false);
            case ClaimEvent.RemedyOffered _, ClaimEvent.OfferApproved _ ->
                new Letters.Beyond(
                        List.of(),
                        !containments.ofClaim(claim.merchant(), claim.id()).isEmpty());
            default -> Letters.Beyond.NOTHING;
        };
    }

    private void write(Claim claim, Merchant merchant, Entry entry, Letter letter, Function<Sku, String> called) {
        write(claim, merchant, Ids.next(), entry.sequence(), letter, entry.at(), called);
    }

    /** What is said by time alone; once under each id. */
    void write(Claim claim, UUID id, Letter letter, Instant at) {
        write(
                claim,
                merchants.find(claim.merchant()),
                id,
                null,
                letter,
                at.truncatedTo(ChronoUnit.MICROS),
                names.of(claim));
    }

    private void write(
            Claim claim,
            Merchant merchant,
            UUID id,
            @Nullable Integer cause,
            Letter letter,
            Instant at,
            Function<Sku, String> called) {
        var language = Languages.nearest(claim.filing().language());
        var words = languages.words(language, merchant.zone());
        var message = new Message(
                id,
                claim.id(),
                cause,
                letter.direction(),
                letter.author(),
                letter.kind(),
                Wording.say(letter.parts(), words, called),
                language,
                at,
                null);
        if (message.isFromCustomer()) {
            feelings.heard(claim.merchant(), claim.id(), message.body(), at);
        }
        var subject = letter.subject();
        if (messages.insert(claim.merchant(), message) && subject != null) {
            outbox.add(claim, merchant, message, subject, words);
        }
    }
}
