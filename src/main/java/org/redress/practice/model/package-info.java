/** The truth of each case, how its customer behaves, and what a play is worth: pure. */
@NullMarked
package org.redress.practice.model;

import org.jspecify.annotations.NullMarked;
