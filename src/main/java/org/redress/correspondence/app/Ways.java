package org.redress.correspondence.app;

import java.util.Optional;
import java.util.Set;
import org.redress.access.Merchants;
import org.redress.claims.Claim;
import org.redress.correspondence.Channel;
import org.redress.correspondence.model.Reach;
import org.redress.correspondence.store.MailTable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Which ways lead to customers here: mail where a mail server is set up, short texts where a channel is. */
@Component
class Ways {
    private static final Set<String> ADAPTERS = Set.of("none", "sandbox", "http");

    private final boolean mail;
    private final boolean texts;
    private final MailTable mails;
    private final Merchants merchants;

    Ways(
            Environment settings,
            ObjectProvider<JavaMailSender> sender,
            ObjectProvider<Channel> channel,
            MailTable mails,
            Merchants merchants) {
        var adapter = settings.getProperty("redress.channel.adapter", "none");
        if (!ADAPTERS.contains(adapter)) {
            throw new IllegalStateException("redress.channel.adapter must be none, sandbox or http, but is " + adapter);
        }
        this.mail = !settings.getProperty("spring.mail.host", "").isBlank() && sender.getIfAvailable() != null;
        this.texts = channel.getIfAvailable() != null;
        this.mails = mails;
        this.merchants = merchants;
    }

    boolean isMailOpen() {
        return mail;
    }

    /** How this claim’s customer is reached now; empty where they read it on the page of their claim only. */
    Optional<Reach> to(Claim claim) {
        var contact = claim.filing().contact();
        var email = contact.email();
        var lost = mail && texts && email != null && mails.isLost(claim.merchant(), claim.id(), email.strip());
        return Reach.of(contact, mail, texts, lost).filter(_ -> !merchants.isForPractice(claim.merchant()));
    }
}
