/** Hears the claims, writes messages, and sends what waits in the outbox. */
@NullMarked
package org.redress.correspondence.app;

import org.jspecify.annotations.NullMarked;
