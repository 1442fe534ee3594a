package org.redress.correspondence.app;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.InstantSource;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import org.redress.access.Merchant;
import org.redress.claims.Claim;
import org.redress.correspondence.Message;
import org.redress.correspondence.store.MailTable;
import org.redress.correspondence.store.WaitingMail;
import org.redress.kernel.Ids;
import org.redress.kernel.Phrase;
import org.redress.ui.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where mail is put in the transaction that causes it, together with the promise to send it: both stand or neither. Without a
 * mail server there is no outbox, and messages stand on the claim only.
 */
@Component
class Outbox {
    private final MailTable mails;
    private final ReturnAddress returnAddress;
    private final Scheduler scheduler;
    private final InstantSource clock;
    private final boolean open;

    Outbox(
            MailTable mails,
            ReturnAddress returnAddress,
            Scheduler scheduler,
            InstantSource clock,
            Environment settings,
            ObjectProvider<JavaMailSender> sender) {
        this.mails = mails;
        this.returnAddress = returnAddress;
        this.scheduler = scheduler;
        this.clock = clock;
        this.open = !settings.getProperty("spring.mail.host", "").isBlank() && sender.getIfAvailable() != null;
    }

    /** Does nothing where there is no mail server or the customer has no e-mail address. */
    void add(Claim claim, Merchant merchant, Message message, Phrase subject, Words words) {
        var recipient = claim.filing().contact().email();
        if (!open || recipient == null || recipient.isBlank()) {
            return;
        }
        var id = Ids.next();
        var mail = new WaitingMail(
                id,
                claim.id(),
                message.id(),
                recipient.strip(),
                message.language(),
                words.say(subject),
                greeting(claim, words) + "\n\n" + message.body() + "\n\n" + words.say("correspondence.mail.link"),
                closing(merchant, words),
                0,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                "<%s@%s>".formatted(id, returnAddress.domain()),
                mails.firstOf(claim.merchant(), claim.id()).orElse(null));
        mails.insert(claim.merchant(), mail);
        scheduler.schedule(MailTask.SEND
                .instance(new MailTask(claim.merchant(), id).toString())
                .scheduledTo(mail.createdAt()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }

    private static String greeting(Claim claim, Words words) {
        var name = claim.filing().contact().name();
        return name == null || name.isBlank()
                ? words.say("correspondence.mail.greeting")
                : words.say("correspondence.mail.greeting.named", name.strip());
    }

    private static String closing(Merchant merchant, Words words) {
        return String.join(
                "\n\n",
                words.say("correspondence.mail.private"),
                words.say("correspondence.mail.regards", merchant.name()),
                words.say(
                        "correspondence.mail.automatic",
                        merchant.zone().getDisplayName(TextStyle.FULL, words.locale())));
    }
}
