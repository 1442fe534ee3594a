package org.redress.rehearsal.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.access.Merchant;
import org.redress.claims.Claim;
import org.redress.claims.ClaimSearch;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.claims.Verdict;
import org.redress.evidence.model.FileType;
import org.redress.evidence.model.Fingerprint;
import org.redress.evidence.model.PictureReading;
import org.redress.orders.Orders;
import org.redress.orders.Products;
import org.redress.rehearsal.SampleTour;
import org.redress.rehearsal.model.Article;
import org.redress.rehearsal.model.Complaint;
import org.redress.rehearsal.model.Complaints;
import org.redress.rehearsal.model.Mishap;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@RedressTest
@TestPropertySource(properties = "redress.sample=true")
class SampleMerchantIT {
    @Autowired
    SampleData data;

    @Autowired
    SampleClaims sampleClaims;

    @Autowired
    SampleTour tour;

    @Autowired
    Orders orders;

    @Autowired
    Products products;

    @Autowired
    Claims claims;

    @LocalServerPort
    int port;

    @Test
    void the_first_start_fills_both_shops() {
        var shop = data.shop();
        var skus = shop.products().stream().map(product -> product.sku()).toList();
        assertThat(products.find(demo().id(), skus)).hasSize(skus.size());
        var first = shop.orders().getFirst();
        assertThat(orders.find(demo().id(), first.orderNumber()).orElseThrow().paid())
                .isEqualTo(first.paid());
        assertThat(data.isLoaded(demo(), shop)).isTrue();
    }

    @Test
    void the_sample_claims_stand_in_many_states_and_a_second_start_files_none_twice() {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(states().keySet())
                        .contains(
                                ClaimState.Name.SUBMITTED,
                                ClaimState.Name.NEEDS_INFORMATION,
                                ClaimState.Name.ACCEPTED,
                                ClaimState.Name.OFFERED,
                                ClaimState.Name.FOLLOW_UP,
                                ClaimState.Name.CLOSED));
        sampleClaims.begin();
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofMinutes(2))
                .until(() -> samples().size() == 20);
        assertThat(samples().stream().map(claim -> claim.filing().orderNumber()))
                .doesNotHaveDuplicates();
        assertThat(all()).anyMatch(claim -> claim.verdict() == Verdict.UNKNOWN_ORDER);
        assertThat(all())
                .anyMatch(claim -> claim.filing().language().getLanguage().equals("zh"));
    }

    @Test
    void the_tour_shows_orders_that_nobody_has_claimed_with_photographs_to_save() throws Exception {
        assertThat(tour.stops()).hasSize(5);
        var page = get("/sample?lang=en");
        assertThat(page.statusCode()).isEqualTo(200);
        for (var stop : tour.stops()) {
            assertThat(page.body()).contains(stop.orderNumber(), stop.email());
            var order = orders.find(demo().id(), stop.orderNumber()).orElseThrow();
            assertThat(order.customer().isReachedBy(stop.email())).isTrue();
            assertThat(all())
                    .noneMatch(claim -> stop.orderNumber().equals(claim.filing().orderNumber()));
            for (var photo : stop.photos()) {
                assertThat(page.body()).contains("/sample/photos/" + photo);
                assertThat(get("/sample/photos/" + photo).headers().firstValue("Content-Type"))
                        .contains("image/jpeg");
            }
        }
        assertThat(get("/sample?lang=zh-CN").body()).contains("要的是红杯子，来的是蓝杯子");
        assertThat(get("/sample/photos/none.jpg").statusCode()).isEqualTo(404);
    }

    @Test
    void what_the_tour_says_of_its_photographs_is_true() {
        var catalogue = data.shop().catalogue();
        assertThat(decoded("blue-mug.jpg")).contains(ean(catalogue.article("MUG-BLU-350")));
        assertThat(decoded("small-notebook.jpg")).contains(ean(catalogue.article("NBK-BLU-A6")));
        assertThat(decoded("blue-cup.jpg")).contains(ean(catalogue.article("BEI-BLU-350")));
        assertThat(decoded("packing-slip.jpg"))
                .contains(data.shop().order(Mishap.TRY_TOWEL).orderNumber());
        assertThat(decoded("grey-label.jpg")).contains(ean(catalogue.article("BWL-GRY")));
        assertThat(data.season().underTheLabel()).isEqualTo(catalogue.article("BWL-BLU"));
        assertThat(decoded("blue-mug-in-the-dark.jpg")).isEmpty();
    }

    /** Else whoever walks the tour is asked why somebody else has sent their picture before. */
    @Test
    void no_photograph_of_the_tour_looks_like_one_of_the_sample_claims_or_of_another_stop() {
        var seen = new HashMap<String, Fingerprint>();
        var complaints = new ArrayList<>(Complaints.of(data.shop()));
        complaints.addAll(data.season().complaints());
        for (var complaint : complaints) {
            for (var photo : complaint.photos()) {
                fingerprint(photo.drawn().get())
                        .ifPresent(print -> seen.put(complaint.orderNumber() + " " + photo.fileName(), print));
            }
        }
        for (var stop : tour.stops()) {
            var own = new HashMap<String, Fingerprint>();
            for (var name : stop.photos()) {
                fingerprint(tour.photo(name).orElseThrow()).ifPresent(print -> {
                    seen.forEach((other, known) -> assertThat(print.distance(known))
                            .as("%s beside %s", name, other)
                            .isGreaterThan(Fingerprint.SAME));
                    own.put(name, print);
                });
            }
            seen.putAll(own);
        }
        assertThat(seen).hasSizeGreaterThan(12);
    }

    private static Optional<Fingerprint> fingerprint(byte[] jpeg) {
        try {
            return PictureReading.of(FileType.JPEG, jpeg).fingerprint();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Merchant demo() {
        return data.merchant().orElseThrow();
    }

    /** The shop is everybody's: others file claims there too, on orders of their own. */
    private List<Claim> samples() {
        var said = Stream.concat(Complaints.of(data.shop()).stream(), data.season().complaints().stream())
                .collect(Collectors.toMap(Complaint::orderNumber, Complaint::statement));
        return all().stream()
                .filter(claim -> claim.filing()
                        .statement()
                        .equals(said.get(String.valueOf(claim.filing().orderNumber()))))
                .toList();
    }

    private List<Claim> all() {
        var all = new ArrayList<Claim>();
        @Nullable String after = null;
        do {
            var page = claims.search(
                    demo().id(), new ClaimSearch(null, null, Set.of(), null, null, ClaimSearch.Sort.FILED, after, 200));
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    private Map<ClaimState.Name, Long> states() {
        return all().stream()
                .collect(Collectors.groupingBy(claim -> claim.state().name(), Collectors.counting()));
    }

    private static String ean(Article article) {
        return String.valueOf(article.product().gtin()).substring(1);
    }

    private Optional<String> decoded(String photo) {
        try {
            var picture =
                    ImageIO.read(new ByteArrayInputStream(tour.photo(photo).orElseThrow()));
            var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture)));
            return Optional.of(new MultiFormatReader()
                    .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText());
        } catch (NotFoundException nothingThere) {
            return Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
