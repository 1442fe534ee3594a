package org.redress.sheets.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook says besides its rows (ECMA-376): its sheets, its shared texts, and which styles are dates.
 *
 * @param sheets the parts of its sheets, in the order of their tabs
 * @param texts that cells share
 * @param dates for each style whether its numbers are days since 1900 or 1904
 */
record XlsxBook(List<String> sheets, SharedTexts texts, List<Boolean> dates, boolean since1904) {
    /** All shared texts are held in memory. */
    private static final long LARGEST_TEXTS = 32L << 20;

    private static final long LARGEST_OTHER = 4L << 20;

    /** Quoted text, escaped characters, and colours or conditions of a number format. */
    private static final Pattern NO_FORMAT = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|[*].");

    private static final Pattern DAY_OR_YEAR = Pattern.compile("[yYdDeE年月日]|(?i)m{1,5}(?=[-/. ]|$)");

    static XlsxBook read(XlsxParts parts) throws IOException, XMLStreamException {
        var book = officeDocument(parts);
        var folder = book.substring(0, book.lastIndexOf('/') + 1);
        var targets = new HashMap<String, String>();
        var types = new HashMap<String, String>();
        try (var part = parts.read(folder + "_rels/" + book.substring(folder.length()) + ".rels", LARGEST_OTHER)) {
            while (part.nextStart()) {
                if (part.is("Relationship")) {
                    var target = resolved(folder, part.attribute("Target"));
                    targets.put(part.attribute("Id"), target);
                    types.put(lastPart(part.attribute("Type")), target);
                }
            }
        }
        var sheets = new ArrayList<String>();
        boolean since1904 = false;
        try (var part = parts.read(book, LARGEST_OTHER)) {
            while (part.nextStart()) {
                if (part.is("workbookPr")) {
                    since1904 = part.attribute("date1904").matches("1|true");
                } else if (part.is("sheet") && !part.attribute("state").matches("hidden|veryHidden")) {
                    sheets.add(targets.getOrDefault(relation(part.xml()), ""));
                }
            }
        }
        sheets.removeIf(sheet -> !parts.has(sheet));
        return new XlsxBook(
                sheets, texts(parts, types.get("sharedStrings")), dates(parts, types.get("styles")), since1904);
    }

    private static String officeDocument(XlsxParts parts) throws IOException, XMLStreamException {
        try (var part = parts.read("_rels/.rels", LARGEST_OTHER)) {
            while (part.nextStart()) {
                if (part.is("Relationship") && lastPart(part.attribute("Type")).equals("officeDocument")) {
                    return resolved("", part.attribute("Target"));
                }
            }
        }
        throw new XMLStreamException("This archive is no workbook");
    }

    private static String resolved(String folder, String target) {
        return target.startsWith("/") ? target.substring(1) : folder + target;
    }

    private static String lastPart(String type) {
        return type.substring(type.lastIndexOf('/') + 1);
    }

    private static String relation(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("id") && xml.getAttributeNamespace(i) != null) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private static SharedTexts texts(XlsxParts parts, @Nullable String name) throws IOException, XMLStreamException {
        var texts = new SharedTexts();
        if (name == null || !parts.has(name)) {
            return texts;
        }
        try (var part = parts.read(name, LARGEST_TEXTS)) {
            while (part.nextStart()) {
                if (part.is("si")) {
                    texts.add(text(part.xml(), "si"));
                }
            }
        } catch (XMLStreamException broken) {
            if (tooLarge(broken)) {
                throw XlsxFile.tooLarge("TOO_MANY_TEXTS", "sheets.import.xlsx.texts");
            }
            throw broken;
        } catch (XlsxParts.TooLarge tooLarge) {
            throw XlsxFile.tooLarge("TOO_MANY_TEXTS", "sheets.import.xlsx.texts");
        }
        return texts;
    }

    static boolean tooLarge(XMLStreamException broken) {
        return broken.getNestedException() instanceof XlsxParts.TooLarge
                || broken.getCause() instanceof XlsxParts.TooLarge;
    }

    /** The text of an element whose start is at hand, without how it is pronounced; goes on to its end. */
    static String text(XMLStreamReader xml, String element) throws XMLStreamException {
        var text = new StringBuilder();
        boolean within = false;
        int spoken = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                within |= xml.getLocalName().equals("t");
                spoken += xml.getLocalName().equals("rPh") ? 1 : 0;
            } else if (event == XMLStreamReader.END_ELEMENT) {
                within &= !xml.getLocalName().equals("t");
                spoken -= xml.getLocalName().equals("rPh") ? 1 : 0;
                if (xml.getLocalName().equals(element)) {
                    return text.toString();
                }
            } else if (within && spoken == 0 && xml.isCharacters() && text.length() <= XlsxFile.LONGEST_ROW) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    private static List<Boolean> dates(XlsxParts parts, @Nullable String name) throws IOException, XMLStreamException {
        var dates = new ArrayList<Boolean>();
        if (name == null || !parts.has(name)) {
            return dates;
        }
        Map<String, String> formats = new HashMap<>();
        boolean within = false;
        try (var part = parts.read(name, LARGEST_OTHER)) {
            while (part.nextStart()) {
                if (part.is("numFmt")) {
                    formats.put(part.attribute("numFmtId"), part.attribute("formatCode"));
                } else if (part.is("cellXfs")) {
                    within = true;
                } else if (part.is("xf") && within) {
                    dates.add(isDate(part.attribute("numFmtId"), formats));
                } else if (!part.is("alignment") && !part.is("protection") && !part.is("xf")) {
                    within = false;
                }
            }
        }
        return dates;
    }

    /** Formats 14 to 17 and 22 are dates everywhere, 27 to 36 and 50 to 58 in East Asia (ECMA-376, 18.8.30). */
    private static boolean isDate(String id, Map<String, String> formats) {
        var format = formats.get(id);
        if (format != null) {
            return DAY_OR_YEAR.matcher(NO_FORMAT.matcher(format).replaceAll("")).find();
        }
        return id.matches("1[4-7]|22|2[7-9]|3[0-6]|5[0-8]");
    }
}
