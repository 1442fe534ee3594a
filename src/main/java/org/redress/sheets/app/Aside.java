package org.redress.sheets.app;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.redress.sheets.SheetKind;

/**
 * Rows that wait until the whole file has been read, laid into many small files by their key, so that those of one key lie in
 * one file and each file alone fits into memory. Which key goes where changes from run to run: nobody can fill one of them on
 * purpose.
 */
final class Aside implements AutoCloseable {
    static final int PARTS = 64;

    /** @param texts empty for a row that is one too many of its key */
    record Waiting(String key, long number, List<String> texts) {}

    private final Path folder;
    private final int seed = ThreadLocalRandom.current().nextInt();
    private final @Nullable DataOutputStream[] parts = new DataOutputStream[PARTS];

    /** @param folder is made, and goes again with what it holds; what an attempt that was cut off left in it goes first */
    Aside(Path folder) throws IOException {
        this.folder = folder;
        delete();
        Files.createDirectory(folder);
    }

    void add(Waiting row) throws IOException {
        int part = Math.floorMod(stirred(row.key().hashCode() ^ seed), PARTS);
        var out = parts[part];
        if (out == null) {
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file(part))));
            parts[part] = out;
        }
        write(out, row.key());
        out.writeLong(row.number());
        out.writeInt(row.texts().size());
        for (var text : row.texts()) {
            write(out, text);
        }
    }

    /** The finalizer of MurmurHash3: each bit of the seed moves every key. */
    private static int stirred(int hash) {
        int stirred = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        stirred = (stirred ^ (stirred >>> 13)) * 0xc2b2ae35;
        return stirred ^ (stirred >>> 16);
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** The rows of a part, key by key, each in the order of the file. Once for each part, after the last row was added. */
    Collection<List<Waiting>> part(int part) throws IOException {
        var rows = new LinkedHashMap<String, List<Waiting>>();
        var out = parts[part];
        if (out == null) {
            return rows.values();
        }
        out.close();
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file(part))))) {
            while (in.available() > 0) {
                var key = read(in);
                long number = in.readLong();
                var texts = new ArrayList<String>();
                for (int left = in.readInt(); left > 0; left--) {
                    texts.add(read(in));
                }
                var same = rows.computeIfAbsent(key, _ -> new ArrayList<>());
                same.add(new Waiting(key, number, same.size() < SheetKind.MOST_TOGETHER ? texts : List.of()));
            }
        }
        Files.delete(file(part));
        return rows.values();
    }

    private static String read(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private Path file(int part) {
        return folder.resolve(Integer.toString(part));
    }

    @Override
    public void close() throws IOException {
        for (var part : parts) {
            if (part != null) {
                part.close();
            }
        }
        delete();
    }

    private void delete() throws IOException {
        delete(folder);
    }

    static void delete(Path folder) throws IOException {
        for (int part = 0; part < PARTS; part++) {
            Files.deleteIfExists(folder.resolve(Integer.toString(part)));
        }
        Files.deleteIfExists(folder);
    }
}
