/** Claims over JSON, as contract.md fixes it. */
@NullMarked
package org.redress.claims.rest;

import org.jspecify.annotations.NullMarked;
