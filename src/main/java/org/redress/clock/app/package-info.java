@NullMarked
package org.redress.clock.app;

import org.jspecify.annotations.NullMarked;
