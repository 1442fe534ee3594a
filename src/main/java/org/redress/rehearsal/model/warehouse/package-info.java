/**
 * A simulated merchant whose true causes are known. Hands, scanners, scales, label printers and couriers act; what they do has
 * its physical consequences; and what a real warehouse would have recorded of it is recorded. Pure: no Spring, no SQL, no
 * clock. It knows nothing of how causes are inferred.
 */
@NullMarked
package org.redress.rehearsal.model.warehouse;

import org.jspecify.annotations.NullMarked;
