/** What a partner over HTTP may do to us. */
@org.jspecify.annotations.NullMarked
package org.redress.settlement.out;
