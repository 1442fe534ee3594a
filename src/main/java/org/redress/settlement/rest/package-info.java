/** How far the carrying out of a claim is, for programs. */
@NullMarked
package org.redress.settlement.rest;

import org.jspecify.annotations.NullMarked;
