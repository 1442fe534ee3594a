/** Reading a draft by rules that are data. Pure: no Spring, no clock; every step is linear in the length of the draft. */
@NullMarked
package org.redress.manners.model;

import org.jspecify.annotations.NullMarked;
