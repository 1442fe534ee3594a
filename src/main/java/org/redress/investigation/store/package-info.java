/** The tables of schema {@code investigation}. */
@NullMarked
package org.redress.investigation.store;

import org.jspecify.annotations.NullMarked;
