package org.redress.settlement.rest;

import java.util.List;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claims;
import org.redress.kernel.Ids;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.settlement.Settlement;
import org.redress.ui.Words;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is being carried out for a claim, over all its rounds. */
@RestController
@Requires({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATOR, Role.CUSTOMER_VOICE})
class ExecutionResource {
    private final Settlement settlement;
    private final Claims claims;

    ExecutionResource(Settlement settlement, Claims claims) {
        this.settlement = settlement;
        this.claims = claims;
    }

    @GetMapping("/api/v1/claims/{id}/execution")
    List<StepWire> execution(@PathVariable String id, Viewer viewer, Words words) {
        var claim = Ids.parse(id)
                .map(known -> claims.find(viewer.merchant(), known))
                .orElseGet(() -> claims.byNumber(viewer.merchant(), id))
                .orElseThrow(() -> new Refused(Refusal.absent()));
        return settlement.steps(viewer.merchant(), claim.id()).stream()
                .map(step -> StepWire.of(step, words))
                .toList();
    }
}
