/** Steps and the ledger of what happened to them. */
@NullMarked
package org.redress.settlement.store;

import org.jspecify.annotations.NullMarked;
