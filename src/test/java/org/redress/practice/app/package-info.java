@NullMarked
package org.redress.practice.app;

import org.jspecify.annotations.NullMarked;
