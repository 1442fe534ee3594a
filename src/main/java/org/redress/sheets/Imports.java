package org.redress.sheets;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Page;

/** Files of rows that a merchant brings. Importing the same file twice changes nothing. */
public interface Imports {
    /**
     * Takes a CSV file in and stages its run. Its first row names the columns.
     *
     * @param mapping our column to theirs; {@code =GBP} instead of a column is that text in every row. What it does not
     *     name is found in the file by our own name
     * @throws org.redress.kernel.Refused where the file is empty, too large or no CSV, or a column that must be there is
     *     not
     */
    ImportRun start(
            MerchantId merchant,
            ImportKind kind,
            String fileName,
            Map<String, String> mapping,
            Actor startedBy,
            InputStream content);

    Optional<ImportRun> find(MerchantId merchant, UUID id);

    /** The newest first. */
    Page<ImportRun> page(MerchantId merchant, @Nullable String after, int limit);

    /** The first 1,000 errors of a run by row; {@link ImportRun#rowsRejected} counts them all. */
    List<ImportError> errors(MerchantId merchant, UUID run);

    /** What kinds of files are taken. */
    Set<ImportKind> kinds();

    /**
     * The columns that a file of this kind may have, those that it must have first.
     *
     * @throws org.redress.kernel.Refused where this kind is not taken
     */
    List<SheetColumn> columns(ImportKind kind);
}
