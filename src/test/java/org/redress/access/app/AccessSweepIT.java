package org.redress.access.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.access.FirstAnswers.Fingerprint;
import org.redress.access.Merchants;
import org.redress.access.OneTimeLinks.Purpose;
import org.redress.access.Secret;
import org.redress.access.store.FirstAnswerTable;
import org.redress.access.store.LinkTable;
import org.redress.database.MerchantTransactions;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;

@RedressTest
class AccessSweepIT {
    @Autowired
    AccessSweep sweep;

    @Autowired
    Merchants merchants;

    @Autowired
    FirstAnswerTable answers;

    @Autowired
    LinkTable links;

    @Autowired
    MerchantTransactions transactions;

    @Test
    void what_has_served_is_forgotten_and_the_rest_stays() {
        var merchant = merchants.bySlug("demo").orElseThrow().id();
        var fingerprint = new Fingerprint("00".repeat(32));
        var old = UUID.randomUUID().toString();
        var young = UUID.randomUUID().toString();
        var longExpired = Secret.random().hash();
        var justExpired = Secret.random().hash();
        var now = Instant.now();
        transactions.run(merchant, () -> {
            answers.reserve(merchant, old, fingerprint, now.minus(Duration.ofDays(8)));
            answers.reserve(merchant, young, fingerprint, now.minus(Duration.ofDays(6)));
            links.insertOneTime(
                    merchant, longExpired, UUID.randomUUID(), Purpose.RESET, now.minus(Duration.ofDays(31)));
            links.insertOneTime(merchant, justExpired, UUID.randomUUID(), Purpose.RESET, now.minus(Duration.ofDays(1)));
        });
        sweep.sweep();
        var kept = transactions.call(
                merchant,
                () -> List.of(
                        answers.find(merchant, old).isPresent(),
                        answers.find(merchant, young).isPresent()));
        assertThat(kept).containsExactly(false, true);
        assertThat(links.findOneTime(longExpired)).isEmpty();
        assertThat(links.findOneTime(justExpired)).isPresent();
    }
}
