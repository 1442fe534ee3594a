package org.redress.settlement.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.redress.settlement.app.AgreedClaims.BLUE_MUG;
import static org.redress.settlement.app.AgreedClaims.RED_MUG;
import static org.redress.settlement.app.AgreedClaims.goods;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.ApiKeys;
import org.redress.access.Role;
import org.redress.claims.Claim;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.claims.Entry;
import org.redress.claims.Owed;
import org.redress.claims.ReturnMatch;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.redress.remedy.Remedy;
import org.redress.settlement.GoodsReturn;
import org.redress.settlement.GoodsReturn.Condition;
import org.redress.settlement.GoodsReturn.Disposition;
import org.redress.settlement.Receipt;
import org.redress.settlement.Returns;
import org.redress.settlement.Step;
import org.redress.settlement.StockCorrection;
import org.redress.settlement.Trouble;
import org.redress.settlement.model.Outcome;
import org.redress.settlement.model.StockBook;
import org.redress.settlement.store.CorrectionTable;
import org.redress.settlement.store.ReturnLedger;
import org.redress.settlement.store.ReturnTable;
import org.redress.testing.Api;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@RedressTest
@Import(ScriptedPartners.class)
class ReturnsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Actor JO = new Actor.Staff(new UUID(1, 7), "Jo");
    private static final Sku GREEN_MUG = new Sku("MUG-GREEN");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Returns returns;

    @Autowired
    Claims claims;

    @Autowired
    Products products;

    @Autowired
    ApiKeys keys;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CorrectionTable corrections;

    @Autowired
    ReturnTable table;

    @Autowired
    ReturnLedger ledger;

    @Autowired
    Bookkeeping bookkeeping;

    private @Nullable AgreedClaims fixtures;
    private @Nullable MerchantId founded;

    @BeforeEach
    void found() {
        fixtures = new AgreedClaims(context);
        founded = fixtures.merchant();
        products.put(
                merchant(),
                List.of(
                        product(RED_MUG, null),
                        product(BLUE_MUG, null),
                        product(GREEN_MUG, null),
                        product(new Sku("SOLVENT"), Product.Hazard.CHEMICAL)));
    }

    @Test
    void an_exchange_without_a_label_of_its_own_waits_for_what_the_claim_says_came() {
        var back = awaited(exchanged());
        assertThat(back.expected()).containsExactly(new Remedy.Goods(BLUE_MUG, 1));
        assertThat(back.expectedWhole()).isTrue();
        assertThat(back.state()).isEqualTo(GoodsReturn.State.EXPECTED);
        assertThat(back.label()).startsWith("RL-");
    }

    @Test
    void what_comes_back_as_claimed_settles_itself_and_leaves_the_clock_alone() {
        var claim = followedUp();
        var before = found(claim).owed();
        var back = receive(awaited(claim), piece(BLUE_MUG, Condition.SEALED));
        assertThat(back.match()).isEqualTo(ReturnMatch.SAME);
        assertThat(back.pieces()).extracting(GoodsReturn.Piece::disposition).containsExactly(Disposition.RESELL);
        assertThat(found(claim).owed()).isEqualTo(before);
        awaitSettled(back);
        assertThat(told(claim))
                .containsExactlyInAnyOrder(
                        "MUG-RED 1 SELLABLE NEVER_LEFT DONE",
                        "MUG-BLUE -1 SELLABLE LEFT_INSTEAD DONE",
                        "MUG-BLUE 1 SELLABLE CAME_BACK DONE");
        assertThat(sandboxCorrections()).isEqualTo(3);
        assertThat(entries(back)).startsWith("EXPECTED", "RECEIVED").endsWith("SETTLED");
    }

    @Test
    void the_claim_s_verification_sees_what_was_found() {
        var claim = exchanged();
        receive(awaited(claim), piece(BLUE_MUG, Condition.OPENED));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                claims.verification(found(claim)).checks())
                        .anySatisfy(check -> {
                            assertThat(check.code().name()).isEqualTo("RETURN_INSPECTION");
                            assertThat(check.outcome().name()).isEqualTo("PASS");
                        }));
    }

    @Test
    void an_empty_parcel_asks_the_agent_again_and_takes_nothing_back() {
        var claim = followedUp();
        var before = found(claim);
        var back = receive(awaited(claim));
        assertThat(back.match()).isEqualTo(ReturnMatch.NOTHING_CAME);
        assertThat(back.state()).isEqualTo(GoodsReturn.State.SETTLED);
        var after = found(claim);
        assertThat(after.state()).isEqualTo(before.state());
        assertThat(after.given()).isEqualTo(before.given());
        assertThat(after.owed().by()).isEqualTo(Owed.Party.AGENT);
        assertThat(happened(claim)).hasAtLeastOneElementOfType(ClaimEvent.GoodsReturned.class);
        assertThat(told(claim)).isEmpty();
    }

    @Test
    void a_parcel_is_received_once_however_many_hands_hold_it() throws Exception {
        var back = awaited(exchanged());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = new ArrayList<java.util.concurrent.Future<GoodsReturn>>();
            for (int i = 0; i < 4; i++) {
                tries.add(threads.submit(() -> receive(back, piece(BLUE_MUG, Condition.OPENED))));
            }
            int received = 0;
            for (var each : tries) {
                try {
                    each.get();
                    received++;
                } catch (java.util.concurrent.ExecutionException refused) {
                    assertThat(refused.getCause()).isInstanceOf(Refused.class);
                }
            }
            assertThat(received).isEqualTo(1);
        }
        assertThat(returns.corrections(merchant(), returns.ofClaim(merchant(), back.claim())))
                .hasSize(3);
    }

    @Test
    void dangerous_goods_are_never_sold_again_and_a_typo_is_no_article() {
        var back = awaited(exchanged());
        assertThatThrownBy(() ->
                        receive(back, new Receipt.Piece("SOLVENT", false, 1, Condition.SEALED, Disposition.RESELL)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().faults())
                                .extracting(fault -> fault.pointer() + " " + fault.code())
                                .containsExactly("/pieces/0/disposition RESELL_HAZARDOUS"));
        assertThatThrownBy(() -> receive(back, piece(new Sku("MUG-BLEU"), Condition.SEALED)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().faults())
                                .extracting(fault -> fault.code())
                                .containsExactly("UNKNOWN_ARTICLE"));
        assertThat(returns.find(merchant(), back.id()).orElseThrow().state()).isEqualTo(GoodsReturn.State.EXPECTED);

        var stone = receive(back, new Receipt.Piece("STONE", true, 1, Condition.OPENED, null));
        assertThat(stone.pieces()).singleElement().satisfies(piece -> {
            assertThat(piece.ours()).isFalse();
            assertThat(piece.disposition()).isEqualTo(Disposition.SEND_BACK);
        });
        assertThat(stone.match()).isEqualTo(ReturnMatch.OTHER_ARTICLE);
        assertThat(told(found(back))).isEmpty();
    }

    @Test
    void a_correction_that_was_refused_stays_visible_and_is_told_again_under_its_key() {
        var claim = exchanged();
        var back = awaited(claim);
        var told = new ArrayList<String>();
        StockBook book = new StockBook() {
            @Override
            public Outcome correct(MerchantId merchant, String key, StockCorrection correction) {
                told.add(key);
                return told.size() == 1
                        ? new Outcome.Refused(new Trouble(Trouble.Kind.REFUSED, "books closed"))
                        : new Outcome.Confirmed("SC-1");
            }

            @Override
            public Outcome status(MerchantId merchant, String key) {
                return new Outcome.Unknown();
            }
        };
        var runner = runner(book);
        // Within one transaction nobody else sees the corrections before our own runner has told them.
        var id = transactions.call(merchant(), () -> {
            receive(back, piece(BLUE_MUG, Condition.DAMAGED));
            var first = returns.corrections(merchant(), returns.ofClaim(merchant(), claim.id()))
                    .getFirst();
            assertThat(runner.run(merchant(), first.id())).isEmpty();
            return first.id();
        });
        var failed = correction(claim, id);
        assertThat(failed.state()).isEqualTo(Step.State.FAILED);
        assertThat(returns.find(merchant(), back.id()).orElseThrow().state()).isEqualTo(GoodsReturn.State.RECEIVED);

        returns.tellAgain(merchant(), claim.id(), id, JO);
        await().atMost(PATIENCE).until(() -> correction(claim, id).state() == Step.State.DONE);
        assertThat(correction(claim, id).key()).isEqualTo(failed.key()).isEqualTo(told.getFirst());
        awaitSettled(back);
        assertThatThrownBy(() -> returns.tellAgain(merchant(), claim.id(), id, JO))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("CORRECTION_NOT_FAILED"));
    }

    @Test
    void more_than_should_come_back_is_asked_about_once_and_booked_when_it_was_counted() {
        var back = awaited(exchanged());
        var many = new Receipt.Piece(BLUE_MUG.value(), false, 7, Condition.SEALED, null);
        refuses(() -> receive(back, many), Returns.MORE_THAN_EXPECTED);
        assertThat(returns.find(merchant(), back.id()).orElseThrow().isAwaited())
                .isTrue();
        var received = returns.receive(merchant(), back.id(), new Receipt(List.of(many), null, null, true), JO);
        assertThat(received.match()).isEqualTo(ReturnMatch.MORE);
    }

    @Test
    void a_receipt_that_was_wrong_is_put_right_in_the_books_and_in_the_record() {
        var claim = exchanged();
        var back = awaited(claim);
        var typo = new Receipt.Piece(BLUE_MUG.value(), false, 99_999, Condition.SEALED, null);
        refuses(() -> amend(back, 0, piece(BLUE_MUG, Condition.SEALED)), "NOT_RECEIVED");
        returns.receive(merchant(), back.id(), new Receipt(List.of(typo), null, null, true), JO);
        awaitSettled(back);
        refuses(() -> amend(back, 1, new Receipt(List.of(typo), null, null, true)), "NOTHING_AMENDED");
        var amended = amend(back, 1, piece(BLUE_MUG, Condition.SEALED));
        assertThat(amended.match()).isEqualTo(ReturnMatch.SAME);
        assertThat(amended.receipts()).isEqualTo(2);
        assertThat(amended.receivedBy()).isEqualTo("Jo");
        refuses(() -> amend(back, 1, piece(GREEN_MUG, Condition.SEALED)), "STALE");
        awaitSettled(back);
        assertThat(told(claim))
                .containsExactlyInAnyOrder(
                        "MUG-RED 1 SELLABLE NEVER_LEFT DONE",
                        "MUG-BLUE -1 SELLABLE LEFT_INSTEAD DONE",
                        "MUG-BLUE 99999 SELLABLE CAME_BACK DONE",
                        "MUG-BLUE -99998 SELLABLE CAME_BACK DONE");

        amend(back, 2, piece(GREEN_MUG, Condition.OPENED));
        awaitSettled(back);
        assertThat(units(claim))
                .containsExactlyInAnyOrderEntriesOf(Map.of("MUG-RED", 1, "MUG-BLUE", 0, "MUG-GREEN", 0));
        assertThat(happened(claim))
                .filteredOn(event -> event instanceof ClaimEvent.GoodsReturned)
                .map(event -> ((ClaimEvent.GoodsReturned) event).amended())
                .containsExactly(false, true, true);
        assertThat(entries(back)).containsOnlyOnce("RECEIVED").endsWith("SETTLED");
        assertThat(entries(back)).filteredOn("AMENDED"::equals).hasSize(2);
        // What was declared wrong is in the record, and nobody reads it as a fact.
        assertThat(inspections("errorDeclaration")).isEqualTo(2);
        assertThat(inspections("quantityList")).isEqualTo(5);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                claims.verification(found(claim)).checks())
                        .anySatisfy(check -> {
                            assertThat(check.code().name()).isEqualTo("RETURN_INSPECTION");
                            assertThat(check.outcome().name()).isEqualTo("PASS");
                            assertThat(check.explanation().gaps()).containsExactly("mug-green");
                        }));
    }

    @Test
    void nothing_is_put_right_before_the_warehouse_has_said_whether_it_took_it() {
        var claim = exchanged();
        var back = awaited(claim);
        var runner = runner(hesitating());
        transactions.run(merchant(), () -> {
            receive(back, piece(GREEN_MUG, Condition.OPENED));
            var first = corrections(claim).stream().map(StockCorrection::id).toList();
            runner.run(merchant(), first.getFirst());
            amend(back, 1, piece(BLUE_MUG, Condition.OPENED));
            assertThat(corrections(claim))
                    .extracting(StockCorrection::state)
                    .containsExactly(Step.State.RUNNING, Step.State.REVERSED, Step.State.REVERSED);
            jdbc.sql("UPDATE settlement.stock_correction SET next_at = now() WHERE id = ?")
                    .param(first.getFirst())
                    .update();
            runner.run(merchant(), first.getFirst());
            assertThat(correction(claim, first.getFirst()).state()).isEqualTo(Step.State.REVERSED);
        });
        awaitSettled(back);
        assertThat(units(claim)).isEqualTo(Map.of("MUG-RED", 1, "MUG-BLUE", 0));
    }

    @Test
    void a_note_or_a_reason_is_put_right_without_touching_books_or_claim_and_nothing_is_forgotten() {
        var claim = followedUp();
        var back = awaited(claim);
        var many = new Receipt.Piece(BLUE_MUG.value(), false, 7, Condition.SEALED, null);
        returns.receive(merchant(), back.id(), new Receipt(List.of(many), null, "Torn open", true), JO);
        assertThat(found(claim).owed().by()).isEqualTo(Owed.Party.AGENT);
        awaitSettled(back);
        var events = happened(claim).size();
        amend(back, 1, new Receipt(List.of(many), null, "Torn open at one side", true));
        awaitSettled(back);
        assertThat(happened(claim)).hasSize(events);
        assertThat(corrections(claim)).hasSize(3);

        assertThat(looksThatStand()).isEqualTo(1);

        var right = amend(back, 2, piece(BLUE_MUG, Condition.SEALED));
        assertThat(looksThatStand()).isEqualTo(1);
        assertThat(found(claim).owed().by()).isEqualTo(Owed.Party.CUSTOMER);
        assertThat(returns.earlier(merchant(), right))
                .extracting(earlier ->
                        earlier.by() + " " + earlier.pieces().getFirst().quantity() + " " + earlier.note())
                .containsExactly("Jo 7 Torn open", "Jo 7 Torn open at one side");
    }

    private StockRunner runner(StockBook book) {
        return new StockRunner(
                transactions, corrections, table, ledger, bookkeeping, book, java.time.InstantSource.system());
    }

    /** Takes its time, and then refuses. */
    private static StockBook hesitating() {
        return new StockBook() {
            @Override
            public Outcome correct(MerchantId merchant, String key, StockCorrection correction) {
                return new Outcome.Pending("SC-1");
            }

            @Override
            public Outcome status(MerchantId merchant, String key) {
                return new Outcome.Refused(new Trouble(Trouble.Kind.REFUSED, "books closed"));
            }
        };
    }

    private GoodsReturn amend(GoodsReturn back, int seen, Receipt.Piece... pieces) {
        return amend(back, seen, new Receipt(List.of(pieces), null, null, false));
    }

    private GoodsReturn amend(GoodsReturn back, int seen, Receipt receipt) {
        return returns.amend(merchant(), back.id(), receipt, "A slip of the finger.", seen, JO);
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String code) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class, refused -> {
            var refusal = refused.refusal();
            assertThat(
                            refusal.faults().isEmpty()
                                    ? refusal.code()
                                    : refusal.faults().getFirst().code())
                    .isEqualTo(code);
        });
    }

    /** What the books have learned of each article, all told. */
    private Map<String, Integer> units(Claim claim) {
        var units = new java.util.TreeMap<String, Integer>();
        corrections(claim).stream()
                .filter(each -> each.state() == Step.State.DONE)
                .forEach(each -> units.merge(each.sku().value(), each.units(), Integer::sum));
        return units;
    }

    private List<StockCorrection> corrections(Claim claim) {
        return returns.corrections(merchant(), returns.ofClaim(merchant(), claim.id()));
    }

    /** Looks at goods that nobody has declared wrong. */
    private long looksThatStand() {
        return transactions.call(
                merchant(), () -> jdbc.sql("""
                        SELECT count(*)
                          FROM (SELECT id FROM traces.event WHERE step = 'inspecting'
                                 GROUP BY id HAVING sum(position('errorDeclaration' IN document)) = 0) AS stands
                        """).query(Long.class).single());
    }

    private long inspections(String holding) {
        return transactions.call(
                merchant(),
                () -> jdbc.sql(
                                "SELECT count(*) FROM traces.event WHERE step = 'inspecting' AND position(? IN document) > 0")
                        .param(holding)
                        .query(Long.class)
                        .single());
    }

    @Test
    void the_warehouse_s_program_receives_over_rest_and_a_stranger_s_sees_nothing() {
        var back = awaited(exchanged());
        var api = Api.sample(port).withKey(keys.create(merchant(), "Warehouse", EnumSet.of(Role.WAREHOUSE)));
        assertThat(api.get("/api/v1/returns").is(200).text("/items/0/id"))
                .isEqualTo(back.id().toString());
        var listed =
                api.get("/api/v1/claims/" + back.claimNumber() + "/returns").is(200);
        assertThat(listed.text("/0/expected/0/sku")).isEqualTo("MUG-BLUE");

        var path = "/api/v1/returns/" + back.id() + "/receipt";
        api.post(path, "{}").is(422);
        api.post(path, "{\"pieces\":[],\"nothingCame\":true,\"note\":7}").is(422);
        api.post(path, "{\"pieces\":[{\"article\":\"MUG-GREEN\",\"quantity\":0,\"condition\":\"NEW\"}]}")
                .is(422);
        var answer = api.post(
                        path, "{\"pieces\":[{\"article\":\"MUG-GREEN\",\"quantity\":1,\"condition\":\"OPENED\"}]}")
                .is(200);
        assertThat(answer.text("/match")).isEqualTo("OTHER_ARTICLE");
        assertThat(answer.text("/pieces/0/disposition")).isEqualTo("QUARANTINE");
        assertThat(api.post(path, "{\"nothingCame\":true}").is(409).text("/code"))
                .isEqualTo(Returns.RECEIVED_ALREADY);
        var right = "/api/v1/returns/" + back.id() + "/amendment";
        api.post(right, "{\"nothingCame\":true,\"receipts\":1}").is(422);
        api.post(right, "{\"nothingCame\":true,\"receipts\":7,\"why\":\"Empty.\"}")
                .is(412);
        var amended = api.post(right, "{\"nothingCame\":true,\"receipts\":1,\"why\":\"It was empty.\"}")
                .is(200);
        assertThat(amended.text("/match")).isEqualTo("NOTHING_CAME");
        assertThat(amended.text("/receipts")).isEqualTo("2");
        assertThat(amended.text("/amended/why")).isEqualTo("It was empty.");
        api.post(
                        right,
                        "{\"pieces\":[{\"article\":\"MUG-GREEN\",\"quantity\":1,\"condition\":\"OPENED\"}],"
                                + "\"receipts\":2,\"why\":\"No, it was not.\"}")
                .is(200);
        assertThat(api.get("/api/v1/returns?state=RECEIVED").is(200).text("/items/0/match"))
                .isEqualTo("OTHER_ARTICLE");

        var other = Api.sample(port).withKey(keys.create(fixtures().merchant(), "Other", EnumSet.allOf(Role.class)));
        other.get("/api/v1/claims/" + back.claimNumber() + "/returns").is(404);
        other.post(path, "{\"nothingCame\":true}").is(404);
        other.post(right, "{\"nothingCame\":true,\"receipts\":3,\"why\":\"Mine.\"}")
                .is(404);
    }

    @Test
    void another_step_done_does_not_take_the_question_from_the_agent() {
        var claim = exchanged();
        receive(awaited(claim), piece(GREEN_MUG, Condition.OPENED));
        assertThat(found(claim).owed().by()).isEqualTo(Owed.Party.AGENT);
        await().atMost(PATIENCE).until(() -> found(claim).state() instanceof ClaimState.FollowingUp);
        assertThat(found(claim).owed().by()).isEqualTo(Owed.Party.AGENT);
    }

    private Claim exchanged() {
        return fixtures()
                .agreed(merchant(), fixtures().order(merchant(), "40.00"), goods(Remedy.Kind.EXCHANGE, RED_MUG));
    }

    /** Nothing is under way any more. */
    private Claim followedUp() {
        var claim = exchanged();
        await().atMost(PATIENCE).until(() -> found(claim).state() instanceof ClaimState.FollowingUp);
        return claim;
    }

    private GoodsReturn awaited(Claim claim) {
        await().atMost(PATIENCE)
                .until(() -> !returns.ofClaim(merchant(), claim.id()).isEmpty());
        return returns.ofClaim(merchant(), claim.id()).getFirst();
    }

    private GoodsReturn receive(GoodsReturn back, Receipt.Piece... pieces) {
        return returns.receive(merchant(), back.id(), new Receipt(List.of(pieces), null, null, false), JO);
    }

    private static Receipt.Piece piece(Sku sku, Condition condition) {
        return new Receipt.Piece(sku.value(), false, 1, condition, null);
    }

    private void awaitSettled(GoodsReturn back) {
        await().atMost(PATIENCE)
                .until(() -> returns.find(merchant(), back.id()).orElseThrow().state() == GoodsReturn.State.SETTLED);
    }

    private StockCorrection correction(Claim claim, UUID id) {
        return returns.corrections(merchant(), returns.ofClaim(merchant(), claim.id())).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> told(Claim claim) {
        return returns.corrections(merchant(), returns.ofClaim(merchant(), claim.id())).stream()
                .map(each ->
                        each.sku() + " " + each.units() + " " + each.stock() + " " + each.reason() + " " + each.state())
                .toList();
    }

    private long sandboxCorrections() {
        return transactions.call(
                merchant(),
                () -> jdbc.sql("SELECT count(*) FROM settlement.sandbox_effect WHERE reference LIKE 'SC-%'")
                        .query(Long.class)
                        .single());
    }

    private List<String> entries(GoodsReturn back) {
        return transactions.call(
                merchant(),
                () -> jdbc.sql("SELECT what FROM settlement.return_entry WHERE return_id = ? ORDER BY at, id")
                        .param(back.id())
                        .query(String.class)
                        .list());
    }

    private List<ClaimEvent> happened(Claim claim) {
        return claims.timeline(merchant(), claim.id()).stream()
                .map(Entry::event)
                .toList();
    }

    private Claim found(Claim claim) {
        return claims.find(merchant(), claim.id()).orElseThrow();
    }

    private Claim found(GoodsReturn back) {
        return claims.find(merchant(), back.claim()).orElseThrow();
    }

    private static Product product(Sku sku, Product.@Nullable Hazard hazard) {
        return new Product(
                sku, sku.value().toLowerCase(java.util.Locale.ROOT), null, null, null, null, null, null, hazard);
    }

    private AgreedClaims fixtures() {
        return java.util.Objects.requireNonNull(fixtures);
    }

    private MerchantId merchant() {
        return java.util.Objects.requireNonNull(founded);
    }
}
