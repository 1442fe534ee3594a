/** Opens the sample shops on the first start and tells the guided tour what is in them. */
@NullMarked
package org.redress.rehearsal.app;

import org.jspecify.annotations.NullMarked;
