/** The tables of messages and of the outbox. */
@NullMarked
package org.redress.correspondence.store;

import org.jspecify.annotations.NullMarked;
