@NullMarked
package org.redress.calendars.web;

import org.jspecify.annotations.NullMarked;
