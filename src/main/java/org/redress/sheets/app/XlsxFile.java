package org.redress.sheets.app;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;

/**
 * The first visible sheet of an Excel workbook that has a row, read row by row. A cell is what Excel shows, written as a
 * program would write it: numbers with a point and without grouping, dates as ISO 8601 without an offset, results in
 * place of formulas.
 *
 * <p>Our own reader on the JDK's XML: the libraries at hand take what a hostile file says of itself (columns up to two
 * thousand million, formulas without end) at its word. See docs/decisions/0008.
 */
final class XlsxFile implements SheetFile {
    /** Characters of one row. */
    static final int LONGEST_ROW = 1_000_000;

    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_ROWS = 1_048_576;

    /** Digits that Excel keeps; what stands behind them comes of binary fractions. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private static final LocalDate SINCE_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate SINCE_1904 = LocalDate.of(1904, 1, 1);

    /** Excel takes 1900 for a leap year, so that days before this one count from a day later. */
    private static final int FIRST_OF_MARCH_1900 = 61;

    /** 31 December 9999. */
    private static final int LAST_DAY = 2_958_465;

    private final XlsxParts parts;
    private final XlsxBook book;
    private final XlsxParts.Part sheet;
    private List<String> header = List.of();
    private long row;
    private boolean ended;

    private XlsxFile(XlsxParts parts, XlsxBook book, String sheet) throws IOException, XMLStreamException {
        this.parts = parts;
        this.book = book;
        this.sheet = parts.read(sheet, XlsxParts.MOST_UNPACKED);
    }

    /** @throws Refused where it is no workbook, broken, or unpacks to too much */
    static XlsxFile open(Path path) throws IOException {
        XlsxParts parts;
        try {
            parts = XlsxParts.open(path);
        } catch (ZipException broken) {
            throw unfit("BROKEN_WORKBOOK", "sheets.import.xlsx.broken");
        }
        try {
            return open(parts);
        } catch (Refused refused) {
            parts.close();
            throw refused;
        } catch (XMLStreamException | IOException | RuntimeException broken) {
            parts.close();
            throw unfit("BROKEN_WORKBOOK", "sheets.import.xlsx.broken");
        }
    }

    private static XlsxFile open(XlsxParts parts) throws IOException, XMLStreamException {
        var book = XlsxBook.read(parts);
        if (book.sheets().isEmpty()) {
            throw new XMLStreamException("There is no sheet");
        }
        XlsxFile file = new XlsxFile(parts, book, book.sheets().getFirst());
        file.readHeader();
        for (int i = 1; i < book.sheets().size() && file.header.isEmpty(); i++) {
            file.sheet.close();
            file = new XlsxFile(parts, book, book.sheets().get(i));
            file.readHeader();
        }
        return file;
    }

    static Refused unfit(String code, String text) {
        return new Refused(new Refusal(Refusal.Kind.UNSUPPORTED, code, Phrase.of(text), List.of()));
    }

    static Refused tooLarge(String code, String text) {
        return new Refused(new Refusal(Refusal.Kind.TOO_LARGE, code, Phrase.of(text), List.of()));
    }

    private void readHeader() {
        header = next().map(Cells::texts).orElse(List.of());
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public int read(int whole) {
        return sheet.read(whole);
    }

    @Override
    public Optional<Cells> next() {
        try {
            while (!ended && sheet.nextStart()) {
                if (sheet.is("row")) {
                    row = rowNumber(sheet.attribute("r"));
                    var cells = cells();
                    if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                        return Optional.of(new Cells(row, cells));
                    }
                }
            }
            ended = true;
            return Optional.empty();
        } catch (Unreadable tooLarge) {
            throw tooLarge;
        } catch (XMLStreamException | RuntimeException broken) {
            ended = true;
            var tooLarge = broken instanceof XMLStreamException xml && XlsxBook.tooLarge(xml);
            throw new Unreadable(row + 1, true, tooLarge ? "TOO_LARGE_FROM_HERE" : "BROKEN_FROM_HERE", broken);
        }
    }

