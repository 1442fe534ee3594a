/** The inference itself. Pure: no Spring, no SQL, no clock. */
@NullMarked
package org.redress.investigation.model;

import org.jspecify.annotations.NullMarked;
