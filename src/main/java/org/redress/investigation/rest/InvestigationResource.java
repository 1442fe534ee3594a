package org.redress.investigation.rest;

import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claims;
import org.redress.investigation.Investigations;
import org.redress.kernel.Ids;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Words;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where a claim went wrong. Not for those who speak for the customer: it names the other customer of a swap (F12). */
@RestController
@Requires({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATOR})
class InvestigationResource {
    private final Investigations investigations;
    private final Claims claims;

    InvestigationResource(Investigations investigations, Claims claims) {
        this.investigations = investigations;
        this.claims = claims;
    }

    @GetMapping("/api/v1/claims/{id}/investigation")
    InvestigationWire investigation(@PathVariable String id, Viewer viewer, Words words) {
        var claim = Ids.parse(id)
                .map(known -> claims.find(viewer.merchant(), known))
                .orElseGet(() -> claims.byNumber(viewer.merchant(), id))
                .orElseThrow(() -> new Refused(Refusal.absent()));
        return InvestigationWire.of(investigations.of(claim), words);
    }
}
