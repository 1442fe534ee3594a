package org.redress.claims.web.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.claims.web.portal.PortalFixture.ANN;
import static org.redress.claims.web.portal.PortalFixture.ORDER;
import static org.redress.claims.web.portal.PortalFixture.report;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.CustomerLinks;
import org.redress.access.Merchants;
import org.redress.claims.CauseCode;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimSearch;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.claims.Offer;
import org.redress.claims.Verdict;
import org.redress.claims.Verification;
import org.redress.evidence.Evidence;
import org.redress.evidence.Pieces;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.orders.Orders;
import org.redress.orders.Products;
import org.redress.testing.Photographs;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.redress.testing.Visitor.Answer;
import org.redress.testing.Visitor.Field;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RedressTest
class PortalIT {
    private static final Actor AGENT = new Actor.Staff(Ids.next(), "Robin");

    @LocalServerPort
    int port;

    @Autowired
    Merchants merchants;

    @Autowired
    Orders orders;

    @Autowired
    Products products;

    @Autowired
    Claims claims;

    @Autowired
    CustomerLinks links;

    @Autowired
    InstantSource clock;

    @Autowired
    Evidence evidence;

    @Autowired
    Pieces pieces;

    private PortalFixture shop;
    private Visitor ann;

    @BeforeEach
    void open() {
        shop = PortalFixture.open(merchants, orders, products);
        ann = Visitor.at(port, "en");
    }

    @Test
    void an_order_is_shown_to_its_customer() {
        assertThat(step1(ORDER, ANN).body()).contains("Red mug", "2 ordered", "Green tea");
        assertThat(step1("#" + ORDER, "+44 (20) 7946 0000").body()).contains("Red mug");
    }

    @Test
    void an_order_number_in_small_letters_is_understood_and_kept_as_the_shop_writes_it() {
        var small = ORDER.toLowerCase(java.util.Locale.ROOT);
        assertThat(small).isNotEqualTo(ORDER);
        assertThat(step1(small, ANN).field("orderNumber")).isEqualTo(ORDER);
        var claim = filed(report(new Field("orderNumber", small)));
        assertThat(claim.filing().orderNumber()).isEqualTo(ORDER);
    }

    @Test
    void to_anybody_else_an_order_looks_as_if_it_were_not_there() {
        var anothers = step1(ORDER, "eve@example.com");
        var nobodys = step1("P-9999", "eve@example.com");
        assertThat(anothers.status()).isEqualTo(200);
        assertThat(anothers.body()).contains("We could not find this order").doesNotContain("Red mug");
        assertThat(withoutWhatWasTyped(anothers, ORDER)).isEqualTo(withoutWhatWasTyped(nobodys, "P-9999"));
    }

    private static String withoutWhatWasTyped(Answer answer, String number) {
        return answer.body()
                .replace(number, "N")
                .replaceAll("name=\"(_csrf|form)\" value=\"[^\"]+\"", "")
                .replaceAll("hx-headers='?\"?\\{[^}]*}", "");
    }

    @Test
    void a_report_about_an_order_we_cannot_find_is_taken_all_the_same() {
        var claim = filed(report(
                new Field("orderNumber", "P-9999"),
                new Field("row", "u"),
                new Field("pick", "u"),
                new Field("ordered.u", "A red mug"),
                new Field("problem.u", "WRONG_ITEM"),
                new Field("quantity.u", "1"),
                new Field("came.u", "A teapot")));
        assertThat(claim.state()).isEqualTo(new ClaimState.Submitted());
        assertThat(claim.verdict()).isEqualTo(Verdict.UNKNOWN_ORDER);
        assertThat(claim.filing().lines().getFirst().sku()).hasToString("A red mug");
    }

