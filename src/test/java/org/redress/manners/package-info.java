@NullMarked
package org.redress.manners;

import org.jspecify.annotations.NullMarked;
