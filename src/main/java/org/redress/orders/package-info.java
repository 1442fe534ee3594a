/** Products, what was ordered, for whom and at what price. */
@NullMarked
@ApplicationModule(
        displayName = "orders",
        allowedDependencies = {"kernel", "database", "ui", "access", "sheets"})
package org.redress.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
