package org.redress.rehearsal.model.warehouse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.evidence.EvidenceItem.Barcode;
import org.redress.evidence.EvidenceKind;
import org.redress.gs1.Sscc;
import org.redress.kernel.Gtin;
import org.redress.rehearsal.model.warehouse.Appeal.Shot;

/** Photographs that customers take, and what a reader gets out of them. */
final class Camera {
    private static final double CODE_BY_THE_WAY = 0.25;
    private static final double SSCC_ON_LABEL = 0.3;
    private static final int DAY = 86_400;

    private final World world;
    private final Chance chance;

    Camera(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    /**
     * @param articles what is on the article that is shown, in barcodes
     * @param box the one that they hold
     * @param label of the parcel that they hold
     */
    List<Shot> shots(List<Gtin> articles, Box box, Consignment label, long from, long until) {
        var shots = new ArrayList<Shot>();
        if (world.chance(Parameter.SHOWS_ITEM, chance)) {
            var codes = chance.of(CODE_BY_THE_WAY) ? articles : List.<Gtin>of();
            shots.add(shot(EvidenceKind.ITEM, codes(codes), from, until));
        }
        if (world.chance(Parameter.SHOWS_BARCODE, chance)) {
            shots.add(shot(EvidenceKind.ITEM_BARCODE, codes(articles), from, until));
        }
        if (world.chance(Parameter.SHOWS_LABEL, chance)) {
            shots.add(shot(EvidenceKind.OUTER_LABEL, label(label), from, until));
        }
        var slip = box.slip();
        if (slip != null && world.chance(Parameter.SHOWS_SLIP, chance)) {
            shots.add(shot(EvidenceKind.PACKING_SLIP, read(new Barcode("QR_CODE", slip, null)), from, until));
        }
        return shots;
    }

    private List<Barcode> codes(List<Gtin> articles) {
        var codes = new ArrayList<Barcode>();
        articles.forEach(
                gtin -> codes.addAll(read(new Barcode("EAN_13", gtin.digits().substring(1), gtin))));
        return List.copyOf(codes);
    }

    private List<Barcode> read(Barcode code) {
        return world.chance(Parameter.BARCODE_READ, chance) ? List.of(code) : List.of();
    }

    private List<Barcode> label(Consignment parcel) {
        Sscc sscc = parcel.sscc();
        return read(
                chance.of(SSCC_ON_LABEL)
                        ? new Barcode("CODE_128", "00" + sscc.digits(), null, sscc)
                        : new Barcode("CODE_128", parcel.trackingNumber(), null));
    }

    private Shot shot(EvidenceKind kind, List<Barcode> codes, long from, long until) {
        return new Shot(kind, codes, taken(from, until), null);
    }

    private @Nullable Instant taken(long from, long until) {
        if (!world.chance(Parameter.CAMERA_TIME, chance)) {
            return null;
        }
        long late = world.chance(Parameter.CAMERA_LATE, chance) ? (2 + chance.below(300)) * (long) DAY : 0;
        return world.plan().at(chance.moment(from, until) - late);
    }

    /** An old picture, or one of an earlier claim. */
    Shot pretended(Shot shot, long delivered, @Nullable String earlier) {
        if (earlier != null && world.chance(Parameter.FALSE_PICTURE_AGAIN, chance)) {
            return new Shot(shot.kind(), shot.barcodes(), shot.takenAt(), earlier);
        }
        return world.chance(Parameter.FALSE_PICTURE_OLD, chance)
                ? new Shot(
                        shot.kind(),
                        shot.barcodes(),
                        world.plan().at(delivered - DAY * (long) chance.between(2, 90)),
                        null)
                : shot;
    }

    Shot perhapsAgain(Shot shot, @Nullable String earlier) {
        return earlier != null && world.chance(Parameter.PICTURE_AGAIN, chance)
                ? new Shot(shot.kind(), shot.barcodes(), shot.takenAt(), earlier)
                : shot;
    }
}
