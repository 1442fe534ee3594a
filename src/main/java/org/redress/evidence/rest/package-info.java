/** Files that programs send ahead of their claim. */
@NullMarked
package org.redress.evidence.rest;

import org.jspecify.annotations.NullMarked;
