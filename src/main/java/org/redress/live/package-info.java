/** Who looks at which claim, who is writing, and what moved meanwhile, told to the pages that are open. */
@NullMarked
@ApplicationModule(
        displayName = "live",
        allowedDependencies = {"kernel", "database", "ui", "access", "claims"})
package org.redress.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
