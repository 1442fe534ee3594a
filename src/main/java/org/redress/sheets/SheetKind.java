package org.redress.sheets;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchant;

/**
 * A kind of file, declared as a bean by the module that owns what the rows are about. Files, their mapping, batches,
 * counts, errors and repeats are seen to; a kind says which columns there are, what one row means, and writes what
 * belongs together.
 *
 * @param <R> what one row means by itself
 */
public interface SheetKind<R> {
    /** More rows than this under one key do not belong together. */
    int MOST_TOGETHER = 2_000;

    ImportKind name();

    /** Those that every row must fill first. */
    List<SheetColumn> columns();

    /**
     * The column whose equal texts make rows belong together, wherever in the file they stand, such as
     * {@code orderNumber}; null where each row stands alone.
     */
    @Nullable
    String together();

    /** Reads one row. Nothing is looked up and nothing remembered: a row may be read more than once. */
    Outcome<R> read(Row row, Merchant merchant);

    /**
     * Writes whole groups of rows, each in the order of the file, in a transaction of the merchant that is open. The
     * same rows again are to change nothing.
     *
     * @param groups rows that belong together, of which each has one at least; where each row stands alone groups of one
     * @return rows that were good by themselves and cannot be written, each with one reason
     */
    List<RowFault> write(Merchant merchant, List<List<R>> groups);
}
