package org.redress.settlement.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Claims;
import org.redress.claims.Filing;
import org.redress.kernel.Ids;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.settlement.Settlement;
import org.redress.ui.JsonBody;
import org.redress.ui.Takes;
import org.redress.ui.Words;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

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

    record StopReason(@Nullable String reason) {}

    @GetMapping("/api/v1/claims/{id}/execution")
    List<StepWire> execution(@PathVariable String id, Viewer viewer, Words words) {
        return steps(find(id, viewer), words);
    }

    /** What is still owed of the plan is not carried out; what can be taken back is. */
    @PostMapping("/api/v1/claims/{id}/execution/stop")
    @Takes(value = StopReason.class, optional = true)
    List<StepWire> stop(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable JsonNode json,
            Viewer viewer,
            Words words) {
        var body = JsonBody.of(json == null ? JsonNodeFactory.instance.objectNode() : json);
        var reason = body.textOrNull("reason", Filing.LONGEST_TEXT);
        body.done();
        var claim = find(id, viewer);
        claims.handle(viewer, claim.id(), new ClaimCommand.StopExecution(reason), null);
        return steps(claim, words);
    }

    private Claim find(String id, Viewer viewer) {
        return Ids.parse(id)
                .map(known -> claims.find(viewer.merchant(), known))
                .orElseGet(() -> claims.byNumber(viewer.merchant(), id))
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }

    private List<StepWire> steps(Claim claim, Words words) {
        return settlement.steps(claim.merchant(), claim.id()).stream()
                .map(step -> StepWire.of(step, words))
                .toList();
    }
}
