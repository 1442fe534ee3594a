package org.redress.manners.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A text with nothing but its letters and digits, so that {@code HE-200 31}, {@code ｈｅ２００３１} and {@code HE20031} are
 * the same; Chinese digits count as digits. Knows where each stood in the folded text.
 */
final class Squeezed {
    private static final String CHINESE_DIGITS = "零一二三四五六七八九";

    private final Folded folded;
    private final String characters;
    private final int[] places;

    /**
     * Where something was found.
     *
     * @param from in the folded text
     * @param to after its last character there
     * @param gaps before which of its characters something else stands, such as a space
     */
    record Place(int from, int to, List<Integer> gaps) {}

    private Squeezed(Folded folded, boolean withDigits) {
        this.folded = folded;
        var text = new StringBuilder();
        var at = new int[folded.length()];
        for (int i = 0; i < folded.length(); i++) {
            char sign = folded.at(i);
            if (Character.isLetterOrDigit(sign) || sign == '〇') {
                at[text.length()] = i;
                text.append(withDigits ? digit(sign) : sign);
            }
        }
        this.characters = text.toString();
        this.places = at;
    }

    static Squeezed of(Folded folded) {
        return new Squeezed(folded, false);
    }

    /** With Chinese digits as digits. */
    static Squeezed ofDigits(Folded folded) {
        return new Squeezed(folded, true);
    }

    static String key(String text) {
        return of(Folded.of(text)).characters;
    }

    private static char digit(char sign) {
        int value = sign == '〇' ? 0 : CHINESE_DIGITS.indexOf(sign);
        return value < 0 ? sign : (char) ('0' + value);
    }

    /** Where a key stands as a whole: it does not begin or end within a word or a number. */
    List<Place> find(String key, Predicate<Place> isMeant) {
        var places = new ArrayList<Place>();
        if (key.isEmpty()) {
            return places;
        }
        for (int at = characters.indexOf(key); at >= 0; at = characters.indexOf(key, at + 1)) {
            var place = place(at, key.length());
            if (isWhole(place) && isMeant.test(place)) {
                places.add(place);
            }
        }
        return places;
    }

    private Place place(int at, int length) {
        var gaps = new ArrayList<Integer>();
        for (int i = 1; i < length; i++) {
            if (places[at + i] > places[at + i - 1] + 1) {
                gaps.add(i);
            }
        }
        return new Place(places[at], places[at + length - 1] + 1, gaps);
    }

    private boolean isWhole(Place place) {
        return (place.from() == 0 || !continues(folded.at(place.from() - 1), folded.at(place.from())))
                && (place.to() == folded.length() || !continues(folded.at(place.to() - 1), folded.at(place.to())));
    }

    /** Whether two neighbours belong to one word or number. */
    private static boolean continues(char before, char after) {
        if (Character.isIdeographic(before) || Character.isIdeographic(after)) {
            return false;
        }
        return (Character.isLetter(before) && Character.isLetter(after))
                || (Character.isDigit(before) && Character.isDigit(after));
    }
}
