/** Who is at work, what they know, and who gets which claim. */
@NullMarked
@ApplicationModule(
        displayName = "rota",
        allowedDependencies = {"kernel", "database", "ui", "access", "claims"})
package org.redress.rota;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
