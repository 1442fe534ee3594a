/** How an agreed plan becomes steps, how a step moves, and the doors to those who carry it out. Pure. */
@NullMarked
package org.redress.settlement.model;

import org.jspecify.annotations.NullMarked;
