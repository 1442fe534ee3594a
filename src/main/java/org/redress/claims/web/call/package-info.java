/** A conversation by phone or at the counter, led and taken down. */
@NullMarked
package org.redress.claims.web.call;

import org.jspecify.annotations.NullMarked;
