/** Products, what was ordered, for whom and at what price; and how orders come in. */
@NullMarked
@ApplicationModule(
        displayName = "orders",
        allowedDependencies = {"kernel", "database", "ui", "access"})
package org.redress.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
