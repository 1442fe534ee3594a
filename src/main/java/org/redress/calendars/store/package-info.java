@NullMarked
package org.redress.calendars.store;

import org.jspecify.annotations.NullMarked;
