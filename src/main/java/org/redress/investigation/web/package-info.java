/** The investigation on the case page. */
@NullMarked
package org.redress.investigation.web;

import org.jspecify.annotations.NullMarked;
