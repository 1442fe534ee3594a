/** Stages steps, runs them and reports to claims. */
@NullMarked
package org.redress.settlement.app;

import org.jspecify.annotations.NullMarked;
