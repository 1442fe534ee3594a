package org.redress.sheets;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** An Excel workbook. Texts stand in their cells and are not shared, so that none is held. */
final class XlsxSheet implements SheetWriter {
    private static final int FLUSHED = 500;
    private static final int LONGEST_TITLE = 31;
    private static final int NARROW = 12;
    private static final int WIDE = 48;

    private final Workbook book;
    private Worksheet sheet;
    private int row;

    XlsxSheet(OutputStream out, String title) {
        this.book = new Workbook(open(out), "Redress", "1.0");
        this.sheet = book.newWorksheet(shortened(title));
    }

    /** The workbook closes its stream when it ends; whoever opened this one goes on with it. */
    private static OutputStream open(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    private static String shortened(String title) {
        var plain = title.replaceAll("[\\\\/?*\\[\\]:]", " ");
        return plain.length() > LONGEST_TITLE ? plain.substring(0, LONGEST_TITLE) : plain;
    }

    @Override
    public void header(List<String> names) throws IOException {
        for (int i = 0; i < names.size(); i++) {
            sheet.width(i, Math.clamp(names.get(i).length() + 4L, NARROW, WIDE));
            sheet.inlineString(row, i, names.get(i));
            sheet.style(row, i).bold().set();
        }
        sheet.freezePane(0, 1);
        row++;
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        if (row >= MOST_ROWS) {
            return;
        }
        for (int i = 0; i < cells.size(); i++) {
            switch (cells.get(i)) {
                case null -> {}
                case Number number -> sheet.value(row, i, number);
                case Object text -> text(i, text.toString());
            }
        }
        row++;
        if (row % FLUSHED == 0) {
            sheet.flush();
        }
    }

    private void text(int column, String text) {
        if (!text.isEmpty()) {
            var kept = Formula.requoted(text);
            sheet.inlineString(row, column, kept.length() > LONGEST_TEXT ? kept.substring(0, LONGEST_TEXT) : kept);
        }
    }

    @Override
    public void sheet(String title) throws IOException {
        sheet.finish();
        sheet = book.newWorksheet(shortened(title));
        row = 0;
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        book.finish();
    }
}
