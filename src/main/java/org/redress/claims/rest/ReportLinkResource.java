package org.redress.claims.rest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchants;
import org.redress.access.Origin;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.ReportLinks;
import org.redress.claims.SlipCode;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.orders.Orders;
import org.redress.ui.JsonBody;
import org.redress.ui.Takes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What a shop hands on to the customer of an order: the link for its mail, and the code for its packing slip. */
@RestController
@Requires({Role.AGENT, Role.INTEGRATOR, Role.ADMIN})
@RequestMapping("/api/v1/orders/{orderNumber}")
class ReportLinkResource {
    private final ReportLinks links;
    private final Orders orders;
    private final Merchants merchants;
    private final Origin origin;

    ReportLinkResource(ReportLinks links, Orders orders, Merchants merchants, Origin origin) {
        this.links = links;
        this.orders = orders;
        this.merchants = merchants;
        this.origin = origin;
    }

    record ReportLinkWire(String url, Instant expiresAt) {}

    /** A further link; it is told once and kept as its hash only. */
    @PostMapping("/report-links")
    @ResponseStatus(HttpStatus.CREATED)
    @Takes(value = Takes.Nothing.class, optional = true)
    ReportLinkWire issue(
            @PathVariable String orderNumber, @RequestBody(required = false) @Nullable JsonNode body, Viewer viewer) {
        JsonBody.nothing(body);
        var made = links.issue(viewer.merchant(), orderNumber);
        return new ReportLinkWire(origin.url() + made.path(), made.expiresAt());
    }

    /** Takes all links of the order back. */
    @DeleteMapping("/report-links")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String orderNumber, Viewer viewer) {
        links.revoke(viewer.merchant(), orderNumber);
    }

    /** The code for the packing slip, as a picture: SVG, or PNG for whoever accepts only that. */
    @GetMapping(
            path = "/slip-code",
            produces = {SlipCode.SVG, MediaType.IMAGE_PNG_VALUE})
    ResponseEntity<byte[]> code(
            @PathVariable String orderNumber,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = SlipCode.SVG) String accept,
            Viewer viewer) {
        var code = codeOf(orderNumber, viewer);
        var isPng = accept.contains(MediaType.IMAGE_PNG_VALUE) && !accept.contains(SlipCode.SVG);
        return ResponseEntity.ok()
                .contentType(isPng ? MediaType.IMAGE_PNG : MediaType.valueOf(SlipCode.SVG))
                .body(isPng ? code.png() : code.svg().getBytes(StandardCharsets.UTF_8));
    }

    private SlipCode codeOf(String orderNumber, Viewer viewer) {
        var order = orders.find(viewer.merchant(), orderNumber).orElseThrow(() -> new Refused(Refusal.absent()));
        var slug = merchants.find(viewer.merchant()).slug();
        return SlipCode.of(origin.url(), slug, order.orderNumber());
    }
}
