package org.redress.manners.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redress.manners.Matter;

/** What is the customer’s own, and where it stands in a text: it is never a leak. */
final class Own {
    private static final int SHORTEST_PHONE = 7;

    private final Set<String> names = new HashSet<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> places = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();
    private final List<Pattern> shapes = new ArrayList<>();
    /** At each place of the folded text, how far what is the customer’s own reaches that begins there or before. */
    private final int[] covered;

    private final String name;
    private final String chinese;
    private final String email;
    private final String phone;

    Own(Matter matter, Squeezed squeezed, int length) {
        covered = new int[length + 1];
        var customer = matter.customer();
        name = customer.name() == null ? "" : Squeezed.key(customer.name());
        email = customer.email() == null ? "" : Folded.of(customer.email()).text();
        phone = customer.phone() == null ? "" : Squeezed.key(customer.phone());
        if (customer.name() != null) {
            words(customer.name()).forEach(names::add);
        }
        words.addAll(names);
        Stream.concat(customer.address().stream(), matter.articles().stream())
                .flatMap(Own::words)
                .forEach(words::add);
        customer.address().forEach(part -> places.addAll(Places.keys(part)));
        matter.numbers().forEach(number -> {
            numbers.add(Squeezed.key(number));
            shape(number);
        });
        chinese = Stream.concat(
                        Stream.of(name),
                        Stream.concat(customer.address().stream(), matter.articles().stream())
                                .map(Squeezed::key))
                .filter(each -> each.codePoints().anyMatch(Character::isIdeographic))
                .reduce("", (all, each) -> all + "\n" + each);
        Stream.of(
                        Stream.of(name, phone, Squeezed.key(email)),
                        numbers.stream(),
                        customer.address().stream().map(Squeezed::key),
                        matter.articles().stream().map(Squeezed::key))
                .flatMap(each -> each)
                .filter(key -> key.length() > 1)
                .distinct()
                .flatMap(key -> squeezed.find(key, _ -> true).stream())
                .forEach(place -> covered[place.from()] = Math.max(covered[place.from()], place.to()));
        for (int at = 1; at < covered.length; at++) {
            covered[at] = Math.max(covered[at], covered[at - 1]);
        }
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split("[\\s,/()-]+", -1)).map(Squeezed::key).filter(word -> !word.isEmpty());
    }

    /** What other numbers of the same kind look like: the same letters before a dash, then digits. */
    private void shape(String number) {
        int dash = number.indexOf('-');
        if (dash > 0 && dash < 5 && number.substring(0, dash).chars().allMatch(Character::isLetter)) {
            shapes.add(Pattern.compile("(?<![a-z0-9])"
                    + Pattern.quote(Folded.of(number.substring(0, dash)).text())
                    + "[ -]{0,3}(?=[a-z0-9-]{0,12}[0-9])[a-z0-9]{3,12}(?:-[a-z0-9]{2,12})?+(?![a-z0-9])"));
        }
    }

    boolean covers(int from, int to) {
        return to <= covered[from];
    }

    boolean hasName(String part) {
        return names.contains(part);
    }

    /** Whether it is a word of the customer’s name, address or articles. */
    boolean hasWord(String word) {
        return words.contains(word) || (Character.isIdeographic(word.codePointAt(0)) && chinese.contains(word));
    }

    boolean hasPlace(String key) {
        return places.contains(key);
    }

    /** Whether the customer’s name begins so. */
    boolean isCalled(String surname) {
        return name.startsWith(surname);
    }

    boolean hasDigits(String digits) {
        return numbers.stream()
                .anyMatch(number -> number.replaceAll("[^0-9]", "").equals(digits));
    }

    boolean isEmail(String said) {
        return !email.isEmpty()
                && (said.equals(email) || said.startsWith(email + ".") || (said.contains("*") && isMasked(said)));
    }

    private boolean isMasked(String said) {
        int at = said.indexOf('@');
        int own = email.indexOf('@');
        int star = said.indexOf('*');
        return at > 0
                && own > 0
                && star < at
                && email.startsWith(said.substring(0, star))
                && said.substring(at).equals(email.substring(own));
    }

    boolean isPhone(String digits) {
        var known = Secrets.national(phone);
        var said = Secrets.national(digits);
        return Math.min(known.length(), said.length()) >= SHORTEST_PHONE
                && (known.endsWith(said) || said.endsWith(known));
    }

    boolean isNumber(String key) {
        return numbers.contains(key)
                || numbers.stream()
                        .anyMatch(
                                number -> number.length() >= key.length() && key.length() > 7 && number.contains(key));
    }

    List<Pattern> shapes() {
        return shapes;
    }

    boolean fits(String beginning, String end) {
        return Secrets.fits(phone, beginning, end)
                || numbers.stream().anyMatch(number -> Secrets.fits(number, beginning, end));
    }
}
