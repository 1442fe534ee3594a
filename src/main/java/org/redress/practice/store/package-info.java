/** Plays, their moves and what they were worth, as rows. */
@NullMarked
package org.redress.practice.store;

import org.jspecify.annotations.NullMarked;
