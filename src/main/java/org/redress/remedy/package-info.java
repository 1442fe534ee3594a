/** What may be offered: rights, options, cost and limits by dated decision tables, and who may change them. */
@NullMarked
@ApplicationModule(
        displayName = "remedy",
        allowedDependencies = {"kernel", "database", "ui", "access"})
package org.redress.remedy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
