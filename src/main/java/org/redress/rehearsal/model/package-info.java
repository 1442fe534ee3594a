/** Makes the sample shop and its photographs from a seed: no Spring, no SQL, no clock. */
@NullMarked
package org.redress.rehearsal.model;

import org.jspecify.annotations.NullMarked;
