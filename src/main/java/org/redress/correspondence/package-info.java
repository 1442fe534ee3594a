/** What we told the customer and what they answered: messages on the claim, e-mail through an outbox and a
 * mailbox, short texts through the same outbox and a channel. */
@NullMarked
@ApplicationModule(
        displayName = "correspondence",
        allowedDependencies = {"kernel", "database", "ui", "access", "orders", "evidence", "remedy", "manners", "claims"
        })
package org.redress.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
