package org.redress.correspondence.app;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.CustomerLinks;
import org.redress.access.Merchants;
import org.redress.access.Origin;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.correspondence.Channel;
import org.redress.correspondence.Channel.Outcome;
import org.redress.correspondence.MailingLinks;
import org.redress.correspondence.Message.Mail.Way;
import org.redress.correspondence.model.MailRetry;
import org.redress.correspondence.store.MailTable;
import org.redress.correspondence.store.ReplyTable;
import org.redress.correspondence.store.WaitingMail;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.MerchantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Sends what waits in the outbox, outside of any transaction. Where the server takes a mail and we die before we write
 * that down, the mail is sent again under the same Message-ID: at worst it arrives twice, never not at all. The same holds for a
 * text and its id.
 */
@Component
class Postman {
    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    /** How long the link in a mail opens: longer than any claim should take. */
    static final Duration LINK_LASTS = Duration.ofDays(365);

    private static final int LONGEST_ERROR = 500;

    private final MailTable mails;
    private final MerchantTransactions transactions;
    private final Merchants merchants;
    private final Claims claims;
    private final CustomerLinks links;
    private final ObjectProvider<MailingLinks> mailingLinks;
    private final Origin origin;
    private final ReturnAddress returnAddress;
    private final AnswerAddress answers;
    private final ReplyTable replies;
    private final ObjectProvider<JavaMailSender> sender;
    private final ObjectProvider<Channel> channel;
    private final MailRetry retryMail;
    private final MailRetry retryText;
    private final InstantSource clock;

    Postman(
            MailTable mails,
            MerchantTransactions transactions,
            Merchants merchants,
            Claims claims,
            CustomerLinks links,
            ObjectProvider<MailingLinks> mailingLinks,
            Origin origin,
            ReturnAddress returnAddress,
            AnswerAddress answers,
            ReplyTable replies,
            ObjectProvider<JavaMailSender> sender,
            ObjectProvider<Channel> channel,
            Environment settings,
            InstantSource clock) {
        this.mails = mails;
        this.transactions = transactions;
        this.merchants = merchants;
        this.claims = claims;
        this.links = links;
        this.mailingLinks = mailingLinks;
        this.origin = origin;
        this.returnAddress = returnAddress;
        this.answers = answers;
        this.replies = replies;
        this.sender = sender;
        this.channel = channel;
        this.retryMail = retry("redress.mail.first-retry", settings);
        this.retryText = retry("redress.channel.first-retry", settings);
        this.clock = clock;
    }

    private static MailRetry retry(String setting, Environment settings) {
        return new MailRetry(settings.getProperty(setting, Duration.class, Duration.ofMinutes(1)));
    }

    /** Makes one attempt. Answers when to make the next; empty where none is due. */
    Optional<Instant> send(MerchantId merchant, UUID id) {
        var ready = transactions.call(
                merchant,
                () -> mails.waiting(merchant, id)
                        .map(mail -> new Ready(
                                mail, linkTo(merchant, mail), answerTo(merchant, mail), number(merchant, mail))));
        if (ready.isEmpty()) {
            return Optional.empty();
        }
        var mail = ready.get().mail();
        return switch (hand(merchant, ready.get())) {
            case Outcome.Taken(var reference) -> {
                transactions.run(merchant, () -> mails.sent(merchant, id, clock.instant(), reference));
                yield Optional.empty();
            }
            case Outcome.Refused(var said) -> failed(merchant, mail, said, Optional.empty());
            case Outcome.NotNow(var said) ->
                failed(merchant, mail, said, retry(mail).after(mail.attempts() + 1, mail.createdAt(), clock.instant()));
        };
    }

    private MailRetry retry(WaitingMail mail) {
        return switch (mail.way()) {
            case MAIL -> retryMail;
            case TEXT -> retryText;
        };
    }

    /**
     * @param answerTo the address for answers, or null where nobody reads them
     * @param claim its number, or null where it is about none
     */
    private record Ready(
            WaitingMail mail,
            String link,
            @Nullable String answerTo,
            @Nullable String claim) {}

    private @Nullable String number(MerchantId merchant, WaitingMail mail) {
        return mail.claim() == null || mail.way() == Way.MAIL
                ? null
                : claims.find(merchant, mail.claim()).map(Claim::number).orElse(null);
    }

    /** Like the link it is kept as a hash, so each attempt asks for an address of its own. */
    private @Nullable String answerTo(MerchantId merchant, WaitingMail mail) {
        if (mail.way() != Way.MAIL || !answers.isOpen()) {
            return null;
        }
        var token = answers.token();
        token.ifPresent(secret -> replies.insert(merchant, secret, mail.id(), clock.instant()));
        return token.map(answers::with).orElseGet(answers::plain);
    }

    /** Only the hash of a link is kept, so each attempt carries a link of its own. */
    private String linkTo(MerchantId merchant, WaitingMail mail) {
        var until = clock.instant().plus(LINK_LASTS);
        var claim = mail.claim();
        if (claim != null) {
            return origin.url() + links.issue(merchant, claim, until);
        }
        return origin.url() + mailingLinks.getObject().issue(merchant, Objects.requireNonNull(mail.mailing()), until);
    }

