/** How far the carrying out of a claim is, on the claim's pages. */
@NullMarked
package org.redress.settlement.web;

import org.jspecify.annotations.NullMarked;
