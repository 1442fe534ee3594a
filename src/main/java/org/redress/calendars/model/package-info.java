@NullMarked
package org.redress.calendars.model;

import org.jspecify.annotations.NullMarked;
