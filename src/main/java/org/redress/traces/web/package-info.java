/** Parcels and their trail, for staff. */
@NullMarked
package org.redress.traces.web;

import org.jspecify.annotations.NullMarked;
