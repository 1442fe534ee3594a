package org.redress.investigation.model;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.redress.investigation.Clue;

/**
 * What the records say to each {@link Clue}: true, false or, as long as nothing says so, unknown. Unknown is not false.
 * To be filled by one hand and read by many.
 */
public final class Signs {
    private static final byte UNKNOWN = -1;

    private final byte[] states = new byte[Clue.COUNT];
    private double weightRatio = Double.NaN;
    private byte ownStock = UNKNOWN;
    private boolean saidAsOrdered;
    private byte wholeParcel = UNKNOWN;

    public Signs() {
        Arrays.fill(states, UNKNOWN);
    }

    public Signs set(Clue clue, @Nullable Boolean present) {
        states[clue.index()] = present == null ? UNKNOWN : present ? (byte) 1 : 0;
        return this;
    }

    public @Nullable Boolean of(Clue clue) {
        byte state = states[clue.index()];
        return state == UNKNOWN ? null : Boolean.valueOf(state == 1);
    }

    public boolean isKnown(Clue clue) {
        return states[clue.index()] != UNKNOWN;
    }

    boolean isPresent(int clue) {
        return states[clue] == 1;
    }

    boolean isKnown(int clue) {
        return states[clue] != UNKNOWN;
    }

    /**
     * How much likelier the weight is with what came in the parcel than with what was ordered. It stands in for
     * {@link Clue#WEIGHT_OFF}; not a number where either weight is not known.
     */
    public double weightRatio() {
        return weightRatio;
    }

    public Signs weigh(double ratio) {
        weightRatio = ratio;
        return this;
    }

    /** Whether the goods came from a warehouse of the merchant's own; null where nothing says. */
    public @Nullable Boolean ownStock() {
        return ownStock == UNKNOWN ? null : Boolean.valueOf(ownStock == 1);
    }

    public Signs stock(@Nullable Boolean own) {
        ownStock = own == null ? UNKNOWN : own ? (byte) 1 : 0;
        return this;
    }

    /** Whether the customer says themselves that what came is what they ordered. */
    public boolean isSaidAsOrdered() {
        return saidAsOrdered && isKnown(Clue.CODE_AS_ORDERED);
    }

    public Signs say(boolean asOrdered) {
        saidAsOrdered = asOrdered;
        return this;
    }

    /** Whether the claim is that the whole parcel is another's; null where nobody said. */
    public @Nullable Boolean wholeParcel() {
        return wholeParcel == UNKNOWN ? null : Boolean.valueOf(wholeParcel == 1);
    }

    public Signs whole(boolean parcel) {
        wholeParcel = parcel ? (byte) 1 : 0;
        return this;
    }

    public boolean isWeighed() {
        return !Double.isNaN(weightRatio);
    }

    public Signs with(Clue clue, @Nullable Boolean present) {
        var copy = copy().set(clue, present);
        return clue == Clue.WEIGHT_OFF ? copy.weigh(Double.NaN) : copy;
    }

    /** For keeping: one character a clue, one each for stock, words and parcel, then the ratio of the weight where there is one. */
    public String written() {
        var text = new StringBuilder();
        for (byte state : states) {
            text.append(state == UNKNOWN ? '-' : state == 1 ? '1' : '0');
        }
        text.append(ownStock == UNKNOWN ? '-' : ownStock == 1 ? '1' : '0')
                .append(saidAsOrdered ? '1' : '0')
                .append(wholeParcel == UNKNOWN ? '-' : wholeParcel == 1 ? '1' : '0');
        return isWeighed() ? text + " " + weightRatio : text.toString();
    }

    /** What {@link #written} wrote. */
    public static Signs read(String written) {
        var signs = new Signs();
        for (int i = 0; i < Math.min(Clue.COUNT, written.length()); i++) {
            char state = written.charAt(i);
            signs.states[i] = state == '1' ? (byte) 1 : state == '0' ? 0 : UNKNOWN;
        }
        if (written.length() > Clue.COUNT && written.charAt(Clue.COUNT) != '-') {
            signs.stock(written.charAt(Clue.COUNT) == '1');
        }
        signs.say(written.length() > Clue.COUNT + 1 && written.charAt(Clue.COUNT + 1) == '1');
        if (written.length() > Clue.COUNT + 2 && written.charAt(Clue.COUNT + 2) != '-') {
            signs.whole(written.charAt(Clue.COUNT + 2) == '1');
        }
        return written.length() > Clue.COUNT + 4
                ? signs.weigh(Double.parseDouble(written.substring(Clue.COUNT + 4)))
                : signs;
    }

    private Signs copy() {
        var copy = new Signs();
        System.arraycopy(states, 0, copy.states, 0, states.length);
        copy.weightRatio = weightRatio;
        copy.ownStock = ownStock;
        copy.saidAsOrdered = saidAsOrdered;
        copy.wholeParcel = wholeParcel;
        return copy;
    }

    /** As if only a share of what is known had been recorded. */
    public Signs thinned(double share, RandomGenerator random) {
        var thin = copy();
        for (var clue : Clue.values()) {
            if (random.nextDouble() >= share) {
                thin.set(clue, null);
                if (clue == Clue.WEIGHT_OFF) {
                    thin.weigh(Double.NaN);
                }
            }
        }
        return thin;
    }
}
