/** The desk’s pages. */
@org.jspecify.annotations.NullMarked
package org.redress.claims.web.desk;
