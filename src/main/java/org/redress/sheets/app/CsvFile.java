package org.redress.sheets.app;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;

/**
 * A CSV file read row by row, never held whole: UTF-8, GB18030 or what its byte order mark says, separated by comma, semicolon
 * or tab, whichever splits its first row into most cells. A row whose quotation marks do not match costs that row and not
 * the rest of the file: reading goes on with the next line.
 */
final class CsvFile implements SheetFile {
    private static final int LONGEST_CELL = 1_000_000;
    /** Each costs a fresh start at the beginning of the file. */
    private static final int MOST_UNREADABLE = 100;

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    private final Path file;
    private final Charset charset;
    private final char separator;
    private final long size;
    private final List<String> header;
    private @Nullable Reading reading;
    private long row;
    private int unreadable;

    /** Lines of the file that are behind us; a row may have several. */
    private int lines;

    private CsvFile(Path file, Charset charset, char separator) throws IOException {
        this.file = file;
        this.charset = charset;
        this.separator = separator;
        this.size = Math.max(1, Files.size(file));
        this.reading = Reading.of(file, charset, separator, 0);
        this.header = next().map(Cells::texts).orElse(List.of());
    }

    /** @throws Refused where it is in no encoding that we know */
    static CsvFile open(Path file) throws IOException {
        var charset = Encoding.of(file)
                .orElseThrow(() ->
                        new Refused(Refusal.invalid("/file", "UNKNOWN_ENCODING", Phrase.of("sheets.import.encoding"))));
        char best = ',';
        int most = 0;
        for (char separator : SEPARATORS) {
            try (var attempt = new CsvFile(file, charset, separator)) {
                if (attempt.header.size() > most) {
                    most = attempt.header.size();
                    best = separator;
                }
            } catch (Unreadable notThisOne) {
                // If none can read it, opening it with a comma says so.
            }
        }
        return new CsvFile(file, charset, best);
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public int read(int whole) {
        return reading == null ? 0 : (int) Math.min(whole, reading.bytes.count * whole / size);
    }

    @Override
    public Optional<Cells> next() throws IOException {
        var from = reading == null ? Reading.of(file, charset, separator, lines) : reading;
        reading = from;
        try {
            while (from.records.hasNext()) {
                var cells = from.records.next().getFields();
                row++;
                lines += 1 + cells.stream().mapToInt(CsvFile::lineBreaks).sum();
                if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                    return Optional.of(new Cells(row, cells));
                }
            }
            return Optional.empty();
        } catch (CsvParseException malformed) {
            close();
            reading = null;
            row++;
            lines++;
            unreadable++;
            boolean last = unreadable >= MOST_UNREADABLE;
            throw new Unreadable(row, last, last ? "UNREADABLE_FROM_HERE" : "UNREADABLE", malformed);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private static int lineBreaks(String cell) {
        int breaks = 0;
        for (int i = 0; i < cell.length(); i++) {
            boolean ends = cell.charAt(i) == '\n'
                    || (cell.charAt(i) == '\r' && (i + 1 == cell.length() || cell.charAt(i + 1) != '\n'));
            breaks += ends ? 1 : 0;
        }
        return breaks;
    }

    @Override
    public void close() throws IOException {
        if (reading != null) {
            reading.reader.close();
        }
    }

    /** One pass over the file, from some line on. */
    private record Reading(CsvReader<CsvRecord> reader, Iterator<CsvRecord> records, Counted bytes) {
        static Reading of(Path file, Charset charset, char separator, int after) throws IOException {
            var bytes = new Counted(new BufferedInputStream(Files.newInputStream(file), 64 * 1024));
            var reader = CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .detectBomHeader(true)
                    .maxBufferSize(LONGEST_CELL)
                    .ofCsvRecord(bytes, charset);
            reader.skipLines(after);
            return new Reading(reader, reader.iterator(), bytes);
        }
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var read = super.read(target, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