    /** Whatever goes wrong is counted as an attempt and written down: nothing is tried for ever where nobody sees it. */
    private Outcome hand(MerchantId merchant, Ready ready) {
        try {
            return switch (ready.mail().way()) {
                case MAIL -> mailed(merchant, ready);
                case TEXT -> texted(merchant, ready);
            };
        } catch (RuntimeException broken) {
            log.error(
                    "{} {} could not be handed over",
                    ready.mail().way(),
                    ready.mail().id(),
                    broken);
            return new Outcome.NotNow(broken.getClass().getSimpleName());
        }
    }

    private Outcome texted(MerchantId merchant, Ready ready) {
        var text = ready.mail();
        var gateway = channel.getIfAvailable();
        return gateway == null
                ? new Outcome.NotNow("No channel is configured (redress.channel.adapter)")
                : gateway.hand(new Channel.Text(
                        text.id(),
                        merchant,
                        text.recipient(),
                        text.language(),
                        text.body(),
                        ready.link(),
                        Objects.requireNonNull(ready.claim())));
    }

    private Outcome mailed(MerchantId merchant, Ready ready) {
        try {
            mail(merchant, ready);
            return new Outcome.Taken(null);
        } catch (MailException | MessagingException | UnsupportedEncodingException notTaken) {
            log.warn(
                    "Mail {} was not taken: {}",
                    ready.mail().id(),
                    notTaken.getClass().getSimpleName());
            return isRefusedForGood(notTaken)
                    ? new Outcome.Refused(said(notTaken))
                    : new Outcome.NotNow(said(notTaken));
        }
    }

    private void mail(MerchantId merchant, Ready ready) throws MessagingException, UnsupportedEncodingException {
        var mail = ready.mail();
        if (!ReturnAddress.isAddress(mail.recipient())) {
            throw new SendFailedException("Not an e-mail address: " + mail.recipient());
        }
        var server = sender.getIfAvailable();
        if (server == null) {
            throw new MailSendException("No mail server is configured (spring.mail.host)");
        }
        server.send(composed(server.createMimeMessage(), merchant, ready));
    }

    private MimeMessage composed(MimeMessage message, MerchantId merchant, Ready ready)
            throws MessagingException, UnsupportedEncodingException {
        var mail = ready.mail();
        var shop = oneLine(merchants.find(merchant).name());
        var helper = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
        helper.setFrom(new InternetAddress(returnAddress.address(), shop, StandardCharsets.UTF_8.name()));
        helper.setTo(new InternetAddress(mail.recipient(), true));
        helper.setSubject(oneLine(mail.subject()));
        helper.setSentDate(Date.from(mail.createdAt()));
        helper.setText((mail.body() + "\n" + ready.link() + "\n\n" + mail.closing() + "\n").replace("\n", "\r\n"));
        message.setHeader("Message-ID", mail.messageId());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply, RN, NRN");
        if (ready.answerTo() != null) {
            helper.setReplyTo(new InternetAddress(ready.answerTo(), shop, StandardCharsets.UTF_8.name()));
        }
        message.setHeader("Content-Language", mail.language().toLanguageTag());
        if (mail.references() != null) {
            message.setHeader("In-Reply-To", mail.references());
            message.setHeader("References", mail.references());
        }
        return message;
    }

    /** A line end in a header would begin another header. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private Optional<Instant> failed(MerchantId merchant, WaitingMail mail, String error, Optional<Instant> next) {
        transactions.run(
                merchant,
                () -> next.ifPresentOrElse(
                        at -> mails.postpone(merchant, mail.id(), at, error),
                        () -> mails.giveUp(merchant, mail.id(), error)));
        log.warn(
                "{} {} could not be sent; {}",
                mail.way(),
                mail.id(),
                next.isPresent() ? "next attempt at " + next.get() : "given up");
        return next;
    }

    /** Whether the server knows that the address will never work: trying again would only annoy it. */
    private static boolean isRefusedForGood(Exception reason) {
        if (reason instanceof MailSendException several) {
            return several.getFailedMessages().values().stream().anyMatch(Postman::isRefusedForGood);
        }
        return reason instanceof SendFailedException refused
                && (refused.getInvalidAddresses() == null || refused.getInvalidAddresses().length > 0);
    }

    /** For staff: the innermost sentence, which is the server's. */
    private static String said(Exception reason) {
        @Nullable Throwable innermost = reason;
        if (reason instanceof MailSendException several
                && !several.getFailedMessages().isEmpty()) {
            innermost = several.getFailedMessages().values().iterator().next();
        }
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        var sentence = innermost.getMessage() == null ? innermost.getClass().getSimpleName() : innermost.getMessage();
        var line = oneLine(sentence);
        return line.length() <= LONGEST_ERROR ? line : line.substring(0, LONGEST_ERROR);
    }
}
