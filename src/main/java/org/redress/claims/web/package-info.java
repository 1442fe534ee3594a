/** Pages about claims: the desk of the staff and the customer's portal. */
@NullMarked
package org.redress.claims.web;

import org.jspecify.annotations.NullMarked;
