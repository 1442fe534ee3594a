/** The frame of every page, the two languages, and how a refusal or a fault is said in HTML and JSON. */
@NullMarked
@ApplicationModule(
        displayName = "ui",
        allowedDependencies = {"kernel", "database"})
package org.redress.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
