/** What a gateway over HTTP may do to us. */
@org.jspecify.annotations.NullMarked
package org.redress.correspondence.out;
