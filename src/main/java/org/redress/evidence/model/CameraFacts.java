package org.redress.evidence.model;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * What the camera wrote into a JPEG (EXIF), and we use: never the place.
 *
 * @param orientation how the sensor was held: 1 is upright (EXIF 2.32, tag 0x0112)
 * @param takenAt by the camera's clock
 */
public record CameraFacts(int orientation, @Nullable Instant takenAt) {
    public static final CameraFacts NONE = new CameraFacts(1, null);

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** Nothing is read from other types: their metadata can be compressed without bound, and phones send JPEG. */
    public static CameraFacts of(FileType type, InputStream content) {
        if (type != FileType.JPEG) {
            return NONE;
        }
        try {
            var exif = JpegMetadataReader.readMetadata(content, List.of(new ExifReader()));
            return new CameraFacts(orientation(exif), takenAt(exif));
        } catch (ImageProcessingException | IOException | RuntimeException broken) {
            return NONE;
        }
    }

    private static int orientation(Metadata exif) {
        var directory = exif.getFirstDirectoryOfType(ExifIFD0Directory.class);
        var held = directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return held == null || held < 1 || held > 8 ? 1 : held;
    }

    private static @Nullable Instant takenAt(Metadata exif) {
        var directory = exif.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        var date = directory == null ? null : directory.getDateOriginal(TimeZone.getTimeZone("UTC"));
        return date == null || !isPlausible(date.toInstant()) ? null : date.toInstant();
    }

    /** A clock that was never set says nothing. */
    private static boolean isPlausible(Instant taken) {
        return taken.isAfter(EARLIEST) && taken.isBefore(LATEST);
    }

    /** Whether width and height change places when the picture is set upright. */
    public boolean isOnItsSide() {
        return orientation >= 5;
    }
}
