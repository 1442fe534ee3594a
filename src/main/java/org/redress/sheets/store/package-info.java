/** Table of runs. */
@NullMarked
package org.redress.sheets.store;

import org.jspecify.annotations.NullMarked;
