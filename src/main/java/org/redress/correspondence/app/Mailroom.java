package org.redress.correspondence.app;

import jakarta.mail.util.SharedFileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Claim;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.correspondence.MailingLinks;
import org.redress.correspondence.PostItem.Nature;
import org.redress.correspondence.PostItem.State;
import org.redress.correspondence.PostItem.Why;
import org.redress.correspondence.app.Mailbox.Taken;
import org.redress.correspondence.model.DeliveryReport;
import org.redress.correspondence.model.MailReading;
import org.redress.correspondence.model.ReceivedMail;
import org.redress.correspondence.store.PostTable;
import org.redress.correspondence.store.PostTable.Became;
import org.redress.correspondence.store.ReplyTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Files each mail that comes in, once: its row, what it says on its claim and its files stand together or not at all. Only then
 * is it marked as read; handed over again it is known by its fingerprint.
 */
@Component
public class Mailroom {
    private static final Logger log = LoggerFactory.getLogger(Mailroom.class);

    /** So many mails of an address are answered by themselves ... */
    static final int MOST_ANSWERS = 3;

    /** ... within this time. Two programs that answer each other come to an end. */
    static final Duration WITHIN = Duration.ofHours(1);

    private final Threading threading;
    private final Enclosures enclosures;
    private final Hearing hearing;
    private final MailFiling filing;
    private final AnswerAddress address;
    private final Claims claims;
    private final PostTable posts;
    private final ReplyTable replies;
    private final MerchantTransactions transactions;
    private final InstantSource clock;

