/** Mailboxes of others, and gateways to telephones. */
@NullMarked
package org.redress.correspondence.out;

import org.jspecify.annotations.NullMarked;
