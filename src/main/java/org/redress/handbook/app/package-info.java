/** The handbook’s shelf, and the desk where tests are taken. */
@NullMarked
package org.redress.handbook.app;

import org.jspecify.annotations.NullMarked;
