package org.redress.access.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.access.Account;
import org.redress.access.Role;
import org.redress.ui.Frame;

/**
 * @param link the one-time link of an invitation just made, with whose it is; shown once
 * @param email as typed into the invitation, like name and roles
 */
public record AccountsPage(
        Frame frame,
        List<Account> accounts,
        @Nullable OneTimeLink link,
        String email,
        String name,
        Set<Role> roles,
        List<Role> choices,
        FieldFaults faults) {
    /** Whose link, and its whole address. */
    public record OneTimeLink(String name, String url) {}
}
