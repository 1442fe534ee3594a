/** Pages for logging in and administration, and the chain that guards all pages. */
@NullMarked
package org.redress.access.web;

import org.jspecify.annotations.NullMarked;
