package org.redress.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Accounts;
import org.redress.access.ApiKeys;
import org.redress.access.Merchants;
import org.redress.access.OneTimeLinks;
import org.redress.access.Role;
import org.redress.claims.Claims;
import org.redress.claims.Filing;
import org.redress.correspondence.MailingLinks;
import org.redress.kernel.Actor;
import org.redress.kernel.Demand;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.testing.Api;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The other customer of a swap is found, written to, and answers with one tap. */
@RedressTest
class OutreachIT {
    @LocalServerPort
    int port;

    @Autowired
    Merchants merchants;

    @Autowired
    ApiKeys keys;

    @Autowired
    Claims claims;

    @Autowired
    Outreaches outreaches;

    @Autowired
    MailingLinks links;

    @Autowired
    Accounts accounts;

    @Autowired
    OneTimeLinks oneTime;

    private MerchantId merchant;
    private SwapBench bench;

    @BeforeEach
    void a_kettle_and_a_lamp_were_swapped() {
        merchant = OwnMerchant.found(merchants);
        bench = new SwapBench(key(merchant));
    }

    private Api key(MerchantId of) {
        return Api.sample(port).withKey(keys.create(of, "Outreach", EnumSet.allOf(Role.class)));
    }

    private JsonNode all() {
        return bench.api.get("/api/v1/outreach").is(200).body().at("/items");
    }

    private String found() {
        bench.kettlesClaim();
        return await().atMost(Duration.ofSeconds(20))
                .until(this::all, items -> items.size() == 1)
                .at("/0/id")
                .asString();
    }

    private String link(String id) {
        var link = bench.api.post("/api/v1/outreach/" + id + "/letter").is(200).text("/link");
        return link.substring(link.indexOf("/check/"));
    }

    private Visitor somebody() {
        return Visitor.at(port, "en");
    }

    @Test
    void the_other_side_of_a_swap_is_found_before_they_complain_and_one_tap_files_their_claim() {
        var id = found();
        var first = all().get(0);
        assertThat(first.at("/orderNumber").asString()).isEqualTo(bench.lamp());
        assertThat(first.at("/ordered").asString()).isEqualTo("LMP");
        assertThat(first.at("/received").asString()).isEqualTo("KET");
        assertThat(first.at("/why").asString()).isEqualTo("SWAP");
        assertThat(first.at("/state").asString()).isEqualTo("OPEN");

        var page = link(id);
        assertThat(all().at("/0/state").asString()).isEqualTo("WRITTEN");
        var customer = somebody();
        var shown = customer.get(page);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body())
                .contains(bench.lamp(), "“Steel kettle” instead of “Desk lamp”", "How many are wrong?")
                .doesNotContain(bench.kettle(), "KETTLE Buyer");
        assertThat(shown.header("Cache-Control")).contains("private, no-store");

        assertThat(customer.post(page + "/wrong", Map.of("demand", "RESHIP", "units", "3"))
                        .status())
                .isEqualTo(422);
        var track = customer.post(page + "/wrong", Map.of("demand", "RESHIP", "units", "1"));
        assertThat(track.status()).isEqualTo(303);
        assertThat(customer.get(track.next()).body()).contains(bench.lamp()).doesNotContain(bench.kettle());
        assertThat(customer.post(page + "/wrong", Map.of("demand", "REFUND", "units", "2"))
                        .next())
                .startsWith("/track/");
        assertThat(customer.get(page).body()).contains("We have your claim");

