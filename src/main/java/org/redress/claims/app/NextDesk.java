package org.redress.claims.app;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.ClaimFilter;
import org.redress.claims.ClaimSearch;
import org.redress.claims.Claims;
import org.redress.claims.NextClaims;
import org.redress.claims.Owed;
import org.redress.claims.model.NextBest;
import org.redress.kernel.Actor;
import org.springframework.stereotype.Component;

/** Looks at the most urgent of what is free, and of what one has oneself. */
@Component
class NextDesk implements NextClaims {
    private static final int LOOKED_AT = 100;

    private final Claims claims;

    NextDesk(Claims claims) {
        this.claims = claims;
    }

    @Override
    public Optional<Claim> best(Viewer viewer, Set<UUID> taken) {
        if (!(viewer.actor() instanceof Actor.Staff(var account, var _))) {
            return Optional.empty();
        }
        var ours = ClaimFilter.ALL.owedBy(
                viewer.has(Role.SUPERVISOR) && !viewer.has(Role.AGENT)
                        ? Set.of(Owed.Party.SUPERVISOR)
                        : Set.of(Owed.Party.AGENT));
        var some = new ArrayList<Claim>();
        some.addAll(urgent(viewer, ours.withoutAssignee()));
        some.addAll(urgent(viewer, ours.assignee(account)));
        return NextBest.of(some, account, taken);
    }

    private java.util.List<Claim> urgent(Viewer viewer, ClaimFilter filter) {
        return claims.search(viewer.merchant(), new ClaimSearch(filter, ClaimSearch.Sort.DUE, null, LOOKED_AT))
                .items();
    }
}
