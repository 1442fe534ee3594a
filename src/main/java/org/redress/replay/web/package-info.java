/** Pages of the manager. */
@NullMarked
package org.redress.replay.web;

import org.jspecify.annotations.NullMarked;
