package org.redress.evidence.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.evidence.CodePlace;
import org.redress.evidence.EvidenceItem.Barcode;
import org.redress.evidence.PictureSize;

/**
 * Everything that is read from one picture.
 *
 * @param width of the upright picture, in pixels
 * @param places where each of the barcodes stands
 * @param renditions JPEGs that may be shown
 * @param fingerprint empty where the picture has no features
 */
public record PictureReading(
        int width,
        int height,
        List<Barcode> barcodes,
        List<CodePlace> places,
        CameraFacts camera,
        Optional<Fingerprint> fingerprint,
        Map<PictureSize, byte[]> renditions) {

    /** @throws IOException where the picture is broken, ends early, or is too large */
    public static PictureReading of(FileType type, byte[] content) throws IOException {
        return of(type, content, CameraFacts.of(type, new ByteArrayInputStream(content)));
    }

    /** A picture that another program made upright already, whatever the camera noted. */
    public static PictureReading ofUpright(FileType type, byte[] content) throws IOException {
        var camera = CameraFacts.of(type, new ByteArrayInputStream(content));
        return of(type, content, new CameraFacts(1, camera.takenAt()));
    }

    private static PictureReading of(FileType type, byte[] content, CameraFacts camera) throws IOException {
        var size = PictureFile.size(type, new ByteArrayInputStream(content))
                .orElseThrow(() -> new IOException("The picture has no size"));
        var picture = PictureFile.decode(type, new ByteArrayInputStream(content));
        var display = Renditions.display(picture, camera.orientation());
        var found = BarcodeReader.find(Luminance.of(picture));
        return new PictureReading(
                camera.isOnItsSide() ? size.height : size.width,
                camera.isOnItsSide() ? size.width : size.height,
                found.stream().map(BarcodeReader.Found::barcode).toList(),
                found.stream()
                        .map(code -> new CodePlace(
                                code.barcode().text(),
                                code.outline().shown(picture.getWidth(), picture.getHeight(), camera.orientation())))
                        .toList(),
                camera,
                Fingerprint.of(Luminance.of(display)),
                Renditions.of(display));
    }
}
