package org.redress.access;

import java.util.Set;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;

/**
 * Who looks at a page or calls the API, for which merchant, with which roles. A controller takes it as a parameter;
 * staff sessions and API keys both arrive as one.
 */
public record Viewer(MerchantId merchant, Actor actor, Set<Role> roles) {
    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** The path where this one's work is. */
    public String home() {
        if (has(Role.AGENT) || has(Role.SUPERVISOR)) {
            return "/desk";
        }
        return has(Role.ADMIN) ? "/admin/accounts" : "/desk/tasks";
    }
}
