/** What time it is; and, for practice, moving it ahead. */
@NullMarked
@ApplicationModule(
        displayName = "clock",
        allowedDependencies = {"kernel", "ui", "access"})
package org.redress.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
