/** Photos and files of a claim: kept by content, made safe to show, and read for the barcodes in them. */
@NullMarked
@ApplicationModule(
        displayName = "evidence",
        allowedDependencies = {"kernel", "gs1", "database", "ui", "access"})
package org.redress.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