    @Test
    void so_is_a_report_about_an_order_of_somebody_else_and_the_check_says_so_to_staff() {
        var claim = filed(report(
                new Field("contact", "eve@example.com"),
                new Field("row", "u"),
                new Field("pick", "u"),
                new Field("ordered.u", "Red mug"),
                new Field("problem.u", "WRONG_ITEM"),
                new Field("quantity.u", "5"),
                new Field("came.u", "Teapot")));
        var checks = claims.verification(claim).checks();
        assertThat(checks)
                .filteredOn(check -> check.code() == Verification.Code.ORDER_IS_CUSTOMERS)
                .extracting(Verification.Check::outcome)
                .containsExactly(Verification.Outcome.FAIL);
    }

    @Test
    void what_was_ordered_what_came_and_what_is_wanted_stand_in_the_claim() {
        var claim = filed(report());
        var line = claim.filing().lines().getFirst();
        assertThat(line.sku()).hasToString("RED");
        assertThat(line.quantity()).isEqualTo(1);
        assertThat(line.received())
                .isNotNull()
                .satisfies(received -> assertThat(received.description()).isEqualTo("Blue mug"));
        assertThat(claim.filing().contact().email()).isEqualTo(ANN);
        assertThat(claim.filing().statement()).isEqualTo("It is blue.");
    }

    @Test
    void sent_twice_a_form_makes_one_claim() throws Exception {
        var fields = report();
        ann.get(shop.path);
        try (var people = Executors.newFixedThreadPool(4)) {
            var answers =
                    people.invokeAll(Collections.nCopies(4, (Callable<Answer>) () -> ann.post(shop.path, fields)));
            for (var answer : answers) {
                assertThat(ann.get(answer.get().next()).status()).isEqualTo(200);
            }
        }
        assertThat(all()).hasSize(1);
    }

    @Test
    void sent_again_after_going_back_it_leads_to_the_same_claim_though_its_photo_is_taken() {
        ann.get(shop.path);
        var form = new Field("form", UUID.randomUUID().toString());
        var goods = report(form, new Field("at", "GOODS"));
        var upload = ann.send(shop.path, goods, "photo", "box.png", Photographs.ofBarcode(PortalFixture.BLUE_CODE))
                .field("upload");
        var last = report(form, new Field("upload", upload), new Field("kind." + upload, "ITEM_BARCODE"));
        filed(last);
        assertThat(ann.post(shop.path, last).next()).startsWith("/track/");
        assertThat(evidence.ofClaim(shop.merchant, only().id())).hasSize(1);
    }

    @Test
    void sent_again_with_other_words_it_makes_another() {
        var form = new Field("form", UUID.randomUUID().toString());
        filed(report(form));
        filed(report(form, new Field("statement", "And the handle is off.")));
        assertThat(all()).hasSize(2);
    }

    @Test
    void what_was_typed_stays_where_something_is_missing() {
        ann.get(shop.path);
        var answer = ann.post(shop.path, report(new Field("demand", ""), new Field("statement", "Half a story")));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Choose what you would like", "Half a story");
        assertThat(answer.field("came.0")).isEqualTo("Blue mug");
        assertThat(all()).isEmpty();
    }

    @Test
    void a_contact_that_nobody_can_answer_to_is_asked_for_again() {
        var answer = step1(ORDER, "ann at example");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("we need an e-mail address or a phone number");
        assertThat(answer.field("orderNumber")).isEqualTo(ORDER);
    }

    @Test
    void more_units_than_were_ordered_are_asked_about() {
        ann.get(shop.path);
        var answer = ann.post(shop.path, report(new Field("at", "GOODS"), new Field("quantity.0", "3")));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("a number from 1 to 2");
    }

    @Test
    void a_half_filled_step_changes_its_language_and_keeps_everything() {
        ann.get(shop.path);
        var answer =
                ann.post(shop.path, report(new Field("at", "GOODS"), new Field("go", ""), new Field("lang", "zh-CN")));
        assertThat(answer.body()).contains("收到了什么？");
        assertThat(answer.field("came.0")).isEqualTo("Blue mug");
    }

