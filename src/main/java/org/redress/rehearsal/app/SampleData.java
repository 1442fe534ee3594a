package org.redress.rehearsal.app;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.redress.access.Merchant;
import org.redress.access.Merchants;
import org.redress.orders.Order;
import org.redress.orders.Orders;
import org.redress.orders.Products;
import org.redress.rehearsal.model.SampleSeason;
import org.redress.rehearsal.model.SampleShop;
import org.redress.rehearsal.model.warehouse.Rendering;
import org.redress.traces.Capture;
import org.redress.traces.Captures;
import org.redress.traces.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The sample shops and their last week in the database of the sample merchant: loaded once, recognised afterwards. */
@Component
@ConditionalOnProperty(name = "redress.sample", havingValue = "true", matchIfMissing = true)
class SampleData {
    private static final Logger log = LoggerFactory.getLogger(SampleData.class);
    private static final String SLUG = "demo";

    private final Merchants merchants;
    private final Products products;
    private final Orders orders;
    private final Traces traces;
    private final Captures captures;
    private final InstantSource clock;
    private final boolean ownDatabase;

    SampleData(
            Merchants merchants,
            Products products,
            Orders orders,
            Traces traces,
            Captures captures,
            InstantSource clock,
            Environment settings) {
        this.merchants = merchants;
        this.products = products;
        this.orders = orders;
        this.traces = traces;
        this.captures = captures;
        this.clock = clock;
        this.ownDatabase = settings.getProperty("redress.database.embedded", Boolean.class, false)
                || settings.getProperty("redress.test-database", Boolean.class, false);
    }

    /** Who owns the sample shops: a merchant of that name in somebody's real database is not ours to fill. */
    Optional<Merchant> merchant() {
        return ownDatabase ? merchants.bySlug(SLUG) : Optional.empty();
    }

    /** As of now; on another day only the times differ. */
    SampleShop shop() {
        return SampleShop.upTo(today(), SampleShop.SEED, SampleShop.USUAL_ORDERS);
    }

    /** As of now, as {@link #shop}. */
    SampleSeason season() {
        return SampleSeason.upTo(today());
    }

    /** In UTC yesterday has ended in both shops. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    boolean isLoaded(Merchant merchant, SampleShop shop) {
        return isLoaded(merchant, shop.orders());
    }

    boolean isLoaded(Merchant merchant, SampleSeason season) {
        return isLoaded(merchant, season.known().orders());
    }

    /** All are written at once, so one tells for all. */
    private boolean isLoaded(Merchant merchant, List<Order> all) {
        return orders.find(merchant.id(), all.getLast().orderNumber()).isPresent();
    }

    void load(Merchant merchant, SampleShop shop) {
        long start = System.nanoTime();
        products.put(merchant.id(), shop.products());
        var now = clock.instant();
        var dispatches = shop.dispatches();
        orders.put(merchant.id(), shop.orders());
        traces.put(
                merchant.id(),
                dispatches.stream()
                        .flatMap(dispatch -> dispatch.parcel(now).stream())
                        .toList());
        var events = dispatches.stream()
                .flatMap(dispatch -> dispatch.events(now).stream())
                .toList();
        captures.receive(merchant.id(), document(events, now), Capture.ErrorBehaviour.PROCEED);
        log.info(
                "Sample merchant: {} products, {} orders up to yesterday and {} events on their way, loaded in {} ms",
                shop.products().size(),
                shop.orders().size(),
                events.size(),
                (System.nanoTime() - start) / 1_000_000);
    }

    /** Its articles are those of the shops. Its events are read beside the server. */
    void load(Merchant merchant, SampleSeason season) {
        long start = System.nanoTime();
        var known = season.known();
        orders.put(merchant.id(), known.orders());
        traces.put(merchant.id(), known.parcels());
        Rendering.documents(known.events(), known.events().size())
                .map(document -> document.toString().getBytes(StandardCharsets.UTF_8))
                .forEach(document -> captures.receive(
                        merchant.id(), new ByteArrayInputStream(document), Capture.ErrorBehaviour.PROCEED));
        log.info(
                "Sample merchant: a week of {} orders and {} events, loaded in {} ms",
                known.orders().size(),
                known.events().size(),
                (System.nanoTime() - start) / 1_000_000);
    }

    private static InputStream document(List<String> events, Instant now) {
        var document = """
                {"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",\
                {"redress":"urn:redress:epcis:"}],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"%s",\
                "epcisBody":{"eventList":[%s]}}""".formatted(now, String.join(",", events));
        return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
    }
}
