/** {@code /api/v1/imports}. */
@NullMarked
package org.redress.sheets.rest;

import org.jspecify.annotations.NullMarked;
