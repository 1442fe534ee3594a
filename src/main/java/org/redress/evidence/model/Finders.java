package org.redress.evidence.model;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.detector.FinderPatternFinder;

/**
 * Counts what looks like a corner of a QR code. All threes of them are tried, so that a picture drawn full of corners would
 * take hours and gigabytes.
 */
final class Finders extends FinderPatternFinder {
    /** More than 30 codes. */
    private static final int MOST = 100;

    /** Every third line, as the search itself does. */
    private static final int STEP = 3;

    private Finders(BitMatrix picture) {
        super(picture);
    }

    static boolean areFewIn(BitMatrix picture) {
        return new Finders(picture).areFew();
    }

    private boolean areFew() {
        var picture = getImage();
        for (int y = STEP - 1; y < picture.getHeight(); y += STEP) {
            if (!areFew(picture, y)) {
                return false;
            }
        }
        return true;
    }

    /** Follows the runs of black and white on a line: a corner shows as 1, 1, 3, 1, 1. */
    private boolean areFew(BitMatrix picture, int y) {
        var runs = new int[5];
        int run = 0;
        for (int x = 0; x < picture.getWidth(); x++) {
            boolean black = picture.get(x, y);
            if (black == (run % 2 == 0)) {
                runs[run]++;
            } else if (black || run < 4) {
                run++;
                runs[run]++;
            } else if (foundPatternCross(runs) && handlePossibleCenter(runs, y, x)) {
                if (getPossibleCenters().size() > MOST) {
                    return false;
                }
                run = 0;
                doClearCounts(runs);
            } else {
                doShiftCounts2(runs);
                run = 3;
            }
        }
        return true;
    }
}
