/** Policies for programs. */
@NullMarked
package org.redress.remedy.rest;

import org.jspecify.annotations.NullMarked;
