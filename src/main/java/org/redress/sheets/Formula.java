package org.redress.sheets;

/**
 * Text that a spreadsheet would take for a formula (OWASP, CSV injection), and the apostrophe that one types there before
 * it to say that it is text. Reading takes away exactly what writing put there, whatever the text.
 */
final class Formula {
    /** The wide ones count in Chinese and Japanese spreadsheets. */
    private static final String BEGINS = "=+-@\t\r\n＝＋－＠";

    private Formula() {}

    /** A number with a sign is a number. */
    static boolean is(String text) {
        return !text.isEmpty()
                && BEGINS.indexOf(text.charAt(0)) >= 0
                && !WrittenNumber.PLAIN.matcher(text).matches();
    }

    /** Whether the text is a formula behind one apostrophe or several. */
    static boolean isQuoted(String text) {
        int begin = 0;
        while (begin < text.length() && text.charAt(begin) == '\'') {
            begin++;
        }
        return begin > 0 && is(text.substring(begin));
    }

    /** For a file in which any text may be taken for a formula. */
    static String quoted(String text) {
        return is(text) ? "'" + text : requoted(text);
    }

    /** For a file that knows text from formulas: there an apostrophe of the text's own is doubled alone. */
    static String requoted(String text) {
        return isQuoted(text) ? "'" + text : text;
    }

    /** As it was before either. */
    static String bare(String text) {
        return isQuoted(text) ? text.substring(1) : text;
    }
}
