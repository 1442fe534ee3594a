/** What may be done with it when. Pure: no Spring, no SQL, no clock. */
@NullMarked
package org.redress.outreach.model;

import org.jspecify.annotations.NullMarked;
