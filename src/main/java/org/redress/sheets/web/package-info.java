/** The administrator's pages about imports. */
@NullMarked
package org.redress.sheets.web;

import org.jspecify.annotations.NullMarked;
