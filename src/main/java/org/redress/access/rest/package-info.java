/** The chain that guards the REST API: keys, size of bodies, repeated commands. */
@NullMarked
package org.redress.access.rest;

import org.jspecify.annotations.NullMarked;
