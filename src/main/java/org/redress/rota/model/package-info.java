/** Who should get a claim, decided from what is known; no Spring, no SQL, no clock. */
@NullMarked
package org.redress.rota.model;

import org.jspecify.annotations.NullMarked;
