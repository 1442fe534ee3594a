/** Merchants, accounts, roles, API keys, customer links, and the chain that decides who may come in. */
@NullMarked
@ApplicationModule(
        displayName = "access",
        allowedDependencies = {"kernel", "database", "ui"})
package org.redress.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
