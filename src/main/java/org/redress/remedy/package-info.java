/** What may be offered: rights, options, cost and limits by dated tables. Pure. */
@NullMarked
@ApplicationModule(
        displayName = "remedy",
        allowedDependencies = {"kernel"})
package org.redress.remedy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
