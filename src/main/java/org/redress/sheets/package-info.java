/** Files of rows, in and out: read, mapped and checked row by row; every kind of file is a bean. */
@NullMarked
@ApplicationModule(
        displayName = "sheets",
        allowedDependencies = {"kernel", "database", "ui", "access"})
package org.redress.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
