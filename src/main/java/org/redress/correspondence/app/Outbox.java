package org.redress.correspondence.app;

import java.time.InstantSource;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchant;
import org.redress.access.Merchants;
import org.redress.claims.Claim;
import org.redress.correspondence.Mailing;
import org.redress.correspondence.Mailings;
import org.redress.correspondence.Message;
import org.redress.correspondence.model.ShortText;
import org.redress.correspondence.store.MailTable;
import org.redress.correspondence.store.PostTable;
import org.redress.correspondence.store.WaitingMail;
import org.redress.database.Jobs;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.ui.Languages;
import org.redress.ui.Words;
import org.springframework.stereotype.Component;

/**
 * Where mail and short texts are put in the transaction that causes them, together with the promise to send them: both stand or
 * neither. Where no way leads to the customer, messages stand on the claim only.
 */
@Component
class Outbox implements Mailings {
    private final MailTable mails;
    private final PostTable posts;
    private final AnswerAddress answers;
    private final MerchantTransactions transactions;
    private final Merchants merchants;
    private final Languages languages;
    private final ReturnAddress returnAddress;
    private final Jobs jobs;
    private final InstantSource clock;
    private final Ways ways;

    Outbox(
            MailTable mails,
            PostTable posts,
            AnswerAddress answers,
            MerchantTransactions transactions,
            Merchants merchants,
            Languages languages,
            ReturnAddress returnAddress,
            Jobs jobs,
            InstantSource clock,
            Ways ways) {
        this.mails = mails;
        this.posts = posts;
        this.answers = answers;
        this.transactions = transactions;
        this.merchants = merchants;
        this.languages = languages;
        this.returnAddress = returnAddress;
        this.jobs = jobs;
        this.clock = clock;
        this.ways = ways;
    }

    /** Does nothing where no way leads to the customer. */
    void add(Claim claim, Merchant merchant, Message message, Phrase subject, Words words) {
        ways.to(claim)
                .map(reach -> switch (reach.way()) {
                    case MAIL -> letter(reach.recipient(), claim, merchant, message, subject, words);
                    case TEXT -> text(reach.recipient(), claim, merchant, message, words);
                })
                .ifPresent(mail -> {
                    mails.insert(claim.merchant(), mail);
                    promise(claim.merchant(), mail);
                });
    }

    private WaitingMail letter(
            String recipient, Claim claim, Merchant merchant, Message message, Phrase subject, Words words) {
        var id = Ids.next();
        return new WaitingMail(
                id,
                Message.Mail.Way.MAIL,
                claim.id(),
                message.id(),
                null,
                recipient,
                message.language(),
                words.say(subject),
                greeting(claim.filing().contact().name(), words) + "\n\n" + message.body() + "\n\n"
                        + words.say("correspondence.mail.link"),
                closing(merchant, "correspondence.mail", words),
                0,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                "<%s@%s>".formatted(id, returnAddress.domain()),
                mails.firstOf(claim.merchant(), claim.id())
                        .or(() -> posts.firstOf(claim.merchant(), claim.id()))
                        .orElse(null));
    }

    private WaitingMail text(String recipient, Claim claim, Merchant merchant, Message message, Words words) {
        var id = Ids.next();
        return new WaitingMail(
                id,
                Message.Mail.Way.TEXT,
                claim.id(),
                message.id(),
                null,
                recipient,
                message.language(),
                "",
                words.say(ShortText.of(message.kind(), merchant.name(), claim.number())),
                "",
                0,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                "<%s@%s>".formatted(id, returnAddress.domain()),
                null);
    }

    @Override
    public boolean send(MerchantId merchant, Mailing mailing) {
        var recipient = mailing.recipient().strip();
        if (!ways.isMailOpen() || !ReturnAddress.isAddress(recipient)) {
            return false;
        }
        var shop = merchants.find(merchant);
        var words = languages.words(mailing.language(), shop.zone());
        var parts = new ArrayList<>(List.of(greeting(mailing.name(), words)));
        mailing.says().forEach(phrase -> parts.add(words.say(phrase)));
        parts.add(words.say(mailing.before()));
        var id = Ids.next();
        var mail = new WaitingMail(
                id,
                Message.Mail.Way.MAIL,
                null,
                null,
                mailing.id(),
                recipient,
                words.locale(),
                words.say(mailing.subject()),
                String.join("\n\n", parts),
                closing(shop, "correspondence.mailing", words),
                0,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                "<%s@%s>".formatted(id, returnAddress.domain()),
                null);
        if (mails.insert(merchant, mail)) {
            promise(merchant, mail);
        }
        return true;
    }

    @Override
    public Map<UUID, Progress> progress(MerchantId merchant, Collection<UUID> mailings) {
        return transactions.call(merchant, () -> mails.states(merchant, mailings));
    }

    private void promise(MerchantId merchant, WaitingMail mail) {
        jobs.promise(MailTask.SEND.getTaskName(), new MailTask(merchant, mail.id()).toString(), mail.createdAt());
    }

    private static String greeting(@Nullable String name, Words words) {
        return name == null || name.isBlank()
                ? words.say("correspondence.mail.greeting")
                : words.say("correspondence.mail.greeting.named", name.strip());
    }

    private String closing(Merchant merchant, String key, Words words) {
        return String.join(
                "\n\n",
                words.say(key + ".private"),
                words.say("correspondence.mail.regards", merchant.name()),
                words.say(
                        key + (answers.isOpen() ? ".answer" : ".automatic"),
                        merchant.zone().getDisplayName(TextStyle.FULL, words.locale())));
    }
}
