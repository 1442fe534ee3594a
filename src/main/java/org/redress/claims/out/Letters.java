package org.redress.claims.out;

import com.lowagie.text.Chunk;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The letters of a page: Helvetica for what is written in Latin, and for Chinese, Japanese and Korean the fonts that every
 * reader of PDF brings along, so that a file stays small.
 */
final class Letters {
    /** Stands for a character that none of the fonts has, such as an emoji. */
    static final int UNKNOWN = 0x25A1;

    private static final List<BaseFont> FONTS = List.of(
            font(BaseFont.HELVETICA, BaseFont.CP1252),
            font(BaseFont.HELVETICA, "Cp1250"),
            font(BaseFont.HELVETICA, "Cp1254"),
            font("STSong-Light", "UniGB-UCS2-H"),
            font("MSung-Light", "UniCNS-UCS2-H"),
            font("HeiseiMin-W3", "UniJIS-UCS2-H"),
            font("HYSMyeongJo-Medium", "UniKS-UCS2-H"));

    private static BaseFont font(String name, String encoding) {
        try {
            return BaseFont.createFont(name, encoding, BaseFont.NOT_EMBEDDED);
        } catch (DocumentException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a code page OpenPDF says that it has every letter, and then sets a question mark. */
    private static final List<BitSet> CODE_PAGES =
            List.of(letters("windows-1252"), letters("windows-1250"), letters("windows-1254"));

    private static BitSet letters(String codePage) {
        var encoder = Charset.forName(codePage).newEncoder();
        var letters = new BitSet();
        IntStream.range(' ', Character.MAX_VALUE)
                .filter(letter -> encoder.canEncode((char) letter))
                .forEach(letters::set);
        return letters;
    }

    private static boolean has(int font, int letter) {
        return font < CODE_PAGES.size()
                ? CODE_PAGES.get(font).get(letter)
                : FONTS.get(font).charExists(letter);
    }

    private final float size;
    private final int style;
    private final Color color;

    Letters(float size, int style, Color color) {
        this.size = size;
        this.style = style;
        this.color = color;
    }

    float size() {
        return size;
    }

    Phrase say(String text) {
        var phrase = new Phrase(size * 1.45f);
        var run = new StringBuilder();
        int font = 0;
        for (int at = 0; at < text.length(); ) {
            int read = text.codePointAt(at);
            at += Character.charCount(read);
            int codePoint = readable(read, font);
            if (codePoint < 0) {
                continue;
            }
            int next = font(codePoint, font);
            if (next != font && !run.isEmpty()) {
                phrase.add(chunk(run, font));
                run.setLength(0);
            }
            font = next;
            run.appendCodePoint(codePoint);
        }
        if (!run.isEmpty()) {
            phrase.add(chunk(run, font));
        }
        return phrase;
    }

    private Chunk chunk(StringBuilder run, int font) {
        return new Chunk(run.toString(), new Font(FONTS.get(font), size, style, color));
    }

    /** What is set for a character: itself, a blank for what only spaces, a box for what no font has; below 0 is nothing. */
    private static int readable(int codePoint, int font) {
        if (codePoint == '\n') {
            return codePoint;
        }
        if (codePoint == '\t' || Character.isSpaceChar(codePoint)) {
            return ' ';
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> -1;
            default -> font(codePoint, font) < 0 ? UNKNOWN : codePoint;
        };
    }

    /** The font that has it, below 0 where none does; what has no shape of its own stays in the font before it. */
    private static int font(int codePoint, int before) {
        if (codePoint == '\n' || codePoint == ' ') {
            return before;
        }
        if (Character.isBmpCodePoint(codePoint)) {
            for (int font = 0; font < FONTS.size(); font++) {
                if (has(font, codePoint)) {
                    return font;
                }
            }
        }
        return -1;
    }
}
