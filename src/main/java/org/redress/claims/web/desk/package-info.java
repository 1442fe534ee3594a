/** The desk: the queue and the case page. */
@NullMarked
package org.redress.claims.web.desk;

import org.jspecify.annotations.NullMarked;
