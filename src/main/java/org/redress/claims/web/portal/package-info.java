/** The customer's pages: file a claim in three steps, follow it and answer by its link. */
@NullMarked
package org.redress.claims.web.portal;

import org.jspecify.annotations.NullMarked;
