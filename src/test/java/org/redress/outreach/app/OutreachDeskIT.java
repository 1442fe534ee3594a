package org.redress.outreach.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.ApiKeys;
import org.redress.access.Merchants;
import org.redress.access.Role;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.claims.Complaints;
import org.redress.claims.Conclusion.Avoid;
import org.redress.correspondence.Mailings;
import org.redress.database.MerchantTransactions;
import org.redress.investigation.AtRisk;
import org.redress.investigation.Exhibit;
import org.redress.investigation.Investigation;
import org.redress.investigation.Investigations;
import org.redress.investigation.Mechanism;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.kernel.Sku;
import org.redress.orders.Orders;
import org.redress.outreach.Outreach;
import org.redress.outreach.store.OutreachTable;
import org.redress.testing.Api;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who is found by a cause, whatever it is. */
@RedressTest
class OutreachDeskIT {
    @LocalServerPort
    int port;

    @Autowired
    Merchants merchants;

    @Autowired
    ApiKeys keys;

    @Autowired
    Claims claims;

    @Autowired
    Complaints complaints;

    @Autowired
    Orders orders;

    @Autowired
    Mailings mailings;

    @Autowired
    OutreachTable table;

    @Autowired
    OutreachLetter letter;

    @Autowired
    OutreachFiling filing;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    InstantSource clock;

    private MerchantId merchant;
    private UUID claim;

    @BeforeEach
    void a_claim() {
        merchant = OwnMerchant.found(merchants);
        var api = Api.sample(port).withKey(keys.create(merchant, "Outreach", Set.of(Role.values())));
        api.put("/api/v1/orders/R-1", """
                {"shop": "web", "placedAt": "2026-11-20T10:00:00Z", "currency": "GBP",
                 "customer": {"name": "Ada", "email": "ada@example.com"},
                 "shipTo": {"name": "Ada", "street": "1 Quay", "city": "Bristol", "country": "GB"},
                 "lines": [{"lineNumber": 1, "sku": "RED", "quantity": 1, "unitPrice": {"amount": "12.50", "currency": "GBP"}}]}""").is(200);
        claim = UUID.fromString(api.post("/api/v1/claims", """
                {"orderNumber": "R-1", "contact": {"email": "ada@example.com"}, "channel": "API",
                 "statement": "It is not what the page shows.", "demand": "REFUND",
                 "lines": [{"sku": "RED", "quantity": 1, "problem": "WRONG_ITEM"}]}""").is(201).text("/id"));
    }

    private List<Outreach> found(Mechanism leading, @Nullable Mechanism confirmed, String received) {
        var desk = new OutreachDesk(
                transactions,
                table,
                claims,
                complaints,
                orders,
                concluded(leading, confirmed, received),
                mailings,
                letter,
                filing,
                clock);
        int found = desk.find(merchant, claim, new Actor.Product());
        assertThat(desk.ofClaim(merchant, claim)).hasSize(found);
        return desk.ofClaim(merchant, claim);
    }

    private static Investigations concluded(Mechanism leading, @Nullable Mechanism confirmed, String received) {
        return new Investigations() {
            @Override
            public Investigation of(Claim claim) {
                return new Investigation(
                        Investigation.Status.PROBABLE,
                        List.of(),
                        List.of(new Investigation.InMechanism(leading, .9)),
                        List.of(),
                        new Sku("RED"),
                        new Sku(received),
                        List.of(),
                        null,
                        Set.of(),
                        Avoid.NOTHING,
                        List.of(new AtRisk("R-2", true, false, .9, Phrase.of("investigation.hold"))),
                        confirmed,
                        Instant.EPOCH);
            }

            @Override
            public Exhibit exhibit(Claim claim) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Learned> learned(MerchantId of) {
                return List.of();
            }

            @Override
            public void forget(MerchantId of, String warehouse) {}
        };
    }

    @Test
    void where_the_listing_is_wrong_nobody_is_written_to() {
        assertThat(found(Mechanism.LI, null, "RED")).isEmpty();
        assertThat(found(Mechanism.OD, Mechanism.LI, "BLU")).isEmpty();
    }

    @Test
    void what_was_ordered_did_not_come_instead_of_itself() {
        assertThat(found(Mechanism.OD, null, "RED")).singleElement().satisfies(one -> {
            assertThat(one.ordered()).isEqualTo(new Sku("RED"));
            assertThat(one.received()).isNull();
        });
    }

    @Test
    void what_came_instead_is_kept_and_a_person_who_says_that_it_was_not_the_listing_is_believed() {
        assertThat(found(Mechanism.LI, Mechanism.OD, "BLU"))
                .singleElement()
                .satisfies(one -> assertThat(one.received()).isEqualTo(new Sku("BLU")));
    }
}
