/** Members and the setting, as rows. */
@NullMarked
package org.redress.rota.store;

import org.jspecify.annotations.NullMarked;
