package org.redress.correspondence.app;

import jakarta.mail.util.SharedFileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchants;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Claims;
import org.redress.claims.Matters;
import org.redress.claims.Promises;
import org.redress.correspondence.Post;
import org.redress.correspondence.PostItem;
import org.redress.correspondence.PostItem.State;
import org.redress.correspondence.model.MailReading;
import org.redress.correspondence.store.PostTable;
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
class PostDesk implements Post {
    /** Characters of the reason why something is set aside. */
    private static final int LONGEST_REASON = 500;

    private static final int MOST_SHOWN = 50;

    private static final Enclosures.Sorted NOTHING = new Enclosures.Sorted(Map.of(), List.of());

    private final PostTable posts;
    private final Enclosures enclosures;
    private final Hearing hearing;
    private final MailFiling filing;
    private final Claims claims;
    private final Matters matters;
    private final Promises promises;
    private final Merchants merchants;
    private final Languages languages;
    private final MerchantTransactions transactions;
    private final InstantSource clock;

    PostDesk(
            PostTable posts,
            Enclosures enclosures,
            Hearing hearing,
            MailFiling filing,
            Claims claims,
            Matters matters,
            Promises promises,
            Merchants merchants,
            Languages languages,
            MerchantTransactions transactions,
            InstantSource clock) {
        this.posts = posts;
        this.enclosures = enclosures;
        this.hearing = hearing;
        this.filing = filing;
        this.claims = claims;
        this.matters = matters;
        this.promises = promises;
        this.merchants = merchants;
        this.languages = languages;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Page<PostItem> page(MerchantId merchant, Set<State> states, @Nullable String after, int limit) {
        var from = after == null ? null : Ids.parse(after).orElse(null);
        var found = transactions.call(merchant, () -> posts.page(merchant, states, from, limit + 1));
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), found.get(limit - 1).id().toString());
    }

    @Override
    public Optional<PostItem> find(MerchantId merchant, UUID id) {
        return transactions.call(merchant, () -> posts.find(merchant, id));
    }

    @Override
    public List<Came> ofClaim(MerchantId merchant, UUID claim) {
        return transactions.call(merchant, () -> posts.ofClaim(merchant, claim, MOST_SHOWN));
    }

    @Override
    public Optional<InputStream> source(MerchantId merchant, UUID id) {
        try {
            var file = Files.createTempFile("redress-post", ".eml");
            try (var target = Files.newOutputStream(file)) {
                if (transactions.call(merchant, () -> posts.copy(merchant, id, target))) {
                    return Optional.of(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
                }
            } catch (IOException | RuntimeException failed) {
                Files.deleteIfExists(file);
                throw failed;
            }
            Files.delete(file);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Claim assign(MerchantId merchant, UUID id, String number, Actor actor) {
        return transactions.call(merchant, () -> {
            var post = movable(merchant, id);
            var named = claims.byNumber(merchant, number.strip()).orElseThrow(PostDesk::noSuchClaim);
            var claim = claims.goesOnAs(named).orElse(named);
            var files = files(merchant, post);
            var text = text(post, claim);
            if (text.isEmpty() && files.taken().isEmpty()) {
                throw new Refused(Refusal.conflict("EMPTY_MAIL", Phrase.of("correspondence.post.refusal.empty")));
            }
            hearing.hear(claim, Ids.next(), text, files.taken(), actor);
            decided(merchant, post, State.ON_CLAIM, claim.id(), actor, files);
            return claim;
        });
    }

    @Override
    public Claim file(MerchantId merchant, UUID id, Actor actor) {
        return transactions.call(merchant, () -> {
            var post = movable(merchant, id);
            var sender = post.sender();
            if (sender == null) {
                throw new Refused(
                        Refusal.invalid("/sender", "NO_SENDER", Phrase.of("correspondence.post.refusal.no-sender")));
            }
            var files = files(merchant, post);
            var text = post.text().isEmpty() ? post.whole() : post.text();
            var draft = filing.of(merchant, sender, post.senderName(), post.subject(), text, null, null);
            var claim = claims.file(merchant, draft.filing().withEvidence(files.taken()), actor)
                    .claim();
            decided(merchant, post, State.FILED, claim.id(), actor, files);
            return claim;
        });
    }

    @Override
    public Claim reopen(MerchantId merchant, UUID id, Actor actor) {
        return transactions.call(merchant, () -> {
            var post = locked(merchant, id);
            var claim = post.claim();
            if (!post.isOpen() || !post.onClaim() || claim == null) {
                throw sorted();
            }
            var reopened = claims.handle(
                    merchant,
                    claim,
                    new ClaimCommand.Reopen(post.text().isEmpty() ? null : Hearing.fitting(post.text())),
                    actor,
                    null);
            posts.decided(merchant, id, State.ON_CLAIM, claim, actor, now(), null);
            return reopened;
        });
    }

    @Override
    public void setAside(MerchantId merchant, UUID id, String reason, Actor actor) {
        var why = reason.strip();
        if (why.isEmpty() || why.codePointCount(0, why.length()) > LONGEST_REASON) {
            throw new Refused(Refusal.invalid(
                    "/reason", "REASON_NEEDED", Phrase.of("correspondence.post.refusal.reason", LONGEST_REASON)));
        }
        transactions.run(merchant, () -> {
            var post = locked(merchant, id);
            if (!post.isOpen()) {
                throw sorted();
            }
            posts.decided(merchant, id, State.SET_ASIDE, post.claim(), actor, now(), why);
            var claim = post.claim();
            if (claim != null && post.onClaim()) {
                promises.needsNoReply(merchant, claim, now());
            }
        });
    }

    private PostItem movable(MerchantId merchant, UUID id) {
        var post = locked(merchant, id);
        if (!post.canMove()) {
            throw sorted();
        }
        return post;
    }

    private PostItem locked(MerchantId merchant, UUID id) {
        posts.lock(merchant, id);
        return posts.find(merchant, id).orElseThrow(() -> new Refused(Refusal.absent()));
    }

    private static Refused sorted() {
        return new Refused(Refusal.conflict("SORTED", Phrase.of("correspondence.post.refusal.sorted")));
    }

    private static Refused noSuchClaim() {
        return new Refused(
                Refusal.invalid("/number", "UNKNOWN_CLAIM", Phrase.of("correspondence.post.refusal.number")));
    }

    /**
     * What a customer reads as their own words says when somebody else sent them. That may be anybody, the other customer of a
     * swap too: what is theirs is not put before this one, and of the address only as much as the customer needs to know it by.
     */
    private String text(PostItem post, Claim claim) {
        var written = post.text().isEmpty() ? post.subject() : post.text();
        var email = claim.filing().contact().email();
        var sender = post.sender();
        if (sender != null && sender.equalsIgnoreCase(email)) {
            return written;
        }
        matters.checkConfidential(claim, sender == null ? written : sender + "\n\n" + written, "/number");
        if (written.isEmpty()) {
            return written;
        }
        var zone = merchants.find(claim.merchant()).zone();
        var words = languages.words(Languages.nearest(claim.filing().language()), zone);
        var by = sender == null
                ? words.say("correspondence.post.by-nobody")
                : words.say("correspondence.post.by", hinted(sender));
        return by + "\n\n" + written;
    }

    private static String hinted(String address) {
        int at = address.indexOf('@');
        return at < 1 ? "…" : address.substring(0, address.offsetByCodePoints(0, 1)) + "…" + address.substring(at);
    }

    /** The files are where the source is. */
    private Enclosures.Sorted files(MerchantId merchant, PostItem post) {
        if (post.enclosures().isEmpty() || !post.kept()) {
            return NOTHING;
        }
        return fromSource(merchant, post.id(), post.complete());
    }

    private Enclosures.Sorted fromSource(MerchantId merchant, UUID post, boolean complete) {
        try {
            var file = Files.createTempFile("redress-post", ".eml");
            try {
                try (var target = Files.newOutputStream(file)) {
                    posts.copy(merchant, post, target);
                }
                try (var source = new SharedFileInputStream(file.toFile())) {
                    return enclosures.take(merchant, post, MailReading.of(source, complete));
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void decided(
            MerchantId merchant, PostItem post, State state, UUID claim, Actor actor, Enclosures.Sorted files) {
        posts.decided(merchant, post.id(), state, claim, actor, now(), null);
        if (files.leftOut().isEmpty()) {
            posts.letGo(merchant, post.id());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
