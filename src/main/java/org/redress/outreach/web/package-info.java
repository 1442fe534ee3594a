/** The list at the desk, the panel on the case page, and the page that a letter leads to. */
@NullMarked
package org.redress.outreach.web;

import org.jspecify.annotations.NullMarked;
