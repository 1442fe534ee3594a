package org.redress.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchants;
import org.redress.claims.Claims;
import org.redress.evidence.EvidenceItem;
import org.redress.investigation.model.Scene;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.orders.Orders;
import org.redress.orders.Products;
import org.redress.rehearsal.model.warehouse.Appeal;
import org.redress.rehearsal.model.warehouse.Parameters;
import org.redress.rehearsal.model.warehouse.Plan;
import org.redress.rehearsal.model.warehouse.Rendering;
import org.redress.rehearsal.model.warehouse.Season;
import org.redress.testing.OwnMerchant;
import org.redress.traces.Capture;
import org.redress.traces.Captures;
import org.redress.traces.TraceEvent;
import org.redress.traces.Traces;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** A simulated merchant in the product's own tables, by the product's own doors, and its customers' claims. */
final class SeasonOnRecord {
    private static final long SEED = 7;
    private static final int TOGETHER = 1_000;
    private static final int CLAIMS = 1_000;
    private static final Duration AGO = Duration.ofDays(45);

    private final Season season;
    private @Nullable MerchantId merchant;

    private SeasonOnRecord(Season season) {
        this.season = season;
    }

    /** 20,000 orders. */
    static SeasonOnRecord simulated() {
        return simulated(12, 1_667);
    }

    static SeasonOnRecord simulated(int days, int ordersADay) {
        return simulated(days, ordersADay, AGO);
    }

    /** @param ago how long before now it opened */
    static SeasonOnRecord simulated(int days, int ordersADay, Duration ago) {
        var opens = Instant.now().minus(ago).truncatedTo(ChronoUnit.DAYS);
        return new SeasonOnRecord(Season.of(new Plan(SEED, 0, opens, days, ordersADay), Parameters.drawn(SEED), SEED));
    }

    MerchantId merchant() {
        if (merchant == null) {
            throw new IllegalStateException("Nothing is on record");
        }
        return merchant;
    }

    Stream<Appeal> appeals() {
        return season.appeals().stream().limit(CLAIMS);
    }

    /** What the merchant has on record before anybody claims anything. */
    void record(ApplicationContext product, MerchantId own) {
        record(product, own, season.events().stream());
    }

    /** In memory. */
    List<Scene> scenes() {
        var records = new SeasonRecords(season, true);
        return appeals().map(records::scene).toList();
    }

    /**
     * The claims, in the database with all that is known about them.
     *
     * @param photographs where a statement goes that keeps a photograph
     */
    List<UUID> file(ApplicationContext product, Consumer<String> photographs) {
        var own = OwnMerchant.found(product.getBean(Merchants.class));
        record(
                product,
                own,
                Stream.concat(season.events().stream(), appeals().flatMap(appeal -> appeal.recounts().stream())));
        var captures = product.getBean(Captures.class);
        var claims = product.getBean(Claims.class);
        var filed = new ArrayList<UUID>();
        for (var appeal : appeals().toList()) {
            var claim = claims.file(own, appeal.filing(), new Actor.Customer()).claim();
            photograph(photographs, own, claim.id(), appeal);
            if (appeal.inspection() != null) {
                Rendering.documents(List.of(appeal.inspection()), 1)
                        .map(document -> document.toString().replace(appeal.number(), claim.number()))
                        .forEach(document -> capture(captures, document));
            }
            filed.add(claim.id());
        }
        return filed;
    }

    private void record(ApplicationContext product, MerchantId own, Stream<TraceEvent> events) {
        merchant = own;
        inParts(season.products(), part -> product.getBean(Products.class).put(own, part));
        inParts(season.orders(), part -> product.getBean(Orders.class).put(own, part));
        inParts(season.parcels(), part -> product.getBean(Traces.class).put(own, part));
        var captures = product.getBean(Captures.class);
        Rendering.documents(events.sorted(Comparator.comparing(TraceEvent::at)).toList(), TOGETHER)
                .forEach(document -> capture(captures, document.toString()));
    }

    private void capture(Captures captures, String document) {
        captures.receive(
                merchant(),
                new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
                Capture.ErrorBehaviour.PROCEED);
    }

    private static <T> void inParts(List<T> all, Consumer<List<T>> each) {
        for (int from = 0; from < all.size(); from += TOGETHER) {
            each.accept(all.subList(from, Math.min(all.size(), from + TOGETHER)));
        }
    }

    private record Barcode(
            String format,
            String text,
            @Nullable String gtin,
            @Nullable String sscc) {
        static Barcode of(EvidenceItem.Barcode barcode) {
            return new Barcode(
                    barcode.format(),
                    barcode.text(),
                    barcode.gtin() == null ? null : barcode.gtin().digits(),
                    barcode.sscc() == null ? null : barcode.sscc().digits());
        }
    }

    /** What its photographs show, as if they had been read. */
    private static void photograph(Consumer<String> photographs, MerchantId merchant, UUID claim, Appeal appeal) {
        for (var shot : appeal.shots()) {
            var barcodes = JsonMapper.shared()
                    .writeValueAsString(
                            shot.barcodes().stream().map(Barcode::of).toList());
            photographs.accept("""
                    INSERT INTO evidence.item (merchant_id, id, claim_id, kind, file_name, media_type, bytes, sha256, width,
                        height, read_state, barcodes, taken_at, received_at, attached_at, read_at)
                    VALUES ('%s', gen_random_uuid(), '%s', '%s', 'photo.jpg', 'image/jpeg', 1000, md5(random()::text) ||
                        md5(random()::text), 800, 600, 'DONE', '%s', %s, now(), now(), now())""".formatted(
                            merchant,
                            claim,
                            shot.kind(),
                            barcodes.replace("'", "''"),
                            shot.takenAt() == null ? "NULL" : "'" + shot.takenAt() + "'"));
        }
    }
}
