package org.redress.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Account;
import org.redress.access.Role;
import org.redress.ui.Frame;

/**
 * @param own whether this is the reader's own account, whose roles others must change
 * @param link a one-time link just made; shown once
 */
public record AccountPage(
        Frame frame, Account account, boolean own, AccountsPage.@Nullable OneTimeLink link, List<Role> choices) {}
