/** Tests that were taken and chapters that were read. */
@NullMarked
package org.redress.handbook.store;

import org.jspecify.annotations.NullMarked;
