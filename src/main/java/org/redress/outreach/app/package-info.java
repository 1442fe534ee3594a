/** Hearing of whom to write to, writing, and what they answer. */
@NullMarked
package org.redress.outreach.app;

import org.jspecify.annotations.NullMarked;
