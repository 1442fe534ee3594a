/** Values everyone speaks. Pure: no Spring, no SQL, no clock. */
@NullMarked
@ApplicationModule(
        displayName = "kernel",
        allowedDependencies = {})
package org.redress.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
