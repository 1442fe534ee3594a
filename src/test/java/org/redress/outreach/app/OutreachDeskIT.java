package org.redress.outreach.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.redress.claims.Filing;
import org.redress.correspondence.Mailings;
import org.redress.database.MerchantTransactions;
import org.redress.investigation.AtRisk;
import org.redress.investigation.Exhibit;
import org.redress.investigation.Investigation;
import org.redress.investigation.Investigations;
import org.redress.investigation.Mechanism;
import org.redress.kernel.Actor;
import org.redress.kernel.Demand;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.kernel.Problem;
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
        var desk = desk(concluded(leading, confirmed, received, null, new Risk("R-2", .9)));
        int found = desk.find(merchant, claim, new Actor.Product());
        assertThat(desk.ofClaim(merchant, claim)).hasSize(found);
        return desk.ofClaim(merchant, claim);
    }

    private OutreachDesk desk(Investigations investigations) {
        return new OutreachDesk(
                transactions, table, claims, complaints, orders, investigations, mailings, letter, filing, clock);
    }

    private record Risk(String order, double probability) {}

    private static Investigations concluded(
            Mechanism leading,
            @Nullable Mechanism confirmed,
            String received,
            @Nullable String partner,
            Risk... risks) {
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
                        partner == null
                                ? null
                                : new Investigation.Counterpart(
                                        null, partner, "T-2", Investigation.Counterpart.Kind.SWAP, .9),
                        Set.of(),
                        Avoid.NOTHING,
                        Stream.of(risks)
                                .map(risk -> new AtRisk(
                                        risk.order(), true, false, risk.probability(), Phrase.of("investigation.hold")))
                                .toList(),
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

    private void partner() {
        Api.sample(port)
                .withKey(keys.create(merchant, "Partner", Set.of(Role.values())))
                .put("/api/v1/orders/R-2", """
                {"shop": "web", "placedAt": "2026-11-20T10:00:00Z", "currency": "GBP",
                 "customer": {"name": "Bo", "email": "bo@example.com"},
                 "shipTo": {"name": "Bo", "street": "2 Quay", "city": "Bristol", "country": "GB"},
                 "lines": [{"lineNumber": 1, "sku": "BLU", "quantity": 2, "unitPrice": {"amount": "2.50", "currency": "GBP"}},
                           {"lineNumber": 2, "sku": "TEA", "quantity": 1, "unitPrice": {"amount": "3.50", "currency": "GBP"}},
                           {"lineNumber": 3, "sku": "BLU", "quantity": 1, "unitPrice": {"amount": "2.50", "currency": "GBP"}}]}""")
                .is(200);
    }

    @Test
    void swapped_labels_mean_the_whole_parcel_and_the_claim_covers_all_of_the_order() {
        partner();
        var desk = desk(concluded(Mechanism.LS, null, "BLU", "R-2"));
        desk.swapped(merchant, claim);
        var one = desk.ofClaim(merchant, claim).getFirst();
        assertThat(one.isWhole()).isTrue();
        assertThat(one.received()).isNull();

        desk.wrong(merchant, one.id(), 1, Demand.RESHIP, "en");
        var filed = Objects.requireNonNull(
                desk.find(merchant, one.id()).orElseThrow().filed());
        assertThat(claims.find(merchant, filed).orElseThrow().filing().lines())
                .containsExactly(
                        new Filing.Line(new Sku("BLU"), 3, Problem.WRONG_PARCEL, null),
                        new Filing.Line(new Sku("TEA"), 1, Problem.WRONG_PARCEL, null));
    }

    @Test
    void goods_of_two_orders_that_were_mixed_mean_one_article() {
        partner();
        var desk = desk(concluded(Mechanism.SO, null, "BLU", "R-2"));
        desk.swapped(merchant, claim);
        assertThat(desk.ofClaim(merchant, claim))
                .singleElement()
                .satisfies(one -> assertThat(one.ordered()).isEqualTo(new Sku("BLU")));
    }

    @Test
    void whoever_was_found_for_an_article_is_asked_once_and_of_the_whole_parcel_once_somebody_knows_better() {
        partner();
        desk(concluded(Mechanism.SO, null, "BLU", "R-2")).swapped(merchant, claim);
        var desk = desk(concluded(Mechanism.LS, null, "BLU", "R-2"));
        desk.swapped(merchant, claim);
        assertThat(desk.ofClaim(merchant, claim))
                .singleElement()
                .satisfies(one -> assertThat(one.isWhole()).isTrue());
        desk(concluded(Mechanism.SO, null, "BLU", "R-2")).swapped(merchant, claim);
        assertThat(desk.ofClaim(merchant, claim)).hasSize(1);
    }

    @Test
    void whoever_waits_is_read_the_likeliest_first_page_by_page() {
        var desk = desk(concluded(
                Mechanism.OD,
                null,
                "BLU",
                null,
                new Risk("R-3", .3),
                new Risk("R-4", .9),
                new Risk("R-5", .3),
                new Risk("R-6", .6)));
        desk.find(merchant, claim, new Actor.Product());
        var read = new ArrayList<Double>();
        var seen = new HashSet<String>();
        String after = null;
        do {
            var page = desk.page(merchant, Set.of(Outreach.State.OPEN), after, 1);
            page.items().forEach(one -> {
                read.add(one.probability());
                seen.add(one.orderNumber());
            });
            after = page.next();
        } while (after != null);
        assertThat(read).containsExactly(.9, .6, .3, .3);
        assertThat(seen).hasSize(4);
    }

    @Test
    void looking_again_says_anew_how_likely_it_is_of_those_that_wait() {
        desk(concluded(Mechanism.OD, null, "BLU", null, new Risk("R-3", .9), new Risk("R-4", .8), new Risk("R-5", .7)))
                .find(merchant, claim, new Actor.Product());
        var desk = desk(concluded(Mechanism.OD, null, "BLU", null, new Risk("R-3", .4), new Risk("R-5", .2)));
        var left = desk.ofClaim(merchant, claim).getLast();
        desk.leave(merchant, left.id(), "Called.", new Actor.Product());
        assertThat(desk.find(merchant, claim, new Actor.Product())).isZero();
        assertThat(desk.ofClaim(merchant, claim))
                .extracting(Outreach::orderNumber, Outreach::probability)
                .containsExactly(tuple("R-5", .7), tuple("R-3", .4), tuple("R-4", .0));
    }
}
