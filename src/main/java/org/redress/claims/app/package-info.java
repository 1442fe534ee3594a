/** The claim desk: one transaction a command, and the sweeps. */
@NullMarked
package org.redress.claims.app;

import org.jspecify.annotations.NullMarked;
