/** The page of the guided tour. */
@NullMarked
package org.redress.rehearsal.web;

import org.jspecify.annotations.NullMarked;
