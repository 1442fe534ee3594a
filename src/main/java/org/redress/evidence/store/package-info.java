/** The table of files and readings. */
@NullMarked
package org.redress.evidence.store;

import org.jspecify.annotations.NullMarked;
