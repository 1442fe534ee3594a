/** When people work: weeks with split shifts, public holidays, make-up days, time zones. */
@NullMarked
@ApplicationModule(
        displayName = "calendars",
        allowedDependencies = {"kernel", "database", "ui", "access"})
package org.redress.calendars;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
