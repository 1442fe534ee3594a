package org.redress.correspondence.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchants;
import org.redress.access.Secret;
import org.redress.correspondence.PostItem;
import org.redress.correspondence.PostItem.Nature;
import org.redress.correspondence.PostItem.State;
import org.redress.correspondence.PostItem.Why;
import org.redress.correspondence.store.PostTable;
import org.redress.correspondence.store.ReplyTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.redress.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** What nobody needs any more goes; what somebody may need stays. */
@RedressTest
class PostSweepIT {
    private static final Actor AGENT = new Actor.Staff(new UUID(1, 1), "Ann");
    private static final int DAYS = 90;

    @Autowired
    Merchants merchants;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    PostTable posts;

    @Autowired
    ReplyTable replies;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final SettableClock clock = new SettableClock(now);
    private MerchantId merchant;

    @BeforeEach
    void open() {
        merchant = OwnMerchant.found(merchants);
    }

    @Test
    void the_source_of_mail_from_programs_goes_after_its_span_and_its_text_stays() {
        var old = automatic(DAYS + 1);
        var young = automatic(DAYS - 1);
        sweep();
        assertThat(post(old).kept()).isFalse();
        assertThat(post(old).letGoAt()).isEqualTo(now);
        assertThat(post(old).text()).isEqualTo("I am away.");
        assertThat(post(young).kept()).isTrue();
        assertThat(post(young).letGoAt()).isNull();
    }

    @Test
    void what_was_set_aside_stays_as_long_from_then_on() {
        var lately = automatic(200, State.UNSORTED, null, false);
        setAside(lately, 10);
        var longAgo = automatic(200, State.UNSORTED, null, false);
        setAside(longAgo, DAYS + 1);
        sweep();
        assertThat(post(lately).kept()).isTrue();
        assertThat(post(longAgo).kept()).isFalse();
        assertThat(post(longAgo).note()).isEqualTo("Advertising");
    }

    @Test
    void what_waits_or_stands_on_a_claim_is_never_forgotten() {
        var waits = automatic(1000, State.UNSORTED, null, false);
        var filed = automatic(1000, State.FILED, Ids.next(), true);
        var onClaim = automatic(1000, State.ON_CLAIM, Ids.next(), true);
        var leftOnItsClaim = automatic(1000, State.UNSORTED, Ids.next(), true);
        setAside(leftOnItsClaim, 1000);
        sweep();
        assertThat(new UUID[] {waits, filed, onClaim, leftOnItsClaim})
                .allMatch(id -> post(id).kept() && post(id).letGoAt() == null);
    }

    @Test
    void many_go_batch_by_batch_of_every_merchant_and_only_once() {
        var other = merchant;
        var theirs = automatic(DAYS + 1);
        merchant = OwnMerchant.found(merchants);
        var many = IntStream.range(0, 2 * PostSweep.BATCH + 1)
                .mapToObj(_ -> automatic(DAYS + 1))
                .toList();
        sweep();
        assertThat(many).allMatch(id -> !post(id).kept());
        clock.set(now.plus(Duration.ofDays(1)));
        sweep();
        assertThat(many).allMatch(id -> now.equals(post(id).letGoAt()));
        merchant = other;
        assertThat(post(theirs).kept()).isFalse();
    }

    @Test
    void an_address_for_answers_is_known_as_long_as_the_link_in_the_same_mail_opens() {
        var old = address(366);
        var young = address(364);
        sweep();
        assertThat(replies.byToken(old)).isEmpty();
        assertThat(replies.byToken(young)).isPresent();
    }

    private void sweep() {
        new PostSweep(merchants, posts, replies, transactions, clock, DAYS).sweep();
    }

    private UUID automatic(int days) {
        return automatic(days, State.NOTED, null, false);
    }

    private UUID automatic(int days, State state, @Nullable UUID claim, boolean onClaim) {
        var id = Ids.next();
        transactions.run(merchant, () -> {
            assertThat(posts.insert(
                            merchant,
                            new PostTable.Arrived(
                                    id,
                                    id.toString(),
                                    "INBOX/1/1",
                                    now.minus(Duration.ofDays(days)),
                                    1000,
                                    true,
                                    null,
                                    "robot@example.com",
                                    null,
                                    "Out of office",
                                    "I am away.",
                                    null,
                                    null,
                                    Nature.AUTOMATIC)))
                    .isTrue();
            posts.became(
                    merchant,
                    id,
                    new PostTable.Became(state, state == State.UNSORTED ? Why.UNCLEAR : null, claim, onClaim, false));
            posts.keep(
                    merchant,
                    id,
                    new ByteArrayInputStream("Subject: Out of office".getBytes(StandardCharsets.US_ASCII)));
        });
        return id;
    }

    private void setAside(UUID id, int days) {
        transactions.run(merchant, () -> {
            var post = posts.find(merchant, id).orElseThrow();
            posts.decided(
                    merchant,
                    id,
                    State.SET_ASIDE,
                    post.claim(),
                    AGENT,
                    now.minus(Duration.ofDays(days)),
                    "Advertising");
        });
    }

    private Secret address(int days) {
        var token = new Secret(UUID.randomUUID().toString());
        transactions.run(merchant, () -> replies.insert(merchant, token, Ids.next(), now.minus(Duration.ofDays(days))));
        return token;
    }

    private PostItem post(UUID id) {
        return transactions.call(merchant, () -> {
            var post = posts.find(merchant, id).orElseThrow();
            assertThat(posts.copy(merchant, id, OutputStream.nullOutputStream()))
                    .isEqualTo(post.kept());
            return post;
        });
    }
}