    Mailroom(
            Threading threading,
            Enclosures enclosures,
            Hearing hearing,
            MailFiling filing,
            AnswerAddress address,
            Claims claims,
            PostTable posts,
            ReplyTable replies,
            MerchantTransactions transactions,
            InstantSource clock) {
        this.threading = threading;
        this.enclosures = enclosures;
        this.hearing = hearing;
        this.filing = filing;
        this.address = address;
        this.claims = claims;
        this.posts = posts;
        this.replies = replies;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Takes a mail in, whatever it is: nothing in it stops those behind it. */
    public Taken take(ArrivedMail arrived) {
        try (var source = new SharedFileInputStream(arrived.file().toFile())) {
            var mail = read(source, arrived);
            var destination = threading.of(mail);
            if (destination.isEmpty()) {
                log.warn(
                        "Mail {} names no merchant and stays in the mailbox (redress.mail.imap.merchant)",
                        arrived.source());
                return Taken.LEFT;
            }
            return file(destination.get(), mail, arrived);
        } catch (IOException noMail) {
            log.warn("Mail {} cannot be read and stays in the mailbox", arrived.source(), noMail);
            return Taken.LEFT;
        } catch (TransactionException | TransientDataAccessException | DataAccessResourceFailureException notNow) {
            log.warn("Mail {} could not be filed now, and is tried again", arrived.source(), notNow);
            return Taken.AGAIN;
        } catch (RuntimeException failed) {
            log.error("Mail {} cannot be filed and stays in the mailbox", arrived.source(), failed);
            return Taken.LEFT;
        }
    }

    /** What cannot be read now cannot be read later: it must not stop what lies behind it. */
    private static ReceivedMail read(SharedFileInputStream source, ArrivedMail arrived) throws IOException {
        try {
            return MailReading.of(source, arrived.isWhole());
        } catch (RuntimeException | StackOverflowError unreadable) {
            throw new IOException(unreadable);
        }
    }

    private Taken file(Threading.Destination destination, ReceivedMail mail, ArrivedMail arrived) {
        var merchant = destination.merchant();
        for (int attempt = 1; attempt <= 2; attempt++) {
            try {
                transactions.run(merchant, () -> file(merchant, mail, arrived, id -> became(destination, mail, id)));
                return Taken.FILED;
            } catch (RuntimeException failed) {
                // Its claim may have moved under our hands: once more as it stands now, then people look.
                log.info("Mail {} was not filed at attempt {}", arrived.source(), attempt, failed);
            }
        }
        transactions.run(
                merchant, () -> file(merchant, mail, arrived, id -> unsorted(merchant, mail, id, Why.REFUSED, null)));
        return Taken.FILED;
    }

    private interface Deciding {
        Outcome of(UUID post);
    }

    /** @param kept whether its source is needed still */
    private record Outcome(Became became, boolean kept) {}

    private void file(MerchantId merchant, ReceivedMail mail, ArrivedMail arrived, Deciding deciding) {
        var id = Ids.next();
        if (!posts.insert(merchant, row(id, mail, arrived))) {
            return;
        }
        var outcome = deciding.of(id);
        posts.became(merchant, id, outcome.became());
        if (outcome.kept()) {
            try (var source = Files.newInputStream(arrived.file())) {
                posts.keep(merchant, id, source);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private PostTable.Arrived row(UUID id, ReceivedMail mail, ArrivedMail arrived) {
        var sender = mail.sender();
        return new PostTable.Arrived(
                id,
                mail.fingerprint(),
                arrived.source(),
                now(),
                arrived.bytes(),
                mail.whole(),
                mail.messageId(),
                sender == null ? null : sender.address(),
                sender == null ? null : sender.name(),
                mail.subject(),
                mail.text().written(),
                mail.text().isShorter() ? mail.text().whole() : null,
                mail.language(),
                nature(mail));
    }

    private Nature nature(ReceivedMail mail) {
        var sender = mail.sender();
        return mail.nature() == Nature.PERSON && sender != null && address.isOurs(sender.address())
                ? Nature.AUTOMATIC
                : mail.nature();
    }

    private Outcome became(Threading.Destination destination, ReceivedMail mail, UUID id) {
        return switch (nature(mail)) {
            case REPORT -> reported(destination, mail, id);
            case AUTOMATIC -> noted(destination, mail, id);
            case PERSON -> written(destination, mail, id);
        };
    }

    /** It tells how a mail of ours fares, or nothing. */
    private Outcome reported(Threading.Destination destination, ReceivedMail mail, UUID id) {
        var merchant = destination.merchant();
        var sent = destination.answers();
        if (sent.isEmpty()) {
            return unsorted(merchant, mail, id, Why.STRANGE_REPORT, null);
        }
        for (var report : mail.reports()) {
            switch (report.action()) {
                case FAILED -> replies.returned(merchant, sent.get().id(), report.said());
                case DELAYED -> replies.delayed(merchant, sent.get().id(), report.said());
                case OTHER -> {}
            }
        }
        enclosures.list(merchant, id, mail);
        var claim = sent.get().claim();
        var failed = mail.reports().stream().anyMatch(report -> report.action() == DeliveryReport.Action.FAILED);
        return new Outcome(new Became(State.NOTED, null, claim, false, false), failed && claim == null);
    }

    private Outcome noted(Threading.Destination destination, ReceivedMail mail, UUID id) {
        enclosures.list(destination.merchant(), id, mail);
        var claim = threading.answered(destination, mail).map(Claim::id).orElse(null);
        return new Outcome(new Became(State.NOTED, null, claim, false, false), true);
    }

    private Outcome written(Threading.Destination destination, ReceivedMail mail, UUID id) {
        var merchant = destination.merchant();
        var sender = mail.sender();
        if (sender == null) {
            return unsorted(
                    merchant,
                    mail,
                    id,
                    Why.NO_SENDER,
                    destination.answers().map(sent -> sent.claim()).orElse(null));
        }
        posts.hold(merchant, sender.address());
        var answered = threading.answered(destination, mail).or(() -> threading.named(merchant, mail));
        if (answered.isEmpty()) {
            return fresh(merchant, mail, sender, threading.about(destination), id);
        }
        var claim = claims.goesOnAs(answered.get()).orElse(answered.get());
        return isCustomer(sender, claim) && isCustomer(sender, answered.get())
                ? replied(claim, mail, sender, id)
                : unsorted(merchant, mail, id, Why.OTHER_SENDER, claim.id());
    }

    /** Anybody can write an address there, so it counts together with what only the customer has, and never alone. */
    private static boolean isCustomer(ReceivedMail.Sender sender, Claim claim) {
        return sender.isAt(claim.filing().contact().email());
    }

    private Outcome replied(Claim claim, ReceivedMail mail, ReceivedMail.Sender sender, UUID id) {
        var merchant = claim.merchant();
        var text = mail.text().written();
        if (text.isEmpty() && mail.attachments().stream().allMatch(ReceivedMail.Attachment::isDecoration)) {
            return unsorted(merchant, mail, id, Why.EMPTY, claim.id());
        }
        if (hearing.limit(claim).isPresent()) {
            return unsorted(merchant, mail, id, Why.TOO_MANY, claim.id());
        }
        var files = enclosures.take(merchant, id, mail);
        hearing.hear(claim, Ids.next(), text, files.taken(), new Actor.Customer());
        boolean tell = !files.leftOut().isEmpty() || !mail.whole();
        boolean answer = tell && mayAnswer(merchant, sender);
        if (tell) {
            hearing.tellLeftOut(claim, files.leftOut(), !mail.whole(), answer);
        }
        var became = isOver(claim)
                ? new Became(State.UNSORTED, Why.CLAIM_CLOSED, claim.id(), true, answer)
                : new Became(State.ON_CLAIM, null, claim.id(), true, answer);
        return new Outcome(became, tell);
    }

    private static boolean isOver(Claim claim) {
        return claim.state() instanceof ClaimState.Closed || claim.rejection() != null;
    }

    /** @param about the letter of ours that it answers: what stands in its subject is ours then, and says nothing */
    private Outcome fresh(
            MerchantId merchant,
            ReceivedMail mail,
            ReceivedMail.Sender sender,
            Optional<MailingLinks.About> about,
            UUID id) {
        var files = mail.attachments().stream().anyMatch(file -> !file.isDecoration());
        if (mail.text().whole().isEmpty() && mail.subject().isEmpty() && !files) {
            return unsorted(merchant, mail, id, Why.EMPTY, null);
        }
        var draft = filing.of(
                merchant,
                sender.address(),
                sender.name(),
                about.isPresent() ? "" : mail.subject(),
                words(mail),
                mail.language(),
                about.map(MailingLinks.About::orderNumber).orElse(null));
        var pictures = mail.attachments().stream().anyMatch(ReceivedMail.Attachment::isPicture);
        // Whoever was asked to look may show that all is right.
        if (!draft.says() && !(pictures && about.isEmpty() && !words(mail).isEmpty())) {
            return unsorted(merchant, mail, id, Why.UNCLEAR, null);
        }
        if (!mayAnswer(merchant, sender)) {
            return unsorted(merchant, mail, id, Why.TOO_MANY, null);
        }
        var sorted = enclosures.take(merchant, id, mail);
        var claim = claims.file(merchant, draft.filing().withEvidence(sorted.taken()), new Actor.Customer())
                .claim();
        boolean tell = !sorted.leftOut().isEmpty() || !mail.whole();
        if (tell) {
            hearing.tellLeftOut(claim, sorted.leftOut(), !mail.whole(), true);
        }
        return new Outcome(new Became(State.FILED, null, claim.id(), true, true), tell);
    }

    /** Somebody who forwards us what they wrote elsewhere says it in what looks like history. */
    private static String words(ReceivedMail mail) {
        var text = mail.text();
        return text.written().isEmpty() ? text.whole() : text.written();
    }

    private boolean mayAnswer(MerchantId merchant, ReceivedMail.Sender sender) {
        return posts.answeredSince(merchant, sender.address(), clock.instant().minus(WITHIN)) < MOST_ANSWERS;
    }

    private Outcome unsorted(MerchantId merchant, ReceivedMail mail, UUID id, Why why, @Nullable UUID claim) {
        enclosures.list(merchant, id, mail);
        return new Outcome(new Became(State.UNSORTED, why, claim, false, false), true);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
