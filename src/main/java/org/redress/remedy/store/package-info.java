/** Rows of policy versions and their history. */
@NullMarked
package org.redress.remedy.store;

import org.jspecify.annotations.NullMarked;
