package org.redress.sheets.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The XML parts of a workbook, unpacked as they are read and within bounds, whatever the archive says of itself: a ZIP
 * file of a few kilobytes can unpack to gigabytes, and so can one attribute or one text.
 */
final class XlsxParts implements AutoCloseable {
    static final long MOST_UNPACKED = 1L << 30;
    private static final int MOST_PARTS = 2_000;
    private static final int LARGEST_DIRECTORY = 1_000_000;
    private static final int END_RECORD = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private static final XMLInputFactory XML = factory();

    private final ZipFile zip;

    private XlsxParts(ZipFile zip) {
        this.zip = zip;
    }

    /** The JDK's own, whatever else stands on the class path. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** @throws org.redress.kernel.Refused where it would unpack to too much or has too many parts */
    static XlsxParts open(Path file) throws IOException {
        refuseLargeDirectory(file);
        var zip = new ZipFile(file.toFile());
        long unpacked =
                zip.stream().mapToLong(part -> Math.max(0, part.getSize())).sum();
        if (unpacked > MOST_UNPACKED || unpacked < 0) {
            zip.close();
            throw XlsxFile.tooLarge("TOO_LARGE_UNPACKED", "sheets.import.xlsx.unpacked");
        }
        return new XlsxParts(zip);
    }

    /** Opening a ZIP file reads its directory into memory, and a hostile one may be all directory. */
    private static void refuseLargeDirectory(Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(bytes.length(), END_RECORD + LONGEST_COMMENT);
            var tail = new byte[length];
            bytes.seek(bytes.length() - length);
            bytes.readFully(tail);
            for (int at = length - END_RECORD; at >= 0; at--) {
                if (number(tail, at, 4) == 0x06054b50L) {
                    if (number(tail, at + 10, 2) > MOST_PARTS || number(tail, at + 12, 4) > LARGEST_DIRECTORY) {
                        throw XlsxFile.tooLarge("TOO_LARGE_UNPACKED", "sheets.import.xlsx.unpacked");
                    }
                    return;
                }
            }
            throw XlsxFile.unfit("BROKEN_WORKBOOK", "sheets.import.xlsx.broken");
        }
    }

    /** Little-endian. */
    private static long number(byte[] bytes, int at, int length) {
        long number = 0;
        for (int i = length - 1; i >= 0; i--) {
            number = number << 8 | (bytes[at + i] & 0xFF);
        }
        return number;
    }

    boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    /** @throws XMLStreamException where there is no such part */
    Part read(String name, long most) throws IOException, XMLStreamException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new XMLStreamException("There is no part " + name);
        }
        return new Part(new Bounded(zip.getInputStream(entry), most), Math.max(1, entry.getSize()));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** One part, read as XML. */
    static final class Part implements AutoCloseable {
        private final Bounded bytes;
        private final long size;
        private final XMLStreamReader xml;

        private Part(Bounded bytes, long size) throws XMLStreamException {
            this.bytes = bytes;
            this.size = size;
            this.xml = XML.createXMLStreamReader(bytes);
        }

        XMLStreamReader xml() {
            return xml;
        }

        /** Goes on to the next beginning of an element; false at the end. */
        boolean nextStart() throws XMLStreamException {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    return true;
                }
            }
            return false;
        }

        boolean is(String element) {
            return xml.getLocalName().equals(element);
        }

        /** An attribute without a namespace; empty where there is none. */
        String attribute(String name) {
            var value = xml.getAttributeValue(null, name);
            return value == null ? "" : value;
        }

        int read(int whole) {
            return (int) Math.min(whole, bytes.count * whole / size);
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }

    /** More than may be unpacked came out. */
    static final class TooLarge extends IOException {}

    /**
     * Bounds all of it, and the distance between two tags, and so every name, attribute and text. Comments, CDATA and
     * document types, in which tags would not count, do not occur in workbooks and are not taken.
     */
    private static final class Bounded extends InputStream {
        private static final int LONGEST_GAP = 1_000_000;

        private final InputStream in;
        private final long most;
        private long count;
        private long tag;
        private int before = -1;

        Bounded(InputStream in, long most) {
            this.in = in;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = in.read(target, offset, length);
            for (int i = 0; i < read; i++) {
                check(target[offset + i]);
            }
            return read;
        }

        private void check(int octet) throws IOException {
            count++;
            if (octet == '<') {
                tag = count;
            } else if (octet == 0 || (before == '<' && (octet == '!' || (octet == '?' && count > 5)))) {
                throw new IOException("This is not how a workbook is written");
            }
            before = octet;
            if (count > most) {
                throw new TooLarge();
            }
            if (count - tag > LONGEST_GAP) {
                throw new IOException("A text of a workbook is beyond all measure");
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
