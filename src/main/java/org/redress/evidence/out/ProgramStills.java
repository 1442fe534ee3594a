package org.redress.evidence.out;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.evidence.app.Stills;
import org.redress.evidence.model.FileType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Asks libheif and FFmpeg, where they are installed; see docs/evidence.md. */
@Component
class ProgramStills implements Stills {
    /** Larger ones are no pictures of ours. */
    private static final long MOST_BYTES = 20L << 20;

    /** One each second. */
    private static final int STILLS = 4;

    /** What phones and screen recorders write. Everything else stays unopened: the rarest decoders have the most bugs. */
    private static final String CODECS = "h264,hevc,vp8,vp9,av1,libdav1d,libaom-av1,mpeg4,h263,mjpeg";

    private final @Nullable Path heif;
    private final @Nullable Path ffmpeg;
    private final Confined confined;

    @Autowired
    ProgramStills() {
        this(Confined.path());
    }

    /** @param folders where programs may lie */
    ProgramStills(List<Path> folders) {
        this.confined = Confined.in(folders);
        this.heif = confined.find("heif-dec")
                .or(() -> confined.find("heif-convert"))
                .orElse(null);
        this.ffmpeg = confined.find("ffmpeg").orElse(null);
    }

    @Override
    public boolean takes(FileType type) {
        return program(type).isPresent();
    }

    private Optional<Path> program(FileType type) {
        return switch (type) {
            case HEIC -> Optional.ofNullable(heif);
            case MP4, QUICKTIME, WEBM -> Optional.ofNullable(ffmpeg);
            case JPEG, PNG, GIF, BMP, WEBP -> Optional.empty();
        };
    }

    @Override
    public List<byte[]> of(FileType type, InputStream content) throws IOException {
        var program = program(type);
        if (program.isEmpty()) {
            return List.of();
        }
        var folder = Files.createTempDirectory("redress-stills");
        try {
            Files.copy(content, folder.resolve("in"));
            var command = type == FileType.HEIC ? photo(program.get()) : video(program.get(), type);
            return confined.run(folder, command) ? pictures(folder) : List.of();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("The server stops", stopping);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static List<String> photo(Path program) {
        return List.of(program.toString(), "-q", "92", "in", "still.jpg");
    }

    /** The container is named and only local files may be opened, so that no file can make it fetch another. */
    private static List<String> video(Path program, FileType type) {
        return List.of(
                program.toString(),
                "-nostdin",
                "-loglevel",
                "error",
                "-threads",
                "1",
                "-protocol_whitelist",
                "file",
                "-codec_whitelist",
                CODECS,
                "-max_pixels",
                "50000000",
                "-f",
                type == FileType.WEBM ? "matroska" : "mov",
                "-t",
                String.valueOf(STILLS),
                "-i",
                "file:in",
                "-an",
                "-sn",
                "-dn",
                "-map_metadata",
                "-1",
                "-vf",
                "fps=1:round=up,scale='min(1920,iw)':'min(1920,ih)':force_original_aspect_ratio=decrease:out_range=full,format=yuvj420p",
                "-frames:v",
                String.valueOf(STILLS),
                "-threads",
                "1",
                "-q:v",
                "3",
                "-f",
                "image2",
                "still%d.jpg");
    }

    /** Of an HEIC file that holds several photos, the first. */
    private static List<byte[]> pictures(Path folder) throws IOException {
        var pictures = new ArrayList<byte[]>();
        for (var name : List.of("still.jpg", "still-1.jpg", "still1.jpg", "still2.jpg", "still3.jpg", "still4.jpg")) {
            var file = folder.resolve(name);
            if (Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES) {
                pictures.add(Files.readAllBytes(file));
            }
        }
        return pictures;
    }
}
