package org.redress.access.web;

import org.jspecify.annotations.Nullable;
import org.redress.access.Account;
import org.redress.ui.Frame;

/**
 * @param token of the one-time link, for the form's address
 * @param invited whether this is the account's first password
 */
public record PasswordPage(
        Frame frame,
        String token,
        Account account,
        boolean invited,
        @Nullable String problem) {}
