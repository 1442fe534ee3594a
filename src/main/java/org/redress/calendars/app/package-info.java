@NullMarked
package org.redress.calendars.app;

import org.jspecify.annotations.NullMarked;
