/** Takes files in, reads them as jobs, and hands their rows to the kinds. */
@NullMarked
package org.redress.sheets.app;

import org.jspecify.annotations.NullMarked;
