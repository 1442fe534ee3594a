package org.redress.access.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.redress.access.Account;
import org.redress.access.Role;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;

/** Rules that keep a merchant's staff able to help themselves: nobody raises or locks out themselves, an administrator stays. */
public final class Staffing {
    private final List<Account> staff;

    public Staffing(List<Account> staff) {
        this.staff = staff;
    }

    public Optional<Refusal> changeRoles(UUID by, UUID account, Set<Role> wanted) {
        if (by.equals(account)) {
            return refused("OWN_ROLES", "access.refusal.own-roles");
        }
        return wanted.contains(Role.ADMIN) || hasAdminBesides(account) ? Optional.empty() : lastAdmin();
    }

    public Optional<Refusal> deactivate(UUID by, UUID account) {
        if (by.equals(account)) {
            return refused("OWN_ACCOUNT", "access.refusal.own-account");
        }
        return hasAdminBesides(account) ? Optional.empty() : lastAdmin();
    }

    private boolean hasAdminBesides(UUID account) {
        return staff.stream()
                .anyMatch(other -> !other.id().equals(account)
                        && other.canLogIn()
                        && other.roles().contains(Role.ADMIN));
    }

    private static Optional<Refusal> lastAdmin() {
        return refused("LAST_ADMIN", "access.refusal.last-admin");
    }

    private static Optional<Refusal> refused(String code, String key) {
        return Optional.of(Refusal.conflict(code, Phrase.of(key)));
    }
}
