/** Mailboxes of others. */
@NullMarked
package org.redress.correspondence.out;

import org.jspecify.annotations.NullMarked;
