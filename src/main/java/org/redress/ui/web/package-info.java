/** Spring MVC plumbing of the frame: languages, arguments, errors. */
@NullMarked
package org.redress.ui.web;

import org.jspecify.annotations.NullMarked;
