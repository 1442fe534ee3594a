package org.redress.claims.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.WholeFile;
import org.redress.claims.WholeFile.Form;
import org.redress.claims.model.EntryName;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.EvidenceKind;
import org.redress.evidence.PictureSize;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Packs a claim's whole file, one entry after the other. */
@Component
class FileArchive {
    private final FilePress press;
    private final Evidence evidence;
    private final JsonMapper json;

    FileArchive(FilePress press, Evidence evidence, JsonMapper json) {
        this.press = press;
        this.evidence = evidence;
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    /**
     * @param sha256 of the entry as it stands in the archive; null where the evidence is deleted and only its trace is left
     * @param received the evidence when it was received: the same SHA-256, or it was changed since
     */
    private record Packed(
            String name, @Nullable String sha256, @Nullable Received received) {}

    private record Received(
            EvidenceKind kind, String fileName, String mediaType, long bytes, String sha256, Instant receivedAt) {}

    private record Manifest(String claim, Instant packedAt, List<Packed> files) {}

    /** Leaves the stream open. */
    void pack(WholeFile file, OutputStream to) throws IOException {
        var zip = new ZipOutputStream(to);
        var packed = new ArrayList<Packed>();
        packed.add(new Packed(
                file.name(Form.PDF), entry(zip, file.name(Form.PDF), entry -> press.print(file, entry)), null));
        packed.add(new Packed(
                "claim.json",
                entry(zip, "claim.json", entry -> entry.write(file.json().getBytes(StandardCharsets.UTF_8))),
                null));
        int place = 1;
        for (var item : evidence.ofClaim(file.merchant(), file.claim())) {
            packed.add(pack(zip, file, item, place++));
        }
        var manifest =
                json.writeValueAsBytes(new Manifest(file.number(), file.words().now(), packed));
        entry(zip, "manifest.json", entry -> entry.write(manifest));
        zip.finish();
    }

    private Packed pack(ZipOutputStream zip, WholeFile file, EvidenceItem item, int place) throws IOException {
        if (file.asShown().contains(item.id())) {
            var shown = item.isVideo()
                    ? evidence.video(file.merchant(), item.id())
                    : evidence.picture(file.merchant(), item.id(), PictureSize.DISPLAY);
            var type = item.isVideo() ? item.mediaType() : "image/jpeg";
            return packed(zip, EntryName.of(place, item.fileName(), type), shown, null);
        }
        var received = new Received(
                item.kind(), item.fileName(), item.mediaType(), item.bytes(), item.sha256(), item.receivedAt());
        var name = EntryName.of(place, item.fileName(), item.mediaType());
        return packed(zip, name, evidence.original(file.merchant(), item.id()), received);
    }

    private static Packed packed(
            ZipOutputStream zip, String file, Optional<InputStream> opened, @Nullable Received received)
            throws IOException {
        var name = "evidence/" + file;
        if (opened.isEmpty()) {
            return new Packed(name, null, received);
        }
        try (InputStream content = opened.get()) {
            return new Packed(name, entry(zip, name, content::transferTo), received);
        }
    }

    private interface Content {
        void write(OutputStream to) throws IOException;
    }

    /** Writes an entry and says its SHA-256. */
    private static String entry(ZipOutputStream zip, String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var digest = new DigestOutputStream(zip, sha256());
        content.write(digest);
        zip.closeEntry();
        return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
