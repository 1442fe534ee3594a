package org.redress.traces.rest;

import java.util.List;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.traces.Traces;
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
@RequestMapping("/api/v1/shipments/{trackingNumber}")
class ShipmentResource {
    private final Traces traces;

    ShipmentResource(Traces traces) {
        this.traces = traces;
    }

    @PutMapping
    @Takes(ShipmentBody.class)
    @Requires({Role.INTEGRATOR, Role.ADMIN})
    ShipmentBody put(@PathVariable String trackingNumber, @RequestBody JsonNode body, Viewer viewer) {
        var parcel = ShipmentBody.read(trackingNumber, body);
        traces.put(viewer.merchant(), List.of(parcel));
        return ShipmentBody.of(parcel);
    }

    @GetMapping
    ShipmentBody find(@PathVariable String trackingNumber, Viewer viewer) {
        return traces.parcel(viewer.merchant(), trackingNumber)
                .map(ShipmentBody::of)
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }
}
