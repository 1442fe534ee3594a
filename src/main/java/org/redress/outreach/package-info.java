/** Writing first: customers who have not complained, and may have to, are told before they find out. */
@NullMarked
@ApplicationModule(
        displayName = "outreach",
        allowedDependencies = {
            "kernel",
            "database",
            "ui",
            "access",
            "orders",
            "claims",
            "correspondence",
            "investigation"
        })
package org.redress.outreach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
