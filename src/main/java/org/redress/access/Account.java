package org.redress.access;

import java.util.Set;
import java.util.UUID;

/**
 * Someone of a merchant's staff.
 *
 * @param email lower case; unique over all merchants, because it is what one logs in with
 * @param operator may see and found merchants of this installation
 * @param active false once they have left; the name stays for the ledgers
 * @param invited true until they have chosen a password
 */
public record Account(
        UUID id, String email, String name, Set<Role> roles, boolean operator, boolean active, boolean invited) {
    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether they could log in right now. */
    public boolean canLogIn() {
        return active && !invited;
    }
}
