package org.redress.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.ApiKeys;
import org.redress.access.Merchants;
import org.redress.access.Role;
import org.redress.kernel.MerchantId;
import org.redress.testing.Api;
import org.redress.testing.Browser;
import org.redress.testing.OwnMerchant;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What cannot be sent is not offered, and both sides are told why; the money stays. */
@RedressTest
class StockStory {
    private static final String RED = "/api/v1/stock/STORY-MUG-RED";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Merchants merchants;

    @Autowired
    ApiKeys keys;

    private final List<Page> pages = new ArrayList<>();
    private Api api;
    private Shop shop;
    private MerchantId merchant;

    @BeforeEach
    void open() {
        merchant = OwnMerchant.found(merchants);
        api = Api.sample(port).withKey(keys.create(merchant, "Warehouse 1", Set.of(Role.values())));
        shop = new Shop(api);
    }

    @AfterEach
    void close() {
        pages.forEach(page -> page.context().close());
    }

    private Api.Answer claimed(String order) {
        shop.order(order);
        return api.post("/api/v1/claims", Shop.filing(order, 1).replace("\"REFUND\"", "\"RESHIP\""))
                .is(201);
    }

    private List<String> kinds(String claim) {
        return api.get("/api/v1/claims/" + claim + "/remedy-options").is(200).body().values().stream()
                .flatMap(option -> option.at("/remedies").values().stream())
                .map(remedy -> remedy.at("/kind").asString())
                .toList();
    }

    @Test
    void out_of_stock_a_reship_is_no_option_and_the_refund_remains() {
        var filed = claimed("STOCK-1");
        var claim = filed.text("/id");
        assertThat(kinds(claim)).contains("RESHIP", "REFUND");
        api.put(RED, "{\"units\": 1}").is(200);
        assertThat(kinds(claim)).contains("RESHIP", "REFUND");
        api.put(RED, "{\"units\": 0}").is(200);
        assertThat(kinds(claim)).contains("REFUND").doesNotContain("RESHIP");

        var agent = OwnMerchant.agent(context, port, merchant);
        pages.add(agent);
        agent.navigate("/desk/claims/" + claim);
        var options = agent.locator("section[aria-labelledby=options]");
        assertThat(options).containsText("Red mug: none in stock, so it cannot be sent");
        assertThat(options).containsText("Stock of Red mug: 0, reported");
        assertThat(options).containsText("by Warehouse 1");
        Browser.picture(agent, "desk-out-of-stock");

        shop.offer(claim, "12.50", 1);
        var customer = Browser.phone("http://127.0.0.1:" + port, "en");
        pages.add(customer);
        customer.navigate(filed.text("/trackUrl"));
        assertThat(customer.locator(".offer-card")).containsText("Red mug is out of stock at the moment");
        Browser.picture(customer, "portal-out-of-stock");
    }

    @Test
    void a_report_of_the_day_before_yesterday_counts_for_nothing_and_says_so() {
        var claim = claimed("STOCK-2").text("/id");
        var old = Instant.now().minus(Duration.ofHours(49));
        api.put(RED, "{\"units\": 0, \"reportedAt\": \"%s\"}".formatted(old)).is(200);
        assertThat(kinds(claim)).contains("RESHIP", "REFUND");
        var agent = OwnMerchant.agent(context, port, merchant);
        pages.add(agent);
        agent.navigate("/desk/claims/" + claim);
        assertThat(agent.locator("section[aria-labelledby=options]")).containsText("too long ago to count");
    }

    @Test
    void what_was_offered_while_it_was_there_is_kept_to_when_it_is_gone() {
        var claim = claimed("STOCK-3").text("/id");
        api.put(RED, "{\"units\": 1}").is(200);
        api.post("/api/v1/claims/" + claim + "/acceptance").is(200);
        var offer = api.post("/api/v1/claims/" + claim + "/offers", """
                        {"remedies": [{"kind": "RESHIP", "lines": [{"sku": "STORY-MUG-RED", "quantity": 1}]},
                                      {"kind": "KEEP_ITEM", "lines": [{"sku": "STORY-MUG-BLU", "quantity": 1}]}]}
                        """).is(201).text("/id");
        api.put(RED, "{\"units\": 0}").is(200);
        api.post("/api/v1/claims/" + claim + "/offers/" + offer + "/response", "{\"decision\": \"ACCEPT\"}")
                .is(200);
    }
}
