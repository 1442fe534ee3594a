/** What warehouse and carrier recorded: parcels, and fulfilment events by GS1 EPCIS 2.0. */
@NullMarked
@ApplicationModule(
        displayName = "traces",
        allowedDependencies = {"kernel", "gs1", "database", "ui", "access", "sheets"})
package org.redress.traces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