        var filed = all().at("/0/filedClaimId").asString();
        assertThat(all().at("/0/state").asString()).isEqualTo("CLAIMED");
        var claim = claims.find(merchant, UUID.fromString(filed)).orElseThrow();
        assertThat(claim.filing().contact().email()).startsWith("lamp-");
        assertThat(claim.filing().lines())
                .singleElement()
                .satisfies(line -> assertThat(line.quantity()).isEqualTo(1));
        assertThat(bench.api
                        .get("/api/v1/claims?order=" + bench.lamp())
                        .is(200)
                        .body()
                        .at("/items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void where_parcels_went_astray_as_a_whole_the_letter_names_no_article_and_one_tap_claims_all_of_the_order() {
        bench.lampsAndAJar();
        var cause = bench.kettlesParcel();
        var one = await().atMost(Duration.ofSeconds(20))
                .until(this::all, items -> items.size() == 1)
                .get(0);
        assertThat(one.at("/orderNumber").asString()).isEqualTo(bench.lamp());
        assertThat(one.at("/ordered").isNull()).isTrue();
        assertThat(one.at("/received").isNull()).isTrue();

        var number = one.at("/claimNumber").asString();
        for (var name : List.of(cause, number)) {
            var path = "/api/v1/claims/" + name + "/outreach";
            assertThat(bench.api.post(path).is(200).body().get(0).at("/id")).isEqualTo(one.at("/id"));
            assertThat(bench.api.get(path).is(200).body().get(0).at("/id")).isEqualTo(one.at("/id"));
        }

        var agent = agent();
        assertThat(agent.get("/desk/outreach").body())
                .contains("Probably another customer’s parcel came instead of theirs.", "的包裹里，可能是其他顾客的商品。");
        var letter = "/desk/outreach/" + one.at("/id").asString() + "/letter";
        var told = agent.get(agent.post(letter, Map.of()).next()).body();
        assertThat(told).contains("Pass this link on", "LAMP Buyer", bench.lamp(), "0113 496 0121");
        var link = Pattern.compile("/check/[A-Za-z0-9_-]{43}").matcher(told);
        assertThat(link.find()).isTrue();

        var page = link.group();
        var customer = somebody();
        assertThat(customer.get(page).body())
                .contains("The parcel for order " + bench.lamp() + " may hold another customer’s goods.")
                .doesNotContain("kettle", "Desk lamp", "KET", "How many", bench.kettle());
        assertThat(customer.post(page + "/wrong", Map.of("demand", "REFUND")).next())
                .startsWith("/track/");
        var filed = claims.find(
                        merchant, UUID.fromString(all().at("/0/filedClaimId").asString()))
                .orElseThrow()
                .filing();
        assertThat(filed.demand()).isEqualTo(Demand.REFUND);
        assertThat(filed.lines())
                .containsExactly(
                        new Filing.Line(new Sku("LMP"), 2, Problem.WRONG_PARCEL, null),
                        new Filing.Line(new Sku("JAR"), 1, Problem.WRONG_PARCEL, null));
    }

    private Visitor agent() {
        var email = UUID.randomUUID() + "@example.org";
        var path = accounts.invite(merchant, email, "Jo Park", EnumSet.of(Role.AGENT));
        oneTime.choosePassword(path.substring("/password/".length()), "a few words in a row");
        var agent = somebody();
        agent.get("/login");
        agent.post("/login", Map.of("email", email, "password", "a few words in a row"));
        return agent;
    }

    @Test
    void all_may_be_right_and_may_be_wrong_after_all() {
        var page = link(found());
        var customer = somebody();
        customer.get(page);
        assertThat(customer.post(page + "/right", Map.of()).next()).isEqualTo(page);
        assertThat(customer.get(page).body()).contains("Thank you for looking", "Not right after all?");
        assertThat(all().at("/0/state").asString()).isEqualTo("RIGHT");
        bench.api
                .post("/api/v1/outreach/" + all().at("/0/id").asString() + "/letter")
                .is(409);
        assertThat(customer.post(page + "/wrong", Map.of("demand", "REFUND", "units", "2"))
                        .next())
                .startsWith("/track/");
        assertThat(customer.post(page + "/right", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void who_has_complained_already_is_not_written_to() {
        bench.lampsClaim();
        bench.kettlesClaim();
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(20))
                .until(() -> all().findValuesAsString("state").stream().allMatch("CLAIMED"::equals));
    }

    @Test
    void who_complains_meanwhile_is_not_written_to_any_more() {
        var id = found();
        var page = link(id);
        var customer = somebody();
        customer.get(page);
        bench.lampsClaim();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> all().at("/0/state").asString().equals("CLAIMED"));
        bench.api.post("/api/v1/outreach/" + id + "/letter").is(409);
        bench.api.post("/api/v1/outreach/" + id + "/leave", "{\"note\": \"x\"}").is(409);
        assertThat(customer.get(page).body()).contains("We have your claim");
        assertThat(customer.post(page + "/wrong", Map.of("demand", "RESHIP", "units", "1"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void somebody_may_decide_not_to_write_and_says_why() {
        var id = found();
        bench.api.post("/api/v1/outreach/" + id + "/leave", "{\"note\": \" \"}").is(422);
        bench.api
                .post("/api/v1/outreach/" + id + "/leave", "{\"note\": \"Called her: all is right.\"}")
                .is(200);
        assertThat(all().at("/0/note").asString()).isEqualTo("Called her: all is right.");
        assertThat(bench.api
                        .get("/api/v1/outreach?state=OPEN")
                        .is(200)
                        .body()
                        .at("/items")
                        .size())
                .isZero();
    }

    @Test
    void links_that_nobody_made_open_nothing_and_other_merchants_see_nothing() {
        var id = found();
        assertThat(somebody().get("/check/" + "x".repeat(43)).status()).isEqualTo(404);
        var other = key(OwnMerchant.found(merchants));
        other.post("/api/v1/outreach/" + id + "/letter").is(404);
        assertThat(other.get("/api/v1/outreach").is(200).body().at("/items").size())
                .isZero();
        bench.api.get("/api/v1/outreach?state=SOON").is(422);
        bench.api.get("/api/v1/outreach?limit=0").is(422);
    }

    @Test
    void a_new_link_ends_the_earlier_ones_and_where_no_mail_leaves_it_may_be_shown_again() {
        var id = found();
        var first = link(id);
        assertThat(somebody().get(first).status()).isEqualTo(200);
        var second = link(id);
        assertThat(somebody().get(first).status()).isEqualTo(410);
        assertThat(somebody().get(second).status()).isEqualTo(200);
    }

    @Test
    void links_that_expired_long_ago_are_forgotten() {
        var id = UUID.fromString(found());
        var now = Instant.now();
        var longAgo = links.issue(merchant, id, now.minus(Duration.ofDays(31)));
        assertThat(somebody().get(longAgo).status()).isEqualTo(410);
        var late = links.issue(merchant, id, now.minusSeconds(1));
        assertThat(somebody().get(longAgo).status()).isEqualTo(404);
        assertThat(somebody().get(late).status()).isEqualTo(410);
    }

    @Test
    void whoever_is_found_twice_is_written_to_once() {
        found();
        var again =
                claims.byNumber(merchant, all().at("/0/claimNumber").asString()).orElseThrow();
        assertThat(outreaches.find(merchant, again.id(), new Actor.Product())).isZero();
        assertThat(outreaches.ofClaim(merchant, again.id())).hasSize(1);
    }
}
