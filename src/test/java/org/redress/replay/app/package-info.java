@NullMarked
package org.redress.replay.app;

import org.jspecify.annotations.NullMarked;
