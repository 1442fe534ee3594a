/** Pages to read, and the pages of a test. */
@NullMarked
package org.redress.handbook.web;

import org.jspecify.annotations.NullMarked;
