/** Identifiers on goods and parcels, however they are written: as digits, barcode, EPC URN or Digital Link. Pure. */
@NullMarked
@ApplicationModule(displayName = "gs1", allowedDependencies = "kernel")
package org.redress.gs1;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
