package org.redress.claims.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchants;
import org.redress.claims.Channel;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.claims.Filing;
import org.redress.claims.Verdict;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Demand;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Problem;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was decided, seen and joined is kept as it was, and what was kept before can still be read. */
@RedressTest
class FairProcessIT {
    private static final Actor AGENT = new Actor.Staff(new UUID(1, 1), "Sam");
    private static final Actor SUPERVISOR = new Actor.Staff(new UUID(1, 2), "Sue");
    private static final Actor CUSTOMER = new Actor.Customer();

    @Autowired
    Claims claims;

    @Autowired
    Merchants merchants;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    private Claim filed(MerchantId merchant, String order, String email) {
        var filing = new Filing(
                order,
                null,
                new Filing.Contact("Ada", email, null),
                Channel.API,
                "A blue mug came.",
                Demand.REFUND,
                null,
                null,
                null,
                List.of(new Filing.Line(new Sku("MUG-RED"), 1, Problem.WRONG_ITEM, null)),
                Locale.ENGLISH,
                Map.of());
        return claims.file(merchant, filing, CUSTOMER).claim();
    }

    private Claim handle(Claim claim, ClaimCommand command, Actor actor) {
        return claims.handle(claim.merchant(), claim.id(), command, actor, null);
    }

    private Claim now(Claim claim) {
        return claims.find(claim.merchant(), claim.id()).orElseThrow();
    }

    @Test
    void a_rejection_keeps_what_was_seen_and_who_may_not_decide_again() {
        var claim = filed(OwnMerchant.found(merchants), "O-1", "ada@example.com");
        handle(claim, new ClaimCommand.Reject("No."), AGENT);
        var state = (ClaimState.Rejected) now(claim).state();
        var seen = Objects.requireNonNull(state.seen());
        assertThat(seen.verdict()).isEqualTo(Verdict.UNKNOWN_ORDER);
        assertThat(seen.checks()).isNotEmpty();
        assertThat(seen.version()).isEqualTo(1);

        handle(claim, new ClaimCommand.ReviewRejection(true, null), SUPERVISOR);
        var entry = claims.timeline(claim.merchant(), claim.id()).getLast();
        assertThat(entry.event()).isEqualTo(new ClaimEvent.RejectionConfirmed("No.", seen, null));
        handle(claim, new ClaimCommand.Appeal(null), CUSTOMER);
        assertThat(now(claim).decidedBefore()).containsExactlyInAnyOrder(AGENT.identity(), SUPERVISOR.identity());
        assertThatThrownBy(() -> handle(claim, new ClaimCommand.Accept(null), AGENT))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal().code()).isEqualTo("HANDLED_BEFORE"));
    }

    @Test
    void rows_and_entries_of_before_are_read_as_rejections_that_the_customer_was_told() {
        var claim = filed(OwnMerchant.found(merchants), "O-1", "ada@example.com");
        transactions.run(claim.merchant(), () -> {
            jdbc.sql("""
                            UPDATE claims.claim
                            SET state = 'REJECTED', state_data = '{"@type": "Rejected", "reason": "No."}'
                            WHERE merchant_id = ? AND id = ?""").params(claim.merchant().value(), claim.id()).update();
            jdbc.sql("""
                            INSERT INTO claims.entry (merchant_id, claim_id, sequence, at, actor, event)
                            VALUES (?, ?, 2, now(), '{"@type": "Product"}',
                                    '{"@type": "ClaimRejected", "reason": "No."}'),
                                   (?, ?, 3, now(), '{"@type": "Product"}',
                                    '{"@type": "OfferApproved", "offer": "00000000-0000-0000-0000-000000000001",
                                      "note": null, "expiresAt": "2026-03-01T12:00:00Z"}')""")
                    .params(
                            claim.merchant().value(),
                            claim.id(),
                            claim.merchant().value(),
                            claim.id())
                    .update();
        });
        assertThat(now(claim).rejection())
                .isEqualTo(new ClaimState.Rejected(
                        "No.", null, ClaimState.Review.CONFIRMED, null, null, new ClaimState.Submitted()));
        assertThat(claims.timeline(claim.merchant(), claim.id()).get(1).event())
                .isEqualTo(new ClaimEvent.ClaimRejected("No.", null, ClaimState.Review.CONFIRMED));
        assertThat(handle(claim, new ClaimCommand.Appeal(null), CUSTOMER).state())
                .isEqualTo(new ClaimState.Submitted());
    }

    @Test
    void merged_claims_are_kept_and_taken_apart_again() {
        var merchant = OwnMerchant.found(merchants);
        var main = filed(merchant, "O-1", "ada@example.com");
        var twin = filed(merchant, "O-1", "ADA@example.com");
        var other = filed(merchant, "O-1", "bob@example.com");
        var elsewhere = filed(merchant, "O-2", "ada@example.com");
        claims.merge(merchant, twin.id(), main.id(), AGENT, null);
        claims.merge(merchant, other.id(), main.id(), AGENT, null);
        assertThat(now(twin).state()).isInstanceOf(ClaimState.Merged.class);
        assertThat(claims.goesOnAs(now(twin))).contains(main);
        // Another customer is led to nothing that this one told.
        assertThat(claims.goesOnAs(now(other))).isEmpty();
        refused("MERGE_HOLDS_OTHERS", main, filed(merchant, "O-1", "cid@example.com"));
        refused("MERGE_OTHER_ORDER", elsewhere, main);
        refused("MERGE_ITSELF", main, main);
        refused("NOT_NOW", twin, main);
        assertThat(handle(twin, new ClaimCommand.Separate(), AGENT).owed()).isEqualTo(twin.owed());
        assertThat(now(twin).state()).isEqualTo(twin.state());
    }

    private void refused(String code, Claim claim, Claim into) {
        assertThatThrownBy(() -> claims.merge(claim.merchant(), claim.id(), into.id(), AGENT, null))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal().code()).isEqualTo(code));
    }
}
