@NullMarked
package org.redress.handbook;

import org.jspecify.annotations.NullMarked;
