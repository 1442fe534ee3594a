package org.redress.evidence.model;

/** What people read as the name of a file; never a path, never used to find or judge it. */
public final class FileName {
    private static final int LONGEST = 120;

    private FileName() {}

    /** The last part of a path, without control characters and what turns the direction of writing; "file" where nothing is left. */
    public static String clean(String sent) {
        var last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        var clean = new StringBuilder();
        last.codePoints().filter(FileName::isPrintable).limit(LONGEST).forEach(clean::appendCodePoint);
        return clean.toString().isBlank() ? "file" : clean.toString().strip();
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
