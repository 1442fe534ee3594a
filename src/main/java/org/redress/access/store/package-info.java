/** SQL of merchants, accounts, keys, links and first answers. */
@NullMarked
package org.redress.access.store;

import org.jspecify.annotations.NullMarked;
