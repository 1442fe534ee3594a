@NullMarked
package org.redress.clock.web;

import org.jspecify.annotations.NullMarked;