    private long rowNumber(String written) throws XMLStreamException {
        long number = written.isEmpty() ? row + 1 : Long.parseLong(written);
        if (number <= row || number > MOST_ROWS) {
            throw new XMLStreamException("Rows of a workbook are counted upwards");
        }
        return number;
    }

    private List<String> cells() throws XMLStreamException {
        var cells = new ArrayList<String>();
        var xml = sheet.xml();
        int length = 0;
        for (int event = xml.next(); !isEnd(event, "row"); event = xml.next()) {
            if (event == XMLStreamReader.START_ELEMENT && sheet.is("c")) {
                int column = column(sheet.attribute("r"), cells.size());
                while (cells.size() < column) {
                    cells.add("");
                }
                var text = cell(sheet.attribute("t"), sheet.attribute("s"));
                length += text.length();
                cells.add(length > LONGEST_ROW ? "" : text);
            }
        }
        if (length > LONGEST_ROW) {
            throw new Unreadable(row, false, "ROW_TOO_LARGE", null);
        }
        return cells;
    }

    private boolean isEnd(int event, String element) {
        return event == XMLStreamReader.END_ELEMENT && sheet.is(element);
    }

    /** Counted from 0: {@code AB12} is in column 27. Cells come from left to right. */
    private static int column(String reference, int next) throws XMLStreamException {
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + (reference.charAt(i) - 'A' + 1);
            if (column > MOST_COLUMNS || column < 1) {
                throw new XMLStreamException("A sheet has no column " + reference);
            }
        }
        int found = reference.isEmpty() ? next : column - 1;
        if (found < next || found >= MOST_COLUMNS) {
            throw new XMLStreamException("Cells of a row come from left to right");
        }
        return found;
    }

    private String cell(String type, String style) throws XMLStreamException {
        var xml = sheet.xml();
        var value = "";
        for (int event = xml.next(); !isEnd(event, "c"); event = xml.next()) {
            if (event == XMLStreamReader.START_ELEMENT) {
                if (sheet.is("is")) {
                    value = XlsxBook.text(xml, "is");
                } else if (sheet.is("v")) {
                    value = plainText(xml);
                }
            }
        }
        return switch (type) {
            case "s" -> shared(value);
            case "b" -> value.equals("1") ? "TRUE" : value.equals("0") ? "FALSE" : value;
            case "", "n" -> number(value.strip(), style);
            default -> value;
        };
    }

    private static String plainText(XMLStreamReader xml) throws XMLStreamException {
        var text = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamReader.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamReader.START_ELEMENT) {
                throw new XMLStreamException("A value holds no elements");
            }
            if (xml.isCharacters() && text.length() <= LONGEST_ROW) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    private String shared(String index) {
        return index.isEmpty() ? "" : book.texts().get(Integer.parseInt(index.strip()));
    }

    private String number(String written, String style) {
        if (written.isEmpty()) {
            return "";
        }
        if (written.length() <= 18 && written.chars().allMatch(Character::isDigit) && !isDate(style)) {
            return written;
        }
        double number = Double.parseDouble(written);
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new IllegalArgumentException("No number of a workbook");
        }
        return isDate(style) && number >= 1 && number < LAST_DAY + 1
                ? date(number)
                : BigDecimal.valueOf(number).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    private boolean isDate(String style) {
        int index = style.isEmpty() ? 0 : Integer.parseInt(style);
        return index >= 0 && index < book.dates().size() && book.dates().get(index);
    }

    /** To the millisecond: a time of day is a fraction that no binary number holds exactly. */
    private String date(double days) {
        long whole = (long) days;
        var first = book.since1904() ? SINCE_1904 : whole < FIRST_OF_MARCH_1900 ? SINCE_1900.plusDays(1) : SINCE_1900;
        var milliseconds = Math.round((days - whole) * Duration.ofDays(1).toMillis());
        var time = first.plusDays(whole).atStartOfDay().plus(Duration.ofMillis(milliseconds));
        return milliseconds == 0 ? time.toLocalDate().toString() : time.toString();
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        parts.close();
    }
}
