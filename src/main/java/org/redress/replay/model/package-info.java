/** Pure: what a change of rules means for a claim and for many. */
@NullMarked
package org.redress.replay.model;

import org.jspecify.annotations.NullMarked;
