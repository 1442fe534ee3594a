/** Finds or starts PostgreSQL, and opens transactions that see one merchant only. */
@NullMarked
@ApplicationModule(displayName = "database", allowedDependencies = "kernel")
package org.redress.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
