package org.redress.evidence.model;

import com.google.zxing.common.BitMatrix;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Places in a black and white picture where both change often, both ways: print like that is small and square. */
final class Texture {
    /** The picture is looked at in blocks of so many pixels. */
    private static final int BLOCK = 16;

    /** Changes within a block, in each direction, from which it counts. */
    private static final int LEAST_CHANGES = 24;

    private static final int MOST_PLACES = 24;

    private Texture() {}

    record Place(int left, int top, int width, int height) {
        /** With a share of its size more on each side, as far as the picture goes. */
        Place widened(double share, BitMatrix whole) {
            int aside = (int) (Math.max(width, height) * share);
            int newLeft = Math.max(0, left - aside);
            int newTop = Math.max(0, top - aside);
            return new Place(
                    newLeft,
                    newTop,
                    Math.min(whole.getWidth(), left + width + aside) - newLeft,
                    Math.min(whole.getHeight(), top + height + aside) - newTop);
        }

        private boolean isSquarish() {
            return width < 3 * height && height < 3 * width;
        }
    }

    /** Largest first. */
    static List<Place> places(BitMatrix picture) {
        int columns = picture.getWidth() / BLOCK;
        int rows = picture.getHeight() / BLOCK;
        var busy = new boolean[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                busy[row][column] = isBusy(picture, column * BLOCK, row * BLOCK);
            }
        }
        var places = new ArrayList<Place>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (busy[row][column]) {
                    places.add(grown(busy, row, column));
                }
            }
        }
        return places.stream()
                .filter(Place::isSquarish)
                .sorted(Comparator.comparingInt(place -> -place.width() * place.height()))
                .limit(MOST_PLACES)
                .toList();
    }

    private static boolean isBusy(BitMatrix picture, int left, int top) {
        int across = 0;
        int down = 0;
        for (int y = top; y < top + BLOCK; y++) {
            for (int x = left; x < left + BLOCK; x++) {
                var here = picture.get(x, y);
                across += x > left && here != picture.get(x - 1, y) ? 1 : 0;
                down += y > top && here != picture.get(x, y - 1) ? 1 : 0;
            }
        }
        return across >= LEAST_CHANGES && down >= LEAST_CHANGES;
    }

    /** Takes all busy blocks that hang together with this one. */
    private static Place grown(boolean[][] busy, int row, int column) {
        int top = row;
        int bottom = row;
        int left = column;
        int right = column;
        var next = new ArrayDeque<int[]>();
        next.add(new int[] {row, column});
        busy[row][column] = false;
        while (!next.isEmpty()) {
            var block = next.remove();
            top = Math.min(top, block[0]);
            bottom = Math.max(bottom, block[0]);
            left = Math.min(left, block[1]);
            right = Math.max(right, block[1]);
            for (int y = Math.max(0, block[0] - 1); y <= Math.min(busy.length - 1, block[0] + 1); y++) {
                for (int x = Math.max(0, block[1] - 1); x <= Math.min(busy[y].length - 1, block[1] + 1); x++) {
                    if (busy[y][x]) {
                        busy[y][x] = false;
                        next.add(new int[] {y, x});
                    }
                }
            }
        }
        return new Place(left * BLOCK, top * BLOCK, (right - left + 1) * BLOCK, (bottom - top + 1) * BLOCK);
    }
}
