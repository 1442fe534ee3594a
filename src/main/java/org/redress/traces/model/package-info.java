/** The events and what they say: reading, checking, hashing; pure. */
@NullMarked
package org.redress.traces.model;

import org.jspecify.annotations.NullMarked;
