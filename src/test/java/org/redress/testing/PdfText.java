package org.redress.testing;

import com.lowagie.text.pdf.PRTokeniser;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * What a PDF of ours says, a line for each that is set. OpenPDF's own extractor takes the codes of a Chinese font one byte
 * at a time and reads nonsense.
 */
public final class PdfText {
    private static final Set<String> NEXT_LINE = Set.of("Td", "TD", "Tm", "T*", "BT");

    private PdfText() {}

    public static String of(byte[] pdf) {
        try {
            var reader = new PdfReader(pdf);
            var text = new StringBuilder();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                add(text, reader.getPageContent(page), reader.getPageN(page).getAsDict(PdfName.RESOURCES));
                text.append('\n');
            }
            reader.close();
            return text.toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static int pages(byte[] pdf) {
        try {
            var reader = new PdfReader(pdf);
            int pages = reader.getNumberOfPages();
            reader.close();
            return pages;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void add(StringBuilder text, byte[] content, PdfDictionary resources) throws IOException {
        var fonts = resources.getAsDict(PdfName.FONT);
        var tokens = new PRTokeniser(content);
        var charset = StandardCharsets.ISO_8859_1;
        var name = "";
        var said = "";
        while (tokens.nextToken()) {
            switch (tokens.getTokenType()) {
                case PRTokeniser.TK_NAME -> name = tokens.getStringValue();
                case PRTokeniser.TK_STRING -> said = tokens.getStringValue();
                case PRTokeniser.TK_OTHER -> {
                    var operator = tokens.getStringValue();
                    if (operator.equals("Tf")) {
                        charset = charset(fonts.getAsDict(new PdfName(name)));
                    } else if (operator.equals("Tj")) {
                        text.append(new String(said.getBytes(StandardCharsets.ISO_8859_1), charset));
                    } else if (NEXT_LINE.contains(operator)
                            && !text.isEmpty()
                            && text.charAt(text.length() - 1) != '\n') {
                        text.append('\n');
                    }
                }
                default -> {}
            }
        }
    }

    private static Charset charset(PdfDictionary font) {
        return String.valueOf(font.get(PdfName.ENCODING)).endsWith("UCS2-H")
                ? StandardCharsets.UTF_16BE
                : Charset.forName("windows-1252");
    }
}
