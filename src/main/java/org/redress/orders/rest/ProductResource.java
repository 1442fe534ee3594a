package org.redress.orders.rest;

import java.util.List;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import org.redress.orders.Products;
import org.redress.ui.Takes;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@Requires({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATOR})
@RequestMapping("/api/v1/products/{sku}")
class ProductResource {
    private final Products products;

    ProductResource(Products products) {
        this.products = products;
    }

    @PutMapping
    @Takes(ProductBody.class)
    @Requires({Role.INTEGRATOR, Role.ADMIN})
    ProductBody put(@PathVariable String sku, @RequestBody JsonNode body, Viewer viewer) {
        var product = ProductBody.read(sku, body);
        products.put(viewer.merchant(), List.of(product));
        return ProductBody.of(product);
    }

    @GetMapping
    ProductBody find(@PathVariable String sku, Viewer viewer) {
        var wanted = Sku.isValid(sku) ? List.of(new Sku(sku)) : List.<Sku>of();
        return products.find(viewer.merchant(), wanted).values().stream()
                .findFirst()
                .map(ProductBody::of)
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }
}
