/** Outreach for programs. */
@NullMarked
package org.redress.outreach.rest;

import org.jspecify.annotations.NullMarked;