    @Test
    void markup_in_a_statement_is_shown_as_text() {
        var page = ann.get(shop.file(ann, new Field("statement", "<script>alert('x')</script><b>bold</b>")));
        assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script>alert", "<b>bold</b>");
    }

    @Test
    void a_photo_comes_with_the_form_where_there_are_no_scripts() {
        ann.get(shop.path);
        var fields = report(new Field("at", "GOODS"));
        var answer = ann.send(shop.path, fields, "photo", "box.png", Photographs.ofBarcode(PortalFixture.BLUE_CODE));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("What would you like?", "/uploads/");
        assertThat(Ids.parse(answer.field("upload"))).isPresent();
    }

    @Test
    void a_script_that_calls_itself_a_photo_is_not_taken_and_nothing_typed_is_lost() {
        ann.get(shop.path);
        var fields = report(new Field("at", "GOODS"));
        var answer = ann.send(
                shop.path,
                fields,
                "photo",
                "photo.jpg",
                "<script>alert(1)</script>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("not a picture or video that we can take");
        assertThat(answer.field("came.0")).isEqualTo("Blue mug");
    }

    @Test
    void a_photo_that_is_empty_is_not_passed_over_in_silence() {
        ann.get(shop.path);
        var answer = ann.send(shop.path, report(new Field("at", "GOODS")), "photo", "photo.jpg", new byte[0]);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("The file is empty.");
    }

    @Test
    void guessing_orders_is_stopped_and_finding_ones_own_is_not() throws Exception {
        var guesser = Visitor.from("127.0.0.77", port);
        guesser.get(shop.path);
        for (int i = 0; i < GuessLimit.MOST; i++) {
            assertThat(guesser.post(shop.path, step1Fields("G-" + i, ANN)).status())
                    .isEqualTo(200);
        }
        assertThat(guesser.post(shop.path, step1Fields("G-X", ANN)).status()).isEqualTo(429);
        assertThat(step1(ORDER, ANN).status()).isEqualTo(200);
    }

    @Test
    void the_tracking_page_is_kept_and_indexed_by_nobody() {
        var page = ann.get(shop.file(ann));
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Referrer-Policy")).contains("no-referrer");
        assertThat(page.header("X-Robots-Tag").orElse("")).contains("noindex");
        assertThat(page.body()).contains("owe you an answer by");
    }

    @Test
    void an_expired_link_says_how_to_get_a_new_one_and_nothing_of_the_claim() {
        var claim = filed(report());
        var link = links.issue(shop.merchant, claim.id(), clock.instant().minus(Duration.ofMinutes(1)));
        var page = ann.get(link);
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.body())
                .contains("This link has expired", "Mugs &amp; More")
                .doesNotContain(claim.number(), ORDER, "mug");
        assertThat(ann.post(link + "/withdrawal", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void an_unknown_link_leads_nowhere() {
        assertThat(ann.get("/track/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").status())
                .isEqualTo(404);
    }

    @Test
    void the_link_of_one_claim_cannot_answer_the_offer_of_another() {
        var mine = shop.file(ann);
        var other = offered(filed(report()));
        var offer = other.offers().getLast().id();
        ann.get(mine);
        var answer = ann.post(mine + "/offers/" + offer + "/decline", Map.of("note", "", "seen", "99"));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(ann.get(answer.next()).body()).contains("It has moved meanwhile");
        assertThat(now(other).state()).isInstanceOf(ClaimState.Offered.class);
    }

    @Test
    void what_is_agreed_to_is_the_very_text_that_was_shown() {
        var path = shop.file(ann);
        var claim = offered(only());
        var page = ann.get(path);
        var shown = page.field("consent");
        assertThat(page.body()).contains("<blockquote id=\"consent\">" + shown);
        var act = path + "/offers/" + claim.offers().getLast().id() + "/acceptance";

        var forged = ann.post(act, Map.of("consent", "I get a million.", "seen", page.field("seen")));
        assertThat(ann.get(forged.next()).body()).contains("It has moved meanwhile");
        assertThat(now(claim).state()).isInstanceOf(ClaimState.Offered.class);

        var agreed = ann.post(act, Map.of("consent", unescaped(shown), "seen", page.field("seen")));
        assertThat(ann.get(agreed.next()).body()).contains("Agreed. We start right away.");
        assertThat(now(claim).offers().getLast().state()).isEqualTo(Offer.State.ACCEPTED);
        assertThat(claims.timeline(shop.merchant, claim.id()))
                .extracting(
                        entry -> entry.event() instanceof ClaimEvent.RemedyAgreed agree ? agree.consentedText() : "")
                .contains(unescaped(shown));
    }

    @Test
    void an_act_on_a_page_that_is_out_of_date_changes_nothing() {
        var path = shop.file(ann);
        var page = ann.get(path);
        var claim = offered(only());
        var answer = ann.post(path + "/withdrawal", Map.of("seen", page.field("seen")));
        assertThat(ann.get(answer.next()).body()).contains("It has moved meanwhile", "Here is our offer");
        assertThat(now(claim).state()).isInstanceOf(ClaimState.Offered.class);
    }

    @Test
    void what_was_typed_in_a_form_that_is_refused_stands_in_that_form_again_and_in_no_other() {
        var path = shop.file(ann);
        var page = ann.get(path);
        offered(only());
        var typed = Map.of("seen", page.field("seen"), "reason", "I found it under the bed");
        var after = ann.get(ann.post(path + "/withdrawal", typed).next());
        assertThat(after.body()).containsOnlyOnce("I found it under the bed");
        assertThat(after.body()).containsPattern("<details class=\"more\" id=\"withdrawal\" open>");
        assertThat(ann.get(path).body()).doesNotContain("under the bed");
    }

    @Test
    void what_staff_do_unseen_does_not_stand_in_the_customers_way() {
        var path = shop.file(ann);
        var page = ann.get(path);
        var claim = only();
        claims.handle(shop.merchant, claim.id(), new ClaimCommand.RecordCause(CauseCode.WH_01, null), AGENT, null);
        ann.post(path + "/withdrawal", Map.of("seen", page.field("seen"), "reason", "Found it"));
        assertThat(now(claim).state()).isInstanceOf(ClaimState.Closed.class);
    }

    @Test
    void staff_notes_stay_among_staff() {
        var path = shop.file(ann);
        var id = only().id();
        claims.handle(shop.merchant, id, new ClaimCommand.RecordCause(CauseCode.PE_01, "Sam was tired"), AGENT, null);
        claims.handle(shop.merchant, id, new ClaimCommand.Escalate("Difficult customer"), AGENT, null);
        claims.handle(shop.merchant, id, new ClaimCommand.Accept("Just pay"), AGENT, null);
        assertThat(ann.get(path).body())
                .contains("ours to put right")
                .doesNotContain("Sam was tired", "Difficult customer", "Just pay", "PE-01", "Robin");
    }

    @Test
    void a_question_is_answered_in_words_and_with_a_photo() {
        var path = shop.file(ann);
        var claim = only();
        claims.handle(
                shop.merchant,
                claim.id(),
                new ClaimCommand.AskInformation(List.of("ITEM_BARCODE"), "May we see the barcode?"),
                AGENT,
                null);
        var page = ann.get(path);
        assertThat(page.body()).contains("May we see the barcode?");
        var fields = List.of(
                new Field("message", "Here it is."),
                new Field("kind", "ITEM_BARCODE"),
                new Field("seen", page.field("seen")));
        var answer = ann.send(
                path + "/information", fields, "photo", "code.png", Photographs.ofBarcode(PortalFixture.BLUE_CODE));
        assertThat(ann.get(answer.next()).body()).contains("Thank you, we have it.", "Here it is.");
        assertThat(now(claim).state()).isEqualTo(new ClaimState.Submitted());
    }

    @Test
    void a_photo_in_pieces_outlives_an_act_that_is_refused() {
        var path = shop.file(ann);
        var claim = only();
        claims.handle(
                shop.merchant,
                claim.id(),
                new ClaimCommand.AskInformation(List.of("ITEM_BARCODE"), "May we see the barcode?"),
                AGENT,
                null);
        var piece = UUID.randomUUID();
        pieces.add(shop.merchant, piece, 0, new ByteArrayInputStream(Photographs.ofBarcode(PortalFixture.BLUE_CODE)));
        // An old page: something was told since.
        var refused = ann.post(path + "/information", sending(piece, "-1"));
        assertThat(ann.get(refused.next()).body()).doesNotContain("Thank you, we have it.");
        assertThat(evidence.ofClaim(shop.merchant, claim.id())).isEmpty();
        var sent = ann.post(path + "/information", sending(piece, ann.get(path).field("seen")));
        assertThat(ann.get(sent.next()).body()).contains("Thank you, we have it.");
        assertThat(evidence.ofClaim(shop.merchant, claim.id())).hasSize(1);
    }

    private static List<Field> sending(UUID piece, String seen) {
        return List.of(
                new Field("message", "Here it is."),
                new Field("piece", piece.toString()),
                new Field("pieceName." + piece, "code.png"),
                new Field("seen", seen));
    }

    @Test
    void a_suggestion_needs_words_or_a_choice() {
        var path = shop.file(ann);
        var claim = offered(only());
        var page = ann.get(path);
        var act = path + "/offers/" + claim.offers().getLast().id() + "/counter";
        var empty = ann.post(act, Map.of("seen", page.field("seen")));
        assertThat(ann.get(empty.next()).body()).contains("tell us in your words");
        var chosen = ann.post(act, Map.of("seen", page.field("seen"), "option", page.field("option")));
        assertThat(ann.get(chosen.next()).body()).contains("We have your suggestion");
        assertThat(now(claim).wish()).isNotNull();
    }

    @Test
    void nothing_that_only_staff_may_do_has_an_address_here() {
        var path = shop.file(ann);
        ann.get(path);
        for (var act : List.of("acceptance", "closure", "rejection", "cause", "assignment")) {
            assertThat(ann.post(path + "/" + act, Map.of()).status()).isIn(404, 405);
        }
    }

    private Answer step1(String orderNumber, String contact) {
        ann.get(shop.path);
        return ann.post(shop.path, step1Fields(orderNumber, contact));
    }

    private static Map<String, String> step1Fields(String orderNumber, String contact) {
        return Map.of("at", "ORDER", "go", "NEXT", "orderNumber", orderNumber, "contact", contact);
    }

    private Claim filed(List<Field> fields) {
        var before = all().stream().map(Claim::id).toList();
        ann.get(shop.path);
        assertThat(ann.post(shop.path, fields).next()).startsWith("/track/");
        return all().stream()
                .filter(claim -> !before.contains(claim.id()))
                .findFirst()
                .orElseThrow();
    }

    private Claim only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    private List<Claim> all() {
        return claims.search(
                        shop.merchant,
                        new ClaimSearch(null, null, Set.of(), null, null, ClaimSearch.Sort.FILED, null, 50))
                .items();
    }

    private Claim offered(Claim claim) {
        claims.handle(shop.merchant, claim.id(), new ClaimCommand.Accept(null), AGENT, null);
        var plan = claims.remedyOptions(shop.merchant, claim.id())
                .options()
                .getFirst()
                .plan();
        return claims.offer(shop.merchant, claim.id(), plan, AGENT, null);
    }

    private Claim now(Claim claim) {
        return claims.find(shop.merchant, claim.id()).orElseThrow();
    }

    private static String unescaped(String html) {
        return html.replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
