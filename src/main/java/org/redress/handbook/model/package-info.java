/** What stands in the files of the handbook, and how a test is drawn from them. Pure. */
@NullMarked
package org.redress.handbook.model;

import org.jspecify.annotations.NullMarked;
