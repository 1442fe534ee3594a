/** What a file is and what can be read from it. Pure. */
@NullMarked
package org.redress.evidence.model;

import org.jspecify.annotations.NullMarked;
