/** The tables of schema {@code outreach}. */
@NullMarked
package org.redress.outreach.store;

import org.jspecify.annotations.NullMarked;
