/** Gathering what is recorded, concluding, and hearing of new facts. */
@NullMarked
package org.redress.investigation.app;

import org.jspecify.annotations.NullMarked;
