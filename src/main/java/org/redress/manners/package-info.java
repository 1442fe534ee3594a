/** How to write to a customer: what a message has to hold, what hurts, and what must never leave; rules as data. Pure. */
@NullMarked
@ApplicationModule(
        displayName = "manners",
        allowedDependencies = {"kernel"})
package org.redress.manners;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
