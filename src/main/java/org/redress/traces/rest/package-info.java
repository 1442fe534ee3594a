/** Shipments and EPCIS over HTTP. */
@NullMarked
package org.redress.traces.rest;

import org.jspecify.annotations.NullMarked;
