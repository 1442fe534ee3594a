@NullMarked
package org.redress.replay;

import org.jspecify.annotations.NullMarked;
