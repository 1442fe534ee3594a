/** How to handle claims well, to read: an illustrated handbook for staff and customers, and a short test per chapter. */
@NullMarked
@ApplicationModule(
        displayName = "handbook",
        allowedDependencies = {"kernel", "database", "ui", "access", "manners", "remedy", "evidence", "claims"})
package org.redress.handbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
