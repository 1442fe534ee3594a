package org.redress.correspondence.app;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redress.access.Merchant;
import org.redress.access.Merchants;
import org.redress.access.Secret;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.correspondence.MailingLinks;
import org.redress.correspondence.model.ReceivedMail;
import org.redress.correspondence.store.ReplyTable;
import org.redress.correspondence.store.SentMail;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.MerchantId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Finds the merchant and the mail that somebody answers: by the address that we asked for, then by our Message-ID. A number in
 * the subject names a claim, and proves nothing.
 */
@Component
class Threading {
    private static final int MOST_REFERENCES = 20;
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![A-Za-z0-9])[2-9A-HJKMNP-Za-hjkmnp-z]{4}-?[2-9A-HJKMNP-Za-hjkmnp-z]{4}(?![A-Za-z0-9])");

    private final ReplyTable replies;
    private final AnswerAddress address;
    private final Merchants merchants;
    private final Claims claims;
    private final ObjectProvider<MailingLinks> mailings;
    private final MerchantTransactions transactions;
    private final String merchant;

    Threading(
            ReplyTable replies,
            AnswerAddress address,
            Merchants merchants,
            Claims claims,
            ObjectProvider<MailingLinks> mailings,
            MerchantTransactions transactions,
            Environment settings) {
        this.replies = replies;
        this.address = address;
        this.merchants = merchants;
        this.claims = claims;
        this.mailings = mailings;
        this.transactions = transactions;
        this.merchant = settings.getProperty("redress.mail.imap.merchant", "").strip();
    }

    /**
     * Whose mail it is.
     *
     * @param answers the mail of ours that it answers or reports on
     */
    record Destination(MerchantId merchant, Optional<SentMail> answers) {}

    /** Empty where it names no merchant and there is more than one. */
    Optional<Destination> of(ReceivedMail mail) {
        var tags = address.tags(mail.recipients());
        var found = Stream.concat(
                        tags.stream().map(Secret::new).map(replies::byToken),
                        Stream.concat(mail.reported().stream(), mail.references().stream())
                                .limit(MOST_REFERENCES)
                                .map(replies::byHeader))
                .flatMap(Optional::stream)
                .findFirst();
        if (found.isPresent()) {
            var sent = found.get();
            return Optional.of(
                    new Destination(sent.merchant(), transactions.call(sent.merchant(), () -> replies.mail(sent))));
        }
        return named(tags).map(named -> new Destination(named.id(), Optional.empty()));
    }

    private Optional<Merchant> named(List<String> tags) {
        var addressed =
                tags.stream().map(merchants::bySlug).flatMap(Optional::stream).findFirst();
        if (addressed.isPresent()) {
            return addressed;
        }
        if (!merchant.isEmpty()) {
            return merchants.bySlug(merchant);
        }
        var all = merchants.all();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** The claim of the mail that it answers; of ours, or of the same sender's. In the merchant's transaction. */
    Optional<Claim> answered(Destination destination, ReceivedMail mail) {
        var sender = mail.sender();
        var claim = destination
                .answers()
                .map(SentMail::claim)
                .or(() -> about(destination).map(MailingLinks.About::claim));
        if (claim.isEmpty() && sender != null && !mail.references().isEmpty()) {
            claim = replies.claimOf(destination.merchant(), mail.references().toArray(String[]::new), sender.address());
        }
        return claim.flatMap(id -> claims.find(destination.merchant(), id));
    }

    /** What the mailing of ours was about that it answers: its receiver had no claim then. */
    Optional<MailingLinks.About> about(Destination destination) {
        return destination
                .answers()
                .map(SentMail::mailing)
                .flatMap(mailing -> mailings.stream()
                        .flatMap(each -> each.about(destination.merchant(), mailing).stream())
                        .findFirst());
    }

    /** The claim whose number stands in the subject, or in what was written where the sender is its customer. */
    Optional<Claim> named(MerchantId merchant, ReceivedMail mail) {
        var sender = mail.sender();
        return named(merchant, mail.subject())
                .or(() -> named(merchant, mail.text().written())
                        .filter(claim -> sender != null
                                && sender.isAt(claim.filing().contact().email())));
    }

    private Optional<Claim> named(MerchantId merchant, String text) {
        return NUMBER.matcher(text)
                .results()
                .limit(5)
                .map(found -> claims.byNumber(merchant, found.group()))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
