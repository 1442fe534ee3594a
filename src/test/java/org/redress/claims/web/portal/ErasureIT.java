package org.redress.claims.web.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchants;
import org.redress.claims.Claim;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimSearch;
import org.redress.claims.Claims;
import org.redress.claims.Erasures;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Refused;
import org.redress.orders.Orders;
import org.redress.orders.Products;
import org.redress.testing.RedressTest;
import org.redress.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The customer’s data: to save, and to have deleted. */
@RedressTest
class ErasureIT {
    private static final Actor ADMIN = new Actor.Staff(Ids.next(), "Robin");

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
    Erasures erasures;

    private PortalFixture shop;
    private Visitor ann;
    private String page;

    @BeforeEach
    void file() {
        shop = PortalFixture.open(merchants, orders, products);
        ann = Visitor.at(port, "en");
        page = shop.file(ann);
    }

    @Test
    void a_wish_for_deletion_is_acknowledged_with_a_date_and_stands_in_the_record() {
        assertThat(ann.get(page).body()).contains("Ask us to delete my data");
        assertThat(ann.post(page + "/erasure", Map.of("note", "All of it, please."))
                        .status())
                .isEqualTo(303);
        var request = erasures.ofClaim(shop.merchant, claim().id()).getFirst();
        assertThat(request.answerBy())
                .isEqualTo(request.requestedAt()
                        .atOffset(ZoneOffset.UTC)
                        .plusMonths(1)
                        .toInstant());
        assertThat(ann.get(page).body())
                .contains("You asked us to delete your data", "All of it, please.", "We owe you an answer by")
                .doesNotContain("Ask us to delete my data");
        assertThat(erasures.page(shop.merchant, true, null, 10).items()).containsExactly(request);
        assertThat(claim().state().name()).hasToString("SUBMITTED");
    }

    @Test
    void asked_many_times_it_is_one_request() throws Exception {
        ann.get(page);
        try (var people = Executors.newFixedThreadPool(4)) {
            people.invokeAll(Collections.nCopies(
                    4, (Callable<Visitor.Answer>) () -> ann.post(page + "/erasure", Map.of("note", ""))));
        }
        assertThat(erasures.ofClaim(shop.merchant, claim().id())).hasSize(1);
        assertThat(claims.timeline(shop.merchant, claim().id()))
                .filteredOn(entry -> entry.event() instanceof ClaimEvent.ErasureRequested)
                .hasSize(1);
    }

    @Test
    void the_answer_says_what_is_kept_and_until_when_and_they_may_ask_again() {
        var request = erasures.request(shop.merchant, claim().id(), null, new Actor.Customer());
        var until = erasures.keptUntil(claim());
        assertThat(until)
                .isAfter(LocalDate.ofInstant(claim().filedAt(), ZoneOffset.UTC).plusYears(3));
        erasures.answer(shop.merchant, request.id(), until, "The records of your order stay.", ADMIN);
        assertThat(ann.get(page).body())
                .contains("The records of your order stay.", "it is kept until", "Ask us to delete my data");
        assertThat(erasures.page(shop.merchant, true, null, 10).items()).isEmpty();
        assertThat(erasures.page(shop.merchant, false, null, 10).items()).hasSize(1);
        assertThatThrownBy(() -> erasures.answer(shop.merchant, request.id(), until, "Otherwise.", ADMIN))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_day_in_the_past_no_words_and_another_shop_are_refused() {
        var request = erasures.request(shop.merchant, claim().id(), null, new Actor.Customer());
        var until = erasures.keptUntil(claim());
        assertThatThrownBy(() -> erasures.answer(shop.merchant, request.id(), LocalDate.EPOCH, "No.", ADMIN))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> erasures.answer(shop.merchant, request.id(), until, " ", ADMIN))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> erasures.answer(new MerchantId(Ids.next()), request.id(), until, "No.", ADMIN))
                .isInstanceOf(Refused.class);
        assertThat(erasures.page(shop.merchant, true, null, 10).items()).containsExactly(request);
    }

    @Test
    void all_of_it_can_be_saved_for_another_program() throws IOException {
        var names = new java.util.HashSet<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(ann.save(page + "/file.zip")))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).anyMatch(name -> name.endsWith(".json"));
    }

    private Claim claim() {
        var search = new ClaimSearch(null, null, Set.of(), null, null, ClaimSearch.Sort.FILED, null, 10);
        return claims.search(shop.merchant, search).items().getFirst();
    }
}
