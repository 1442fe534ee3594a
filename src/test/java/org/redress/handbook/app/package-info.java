@NullMarked
package org.redress.handbook.app;

import org.jspecify.annotations.NullMarked;
