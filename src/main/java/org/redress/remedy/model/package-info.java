/** How plans are put together, weighed and ranked by what tables answer. Pure. */
@NullMarked
package org.redress.remedy.model;

import org.jspecify.annotations.NullMarked;
