@NullMarked
package org.redress.clock.store;

import org.jspecify.annotations.NullMarked;
