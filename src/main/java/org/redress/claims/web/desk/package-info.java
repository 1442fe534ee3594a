/** The case page, and what else the desk shows of claims. */
@NullMarked
package org.redress.claims.web.desk;

import org.jspecify.annotations.NullMarked;
