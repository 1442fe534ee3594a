/** The same for programs. */
@NullMarked
package org.redress.replay.rest;

import org.jspecify.annotations.NullMarked;
