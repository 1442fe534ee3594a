package org.redress.evidence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.database.Json;
import org.redress.evidence.CodePlace;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceItem;
import org.redress.evidence.EvidenceItem.Barcode;
import org.redress.evidence.EvidenceItem.ReadState;
import org.redress.evidence.EvidenceKind;
import org.redress.gs1.Sscc;
import org.redress.kernel.Gtin;
import org.redress.kernel.MerchantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** The rows of {@code evidence.item}; always inside a transaction of the merchant. */
@Repository
public class EvidenceTable {
    private static final TypeReference<List<StoredBarcode>> BARCODES = new TypeReference<>() {};

    private static final TypeReference<List<StoredPlace>> PLACES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;

    EvidenceTable(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A barcode as it stands in the row. */
    private record StoredBarcode(
            String format,
            String text,
            @Nullable String gtin,
            @Nullable String sscc) {
        static StoredBarcode of(Barcode barcode) {
            var gtin = barcode.gtin();
            var sscc = barcode.sscc();
            return new StoredBarcode(
                    barcode.format(),
                    barcode.text(),
                    gtin == null ? null : gtin.digits(),
                    sscc == null ? null : sscc.digits());
        }

        Barcode toBarcode() {
            return new Barcode(
                    format, text, gtin == null ? null : new Gtin(gtin), sscc == null ? null : new Sscc(sscc));
        }
    }

    /** @param corners x and y of each */
    private record StoredPlace(String text, List<Double> corners) {
        static StoredPlace of(CodePlace place) {
            return new StoredPlace(
                    place.text(),
                    place.corners().stream()
                            .flatMap(corner -> Stream.of(corner.x(), corner.y()))
                            .toList());
        }

        CodePlace toPlace() {
            return new CodePlace(
                    text,
                    IntStream.range(0, corners.size() / 2)
                            .mapToObj(at -> new CodePlace.Corner(corners.get(2 * at), corners.get(2 * at + 1)))
                            .toList());
        }
    }

    public void insert(MerchantId merchant, EvidenceItem item) {
        jdbc.sql("""
                INSERT INTO evidence.item (merchant_id, id, claim_id, kind, file_name, media_type, bytes, sha256,
                                           width, height, read_state, received_at)
                VALUES (:merchant, :id, :claim, :kind, :fileName, :mediaType, :bytes, :sha256,
                        :width, :height, :readState, :receivedAt)
                """)
                .param("merchant", merchant.value())
                .param("id", item.id().value())
                .param("claim", item.claim())
                .param("kind", item.kind().name())
                .param("fileName", item.fileName())
                .param("mediaType", item.mediaType())
                .param("bytes", item.bytes())
                .param("sha256", item.sha256())
                .param("width", item.width())
                .param("height", item.height())
                .param("readState", item.readState().name())
                .param("receivedAt", at(item.receivedAt()))
                .update();
    }

    /** False where there is no such file, or another claim has it. */
    public boolean attach(MerchantId merchant, EvidenceId id, UUID claim, EvidenceKind kind, Instant now) {
        return jdbc.sql("""
                UPDATE evidence.item
                SET claim_id = :claim,
                    kind = CASE WHEN claim_id IS NULL THEN :kind ELSE kind END,
                    attached_at = coalesce(attached_at, :now)
                WHERE merchant_id = :merchant AND id = :id AND (claim_id IS NULL OR claim_id = :claim)
                """)
                        .param("merchant", merchant.value())
                        .param("id", id.value())
                        .param("claim", claim)
                        .param("kind", kind.name())
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** Stores a reading, once; false where it is read already or gone. */
    public boolean read(
            MerchantId merchant,
            EvidenceId id,
            ReadState state,
            int width,
            int height,
            List<Barcode> barcodes,
            @Nullable List<CodePlace> places,
            @Nullable Instant takenAt,
            Instant now) {
        return jdbc.sql("""
                UPDATE evidence.item
                SET read_state = :state, width = :width, height = :height, barcodes = :barcodes::jsonb,
                    places = :places::jsonb, taken_at = :takenAt, read_at = :now
                WHERE merchant_id = :merchant AND id = :id AND read_state = 'PENDING'
                """)
                        .param("merchant", merchant.value())
                        .param("id", id.value())
                        .param("state", state.name())
                        .param("width", width)
                        .param("height", height)
                        .param(
                                "barcodes",
                                json.write(
                                        barcodes.stream().map(StoredBarcode::of).toList()))
                        .param(
                                "places",
                                places == null
                                        ? null
                                        : json.write(places.stream()
                                                .map(StoredPlace::of)
                                                .toList()))
                        .param("takenAt", takenAt == null ? null : at(takenAt))
                        .param("now", at(now))
                        .update()
                == 1;
    }

    public Optional<EvidenceItem> find(MerchantId merchant, EvidenceId id) {
        return jdbc.sql("SELECT * FROM evidence.item WHERE merchant_id = ? AND id = ?")
                .params(merchant.value(), id.value())
                .query(this::item)
                .optional();
    }

    /** Oldest first. */
    public List<EvidenceItem> ofClaims(MerchantId merchant, List<UUID> claims) {
        return jdbc.sql("""
                SELECT * FROM evidence.item
                WHERE merchant_id = ? AND claim_id = ANY (?)
                ORDER BY claim_id, id
                """)
                .params(merchant.value(), claims.toArray(UUID[]::new))
                .query(this::item)
                .list();
    }

    /** Keeps receiving and forgetting the same content apart until this transaction ends. */
    public void lock(MerchantId merchant, String sha256) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(merchant + "/" + sha256)
                .query((_, _) -> true)
                .single();
    }

    /**
     * Files that never found a claim, the oldest first.
     *
     * @param after goes on behind this one, or null
     */
    public List<EvidenceItem> waitingSince(
            MerchantId merchant, Instant before, @Nullable EvidenceItem after, int limit) {
        return jdbc.sql("""
                SELECT * FROM evidence.item
                WHERE merchant_id = :merchant AND claim_id IS NULL AND received_at < :before
                AND (received_at, id) > (:afterTime, :afterId)
                ORDER BY received_at, id
                LIMIT :limit
                """)
                .param("merchant", merchant.value())
                .param("before", at(before))
                .param("afterTime", at(after == null ? Instant.EPOCH : after.receivedAt()))
                .param("afterId", after == null ? new UUID(0, 0) : after.id().value())
                .param("limit", limit)
                .query(this::item)
                .list();
    }

    /** False where it has found a claim in the meantime. */
    public boolean deleteWaiting(MerchantId merchant, EvidenceId id) {
        return jdbc.sql("DELETE FROM evidence.item WHERE merchant_id = ? AND id = ? AND claim_id IS NULL")
                        .params(merchant.value(), id.value())
                        .update()
                == 1;
    }

    public boolean holds(MerchantId merchant, String sha256) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM evidence.item WHERE merchant_id = ? AND sha256 = ?)")
                .params(merchant.value(), sha256)
                .query(Boolean.class)
                .single();
    }

    private EvidenceItem item(ResultSet row, int number) throws SQLException {
        return new EvidenceItem(
                new EvidenceId(row.getObject("id", UUID.class)),
                row.getObject("claim_id", UUID.class),
                EvidenceKind.valueOf(row.getString("kind")),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getInt("width"),
                row.getInt("height"),
                ReadState.valueOf(row.getString("read_state")),
                json.read(row.getString("barcodes"), BARCODES).stream()
                        .map(StoredBarcode::toBarcode)
                        .toList(),
                places(row.getString("places")),
                instant(row.getTimestamp("taken_at")),
                row.getTimestamp("received_at").toInstant());
    }

    private @Nullable List<CodePlace> places(@Nullable String stored) {
        return stored == null
                ? null
                : json.read(stored, PLACES).stream().map(StoredPlace::toPlace).toList();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
