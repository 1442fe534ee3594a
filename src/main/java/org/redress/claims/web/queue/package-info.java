/** The queue: what waits, asked in many ways, and what is done with several at once. */
@NullMarked
package org.redress.claims.web.queue;

import org.jspecify.annotations.NullMarked;
