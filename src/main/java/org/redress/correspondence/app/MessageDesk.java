package org.redress.correspondence.app;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchants;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.claims.Matters;
import org.redress.claims.Promises;
import org.redress.correspondence.Message;
import org.redress.correspondence.Messages;
import org.redress.correspondence.model.MessageRules;
import org.redress.correspondence.store.MessageTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Languages;
import org.springframework.stereotype.Component;

@Component
class MessageDesk implements Messages {
    private final Claims claims;
    private final Promises promises;
    private final Matters matters;
    private final Hearing hearing;
    private final Merchants merchants;
    private final MessageTable messages;
    private final Outbox outbox;
    private final Languages languages;
    private final MerchantTransactions transactions;

    MessageDesk(
            Claims claims,
            Promises promises,
            Matters matters,
            Hearing hearing,
            Merchants merchants,
            MessageTable messages,
            Outbox outbox,
            Languages languages,
            MerchantTransactions transactions) {
        this.claims = claims;
        this.promises = promises;
        this.matters = matters;
        this.hearing = hearing;
        this.merchants = merchants;
        this.messages = messages;
        this.outbox = outbox;
        this.languages = languages;
        this.transactions = transactions;
    }

    @Override
    public Page<Message> newest(MerchantId merchant, UUID claim, @Nullable String after, int limit) {
        return transactions.call(merchant, () -> {
            var from = after == null || after.isEmpty() ? null : place(merchant, claim, after);
            var said = messages.newest(merchant, claim, from, limit + 1);
            return said.size() <= limit
                    ? new Page<>(said, null)
                    : new Page<>(said.subList(1, limit + 1), said.get(1).id().toString());
        });
    }

    @Override
    public Page<Message> page(MerchantId merchant, UUID claim, @Nullable String after, int limit) {
        return transactions.call(merchant, () -> {
            var from = after == null || after.isEmpty() ? null : place(merchant, claim, after);
            var said = messages.ofClaim(merchant, claim, from, limit + 1);
            return said.size() <= limit
                    ? new Page<>(said, null)
                    : new Page<>(
                            said.subList(0, limit), said.get(limit - 1).id().toString());
        });
    }

    private UUID place(MerchantId merchant, UUID claim, String after) {
        return Ids.parse(after)
                .flatMap(id -> messages.find(merchant, claim, id))
                .map(Message::id)
                .orElseThrow(() -> new Refused(
                        Refusal.invalid("/after", "NOT_A_POSITION", Phrase.of("correspondence.fault.after"))));
    }

    @Override
    public Message hear(MerchantId merchant, UUID claim, UUID id, String text, Actor.Program author) {
        write(merchant, claim, id, text, author);
        return transactions
                .call(merchant, () -> said(merchant, claim, id))
                .filter(said -> said.isFromCustomer() && said.body().equals(MessageRules.tidy(text)))
                .orElseThrow(
                        () -> new Refused(Refusal.invalid("/id", "TAKEN", Phrase.of("correspondence.fault.id-taken"))));
    }

    @Override
    public void write(MerchantId merchant, UUID claim, UUID id, String text, Actor author) {
        var tidy = MessageRules.tidy(text);
        try {
            transactions.run(merchant, () -> write(merchant, find(merchant, claim), id, tidy, author));
        } catch (Refused refused) {
            if (refused.refusal().kind() != Refusal.Kind.CONFLICT) {
                throw refused;
            }
            // The claim moved under our hands: what was said is said, as the claim stands now.
            transactions.run(merchant, () -> write(merchant, find(merchant, claim), id, tidy, author));
        }
    }

    @Override
    public boolean needsNoReply(MerchantId merchant, UUID claim, @Nullable UUID read) {
        return transactions.call(merchant, () -> {
            messages.hold(merchant, claim);
            var said = messages.newest(merchant, claim, null, Page.USUAL).reversed();
            var since = said.stream()
                    .takeWhile(message -> !message.id().equals(read))
                    .toList();
            if (since.size() == said.size() || since.stream().anyMatch(Message::isFromCustomer)) {
                return false;
            }
            promises.needsNoReply(merchant, claim, hearing.now());
            return true;
        });
    }

    /** Said here before, or where the claim goes on. */
    private Optional<Message> said(MerchantId merchant, UUID claim, UUID id) {
        return messages.find(merchant, claim, id)
                .or(() -> messages.find(merchant, goesOn(find(merchant, claim)).id(), id));
    }

    private Claim find(MerchantId merchant, UUID claim) {
        return claims.find(merchant, claim).orElseThrow(() -> new Refused(Refusal.absent()));
    }

    private void write(MerchantId merchant, Claim claim, UUID id, String text, Actor author) {
        MessageRules.check(text).ifPresent(MessageDesk::refuse);
        messages.hold(merchant, claim.id());
        if (messages.exists(merchant, id)) {
            return;
        }
        switch (author) {
            case Actor.Customer(), Actor.Program _ -> hear(claim, id, text, author);
            case Actor.Staff _ -> {
                matters.checkConfidential(claim, text, "/message");
                tell(claim, id, text, author);
            }
            case Actor.Product() -> tell(claim, id, text, author);
        }
    }

    private static void refuse(Refusal refusal) {
        throw new Refused(refusal);
    }

    /** On the claim that is handled, where the same trouble was told twice. */
    private void hear(Claim told, UUID id, String text, Actor author) {
        var claim = goesOn(told);
        hearing.limit(claim).ifPresent(MessageDesk::refuse);
        hearing.hear(claim, id, text, Map.of(), author);
    }

    private Claim goesOn(Claim claim) {
        return claims.goesOnAs(claim).orElse(claim);
    }

    private void tell(Claim claim, UUID id, String text, Actor author) {
        var message = hearing.note(claim, id, null, Message.Direction.OUTBOUND, text, author);
        if (messages.insert(claim.merchant(), message)) {
            claims.findBy(claim.merchant(), claim.id(), text);
            promises.told(claim.merchant(), claim.id(), author, message.at());
            var merchant = merchants.find(claim.merchant());
            var words = languages.words(message.language(), merchant.zone());
            outbox.add(claim, merchant, message, Phrase.of("correspondence.note.subject", claim.number()), words);
        }
    }
}
