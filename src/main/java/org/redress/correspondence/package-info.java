/** What we told the customer and what they answered: messages on the claim, and e-mail through a durable outbox. */
@NullMarked
@ApplicationModule(
        displayName = "correspondence",
        allowedDependencies = {"kernel", "database", "ui", "access", "orders", "remedy", "claims"})
package org.redress.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
