package org.redress.claims.out;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Chapter;
import org.redress.claims.Chapter.Tone;
import org.redress.claims.WholeFile;
import org.redress.claims.app.FilePress;
import org.redress.evidence.Evidence;
import org.redress.evidence.PictureSize;
import org.springframework.stereotype.Component;

/** Sets a claim's whole file on A4. A page leaves as soon as it is full. */
@Component
class PdfPress implements FilePress {
    private final Evidence evidence;

    PdfPress(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public void print(WholeFile file, OutputStream to) throws IOException {
        try {
            new Pages(file, evidence, to).print();
        } catch (DocumentException e) {
            throw new IOException(e);
        }
    }

    /** One printing. */
    private static final class Pages extends PdfPageEventHelper {
        private static final float SIDE = 56;
        private static final float TOP = 52;
        private static final float BOTTOM = 64;
        private static final float THUMB = 104;
        private static final int THUMBS_A_ROW = 4;

        private static final Color INK = new Color(0x1f2933);
        private static final Color QUIET = new Color(0x616e7c);
        private static final Color LINE = new Color(0xd8dee4);
        private static final Color SOFT = new Color(0xf5f7f9);
        private static final Color GOOD = new Color(0x1b6e4b);
        private static final Color BAD = new Color(0xa4302a);
        private static final Color OPEN = new Color(0x8a5a00);

        private static final Letters TITLE = new Letters(22, Font.BOLD, INK);
        private static final Letters HEADING = new Letters(12.5f, Font.BOLD, INK);
        private static final Letters BODY = new Letters(9.5f, Font.NORMAL, INK);
        private static final Letters STRONG = new Letters(9.5f, Font.BOLD, INK);
        private static final Letters SMALL = new Letters(8, Font.NORMAL, QUIET);
        private static final Letters STANDING = new Letters(11, Font.NORMAL, QUIET);

        private final WholeFile file;
        private final Evidence evidence;
        private final Document document;
        private final PdfWriter writer;
        private final String footer;
        private @Nullable PdfTemplate total;

        Pages(WholeFile file, Evidence evidence, OutputStream to) throws DocumentException {
            this.file = file;
            this.evidence = evidence;
            this.document = new Document(PageSize.A4, SIDE, SIDE, TOP, BOTTOM);
            this.writer = PdfWriter.getInstance(document, to);
            this.footer = file.words()
                    .say(
                            "claims.file.footer",
                            file.shop(),
                            file.number(),
                            file.words().now());
        }

        void print() throws DocumentException, IOException {
            writer.setCloseStream(false);
            writer.setPageEvent(this);
            document.addTitle(file.title());
            document.addCreator(file.shop());
            document.setDocumentLanguage(file.words().language());
            document.open();
            head();
            for (var chapter : file.chapters()) {
                heading(chapter);
                for (var part : chapter.parts()) {
                    add(part);
                }
            }
            line(file.words().say("claims.file.unknown-letters"), SMALL, 16);
            document.close();
        }

        private void head() throws DocumentException {
            line(file.shop(), SMALL, 0);
            line(file.title(), TITLE, 8);
            line(file.standing(), STANDING, 2);
            facts(file.facts(), 12);
        }

        private void heading(Chapter chapter) throws DocumentException {
            // A heading does not stand alone at the foot of a page.
            float room = !chapter.parts().isEmpty() && chapter.parts().getFirst() instanceof Chapter.Pictures
                    ? 90 + THUMB
                    : 90;
            if (writer.getVerticalPosition(false) < BOTTOM + room) {
                document.newPage();
            }
            var table = table(1, 18);
            var cell = cell(chapter.title(), HEADING);
            cell.setBorder(Rectangle.BOTTOM);
            cell.setBorderColor(LINE);
            cell.setPaddingBottom(5);
            table.addCell(cell);
            table.setSpacingAfter(4);
            document.add(table);
        }

        private void add(Chapter.Part part) throws DocumentException, IOException {
            switch (part) {
                case Chapter.Facts(var facts) -> facts(facts, 4);
                case Chapter.Table(var head, var rows, var wide) -> rows(head, rows, wide);
                case Chapter.Paragraph(var text) -> line(text, BODY, 4);
                case Chapter.Quote(var by, var text) -> quote(by, text);
                case Chapter.Judged(var judgements) -> judged(judgements);
                case Chapter.Pictures(var pictures) -> pictures(pictures);
                case Chapter.Moments(var moments) -> moments(moments);
            }
        }

        private void line(String text, Letters letters, float above) throws DocumentException {
            if (text.isEmpty()) {
                return;
            }
            var paragraph = new Paragraph(letters.say(text));
            paragraph.setLeading(letters.size() * 1.45f);
            paragraph.setSpacingBefore(above);
            document.add(paragraph);
        }

        private void facts(List<Chapter.Fact> facts, float above) throws DocumentException {
            if (facts.isEmpty()) {
                return;
            }
            var table = table(2, above);
            table.setWidths(new float[] {26, 74});
            for (var fact : facts) {
                table.addCell(cell(fact.name(), SMALL));
                table.addCell(cell(fact.value(), BODY));
            }
            document.add(table);
        }

        private void rows(List<String> head, List<List<String>> rows, int wide) throws DocumentException {
            var table = table(head.size(), 6);
            var widths = new float[head.size()];
            for (int column = 0; column < widths.length; column++) {
                widths[column] = column < wide ? (wide == 1 ? 46 : 30) : 12;
            }
            table.setWidths(widths);
            table.setHeaderRows(1);
            for (int column = 0; column < head.size(); column++) {
                table.addCell(ruled(cell(head.get(column), SMALL), column < wide));
            }
            for (var row : rows) {
                for (int column = 0; column < row.size(); column++) {
                    table.addCell(ruled(cell(row.get(column), BODY), column < wide));
                }
            }
            document.add(table);
        }

        private static PdfPCell ruled(PdfPCell cell, boolean wide) {
            cell.setBorder(Rectangle.BOTTOM);
            cell.setBorderColor(LINE);
            cell.setBorderWidth(0.5f);
            cell.setPaddingTop(4);
            cell.setPaddingBottom(5);
            cell.setPaddingRight(6);
            cell.setHorizontalAlignment(wide ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
            return cell;
        }

        /** Long words go over as many pages as they need. */
        private void quote(@Nullable String by, String text) throws DocumentException {
            if (by != null) {
                line(by, SMALL, 6);
            }
            var table = table(1, 4);
            table.setSplitLate(false);
            for (var paragraph : text.replace("\r\n", "\n").split("\n", -1)) {
                var cell = cell(paragraph.isEmpty() ? " " : paragraph, BODY);
                cell.setBackgroundColor(SOFT);
                cell.setBorder(Rectangle.LEFT);
                cell.setBorderColor(QUIET);
                cell.setBorderWidth(1.5f);
                cell.setPaddingLeft(10);
                cell.setPaddingRight(10);
                table.addCell(cell);
            }
            table.setSpacingAfter(4);
            document.add(table);
        }

        private void judged(List<Chapter.Judgement> judgements) throws DocumentException {
            if (judgements.isEmpty()) {
                return;
            }
            var table = table(2, 6);
            table.setWidths(new float[] {20, 80});
            for (var judgement : judgements) {
                var letters = new Letters(9.5f, Font.BOLD, color(judgement.tone()));
                table.addCell(ruled(cell(judgement.outcome(), letters), true));
                table.addCell(ruled(cell(judgement.text(), BODY), true));
            }
            document.add(table);
        }

        private static Color color(Tone tone) {
            return switch (tone) {
                case GOOD -> GOOD;
                case BAD -> BAD;
                case UNKNOWN -> OPEN;
                case PLAIN -> INK;
            };
        }

        /** A row at a time, so that no more pictures than these are held. */
        private void pictures(List<Chapter.Picture> pictures) throws DocumentException, IOException {
            for (int from = 0; from < pictures.size(); from += THUMBS_A_ROW) {
                var table = table(THUMBS_A_ROW, 6);
                table.setKeepTogether(true);
                for (int at = from; at < from + THUMBS_A_ROW; at++) {
                    table.addCell(at < pictures.size() ? picture(pictures.get(at)) : cell("", SMALL));
                }
                document.add(table);
            }
        }

        private PdfPCell picture(Chapter.Picture picture) throws IOException {
            var cell = new PdfPCell();
            cell.setBorder(Rectangle.NO_BORDER);
            cell.setPadding(0);
            cell.setPaddingRight(8);
            var image = image(picture);
            if (image != null) {
                cell.addElement(image);
            }
            var caption = new Paragraph(SMALL.say(picture.caption()));
            caption.setLeading(SMALL.size() * 1.4f);
            cell.addElement(caption);
            return cell;
        }

        private @Nullable Image image(Chapter.Picture picture) throws IOException {
            if (!picture.shown()) {
                return null;
            }
            var opened = evidence.picture(file.merchant(), picture.file(), PictureSize.THUMB);
            if (opened.isEmpty()) {
                return null;
            }
            try (var content = opened.get()) {
                var image = Image.getInstance(content.readAllBytes());
                image.scaleToFit(THUMB, THUMB);
                return image;
            }
        }

        private void moments(List<Chapter.Moment> moments) throws DocumentException {
            for (var moment : moments) {
                var table = table(2, 0);
                table.setWidths(new float[] {28, 72});
                table.setSplitLate(false);
                var when = cell(moment.at() + "\n" + moment.by(), SMALL);
                when.setPaddingTop(5);
                table.addCell(when);
                var what = new PdfPCell();
                what.setBorder(Rectangle.NO_BORDER);
                what.setPaddingTop(2);
                what.setPaddingBottom(4);
                what.addElement(paragraph(moment.what(), STRONG));
                if (moment.note() != null && !moment.note().isBlank()) {
                    what.addElement(paragraph(moment.note(), BODY));
                }
                table.addCell(what);
                document.add(table);
            }
        }

        private static Paragraph paragraph(String text, Letters letters) {
            var paragraph = new Paragraph(letters.say(text));
            paragraph.setLeading(letters.size() * 1.45f);
            return paragraph;
        }

        private static PdfPTable table(int columns, float above) {
            var table = new PdfPTable(columns);
            table.setWidthPercentage(100);
            table.setSpacingBefore(above);
            return table;
        }

        private static PdfPCell cell(String text, Letters letters) {
            var cell = new PdfPCell(letters.say(text));
            cell.setLeading(0, 1.35f);
            cell.setBorder(Rectangle.NO_BORDER);
            cell.setPaddingLeft(0);
            cell.setPaddingTop(2);
            cell.setPaddingBottom(3);
            return cell;
        }

        @Override
        public void onOpenDocument(PdfWriter opened, Document of) {
            total = opened.getDirectContent().createTemplate(40, 14);
        }

        /** "3 / 7": how many there are is known at the end. */
        @Override
        public void onEndPage(PdfWriter at, Document of) {
            var content = at.getDirectContent();
            float below = BOTTOM - 28;
            content.setColorStroke(LINE);
            content.setLineWidth(0.5f);
            content.moveTo(SIDE, below + 14);
            content.lineTo(PageSize.A4.getWidth() - SIDE, below + 14);
            content.stroke();
            ColumnText.showTextAligned(content, Element.ALIGN_LEFT, SMALL.say(footer), SIDE, below, 0);
            float right = PageSize.A4.getWidth() - SIDE - 20;
            ColumnText.showTextAligned(
                    content, Element.ALIGN_RIGHT, SMALL.say(at.getPageNumber() + " / "), right, below, 0);
            if (total != null) {
                content.addTemplate(total, right, below);
            }
        }

        @Override
        public void onCloseDocument(PdfWriter closed, Document of) {
            if (total != null) {
                ColumnText.showTextAligned(
                        total, Element.ALIGN_LEFT, SMALL.say(Integer.toString(closed.getPageNumber() - 1)), 0, 0, 0);
            }
        }
    }
}
