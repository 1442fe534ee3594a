/** Giving claims to people: transactions, sweeps, listeners. */
@NullMarked
package org.redress.rota.app;

import org.jspecify.annotations.NullMarked;
