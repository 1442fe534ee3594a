package org.redress.evidence.out;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import org.redress.evidence.app.Blobs;
import org.redress.kernel.MerchantId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Files under {@code <redress.home>/evidence/<merchant>/<first two of the hash>/<hash>}. */
@Component
class FolderBlobs implements Blobs {
    private final Path folder;

    FolderBlobs(@Value("${redress.home}") Path home) {
        this.folder = home.resolve("evidence");
    }

    @Override
    public Path incoming() throws IOException {
        return Files.createDirectories(folder.resolve("incoming"));
    }

    @Override
    public void put(MerchantId merchant, String sha256, Form form, Path file) throws IOException {
        var place = place(merchant, sha256, form);
        if (form == Form.ORIGINAL && Files.exists(place)) {
            Files.delete(file);
            return;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        var parent = Files.createDirectories(place.resolveSibling(""));
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(parent);
        force(parent.resolveSibling(""));
    }

    /** A name survives a power cut once its folder is written. */
    private static void force(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public Optional<InputStream> open(MerchantId merchant, String sha256, Form form) throws IOException {
        try {
            return Optional.of(Files.newInputStream(place(merchant, sha256, form)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(MerchantId merchant, String sha256) throws IOException {
        for (var form : Form.values()) {
            Files.deleteIfExists(place(merchant, sha256, form));
        }
    }

    private Path place(MerchantId merchant, String sha256, Form form) {
        var name = form == Form.ORIGINAL ? sha256 : sha256 + "." + form.name().toLowerCase(Locale.ROOT);
        return folder.resolve(merchant.toString())
                .resolve(sha256.substring(0, 2))
                .resolve(name);
    }
}
