/** Pictures for staff, for the customer of a claim, and for whoever has just sent them. */
@NullMarked
package org.redress.evidence.web;

import org.jspecify.annotations.NullMarked;
