/** The desks behind the doors of access, the sample logins, and what the console says on start. */
@NullMarked
package org.redress.access.app;

import org.jspecify.annotations.NullMarked;
