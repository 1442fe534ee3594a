/** The claim's row, its offers and its ledger in PostgreSQL. */
@NullMarked
package org.redress.claims.store;

import org.jspecify.annotations.NullMarked;
