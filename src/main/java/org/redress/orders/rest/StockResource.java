package org.redress.orders.rest;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.Actor;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import org.redress.orders.Stock;
import org.redress.ui.JsonBody;
import org.redress.ui.Takes;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What a warehouse can send. The latest report counts; one that comes late and is older changes nothing. */
@RestController
@Requires({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATOR})
@RequestMapping("/api/v1/stock")
class StockResource {
    private final Stock stock;
    private final InstantSource clock;

    StockResource(Stock stock, InstantSource clock) {
        this.stock = stock;
        this.clock = clock;
    }

    /** Answers with what is on record now. */
    @PutMapping("/{sku}")
    @Takes(StockBody.class)
    @Requires({Role.INTEGRATOR, Role.ADMIN})
    StockBody put(@PathVariable String sku, @RequestBody JsonNode json, Viewer viewer) {
        var body = JsonBody.of(json);
        var report = StockBody.read(Addressed.sku(body, sku), body, now(), sender(viewer));
        body.done();
        return StockBody.of(stock.report(viewer.merchant(), List.of(report)).getFirst());
    }

    /** All of them, or none where one is at fault. */
    @PostMapping
    @Takes(StockBatch.class)
    @Requires({Role.INTEGRATOR, Role.ADMIN})
    StockBatch putAll(@RequestBody JsonNode json, Viewer viewer) {
        var body = JsonBody.of(json);
        var now = now();
        var reports = body.objects("stock", 1, Stock.MOST_AT_ONCE).stream()
                .map(each -> StockBody.read(each.sku("sku"), each, now, sender(viewer)))
                .toList();
        body.done();
        return new StockBatch(stock.report(viewer.merchant(), reports).stream()
                .map(StockBody::of)
                .toList());
    }

    @GetMapping("/{sku}")
    StockBody find(@PathVariable String sku, Viewer viewer) {
        if (!Sku.isValid(sku) || !JsonBody.isStorable(sku)) {
            throw new Refused(Refusal.absent());
        }
        return stock.find(viewer.merchant(), new Sku(sku))
                .map(StockBody::of)
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String sender(Viewer viewer) {
        return switch (viewer.actor()) {
            case Actor.Staff(var _, var name) -> name;
            case Actor.Program(var _, var name) -> name;
            case Actor.Customer _, Actor.Product _ -> viewer.actor().identity();
        };
    }
}
