package org.redress.manners.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.manners.Matter;
import org.redress.manners.Matter.Person;

/**
 * Finds in a text what belongs to somebody else: names, addresses, numbers, however they are written. What stands where the
 * customer’s own name, address, number or article stands is theirs. In doubt it is a leak.
 */
final class Secrets {
    static final String CUSTOMER = "LEAKS_CUSTOMER";
    static final String NUMBER = "LEAKS_NUMBER";
    static final String COLLEAGUE = "LEAKS_COLLEAGUE";

    private static final Signs EMAIL = Signs.of("[a-z0-9._%+*-]{1,64}+ ?@ ?[a-z0-9*][a-z0-9.*-]{1,80}+");
    private static final Signs PHONE =
            Signs.of("(?<![a-z0-9])(?:\\+|\\(?0|1[3-9]|\\(\\+)(?:[ ().-]{0,2}[0-9]){6,18}+(?![a-z0-9])");
    private static final Signs MASKED = Signs.of(
            "(?<![a-z0-9*])\\+?([a-z0-9][a-z0-9-]{0,14}+)?+[ -]?(?:[*●•×…]{2,12}+|x{2,8}+)[ -]?([a-z0-9]{1,12}+)?");
    private static final Signs MASKED_BY_X =
            Signs.of("(?<![a-z0-9])([0-9][0-9 -]{1,12}[0-9])[ -]?x{2,8}[ -]?([0-9]{2,6})?(?![a-z0-9])");
    private static final String MASKS = "*●•×…";
    private static final Signs TAIL = Signs.of(
            "(?:ending|ends|ended|last (?:four|4|three|3|five|5|six|6)|尾号|(?:最后|后|末)(?:三|四|五|六|3|4|5|6)位)[^0-9\\n]{0,15}([0-9]{3,6})(?![0-9])");
    private static final Signs TRACKING = Signs.of(
            "(?<![a-z0-9])(?:(?:[a-z]{1,4}-?|(?:sf|yt|jd|jt|zto|yd|ems|dhl|dpd|ups|rr|cp) )[0-9](?:[ -]?[0-9]){6,19}[a-z]{0,2}|1z[ ]?[a-z0-9]{16}|[0-9](?:[ -]?[0-9]){9,24})(?![a-z0-9])");
    private static final Signs CLAIM = Signs.of("[2-9a-hjkmnp-z]{4}-[2-9a-hjkmnp-z]{4}(?![a-z0-9-])");
    private static final Pattern OF_A_SHOP = Pattern.compile(
            "(?:help|support|service|services|customerservice|customer[.-]?service|customer[.-]?care|info|hello|hi|care|contact|returns?|orders?|shop|store|team|mail|office|privacy|complaints|kefu|cs|noreply|no-reply|sales)[0-9]{0,2}@.*");
    private static final Pattern HOTLINE =
            Pattern.compile("(?:0800|0808|0300|0330|0333|0343|0344|0345|0370|0371|0844|0845|0870|1?800|1?888|400).*");
    private static final int SHORTEST_PHONE = 9;
    private static final int LONGEST_PHONE = 15;
    private static final int LINE_OF_A_NAME = 40;

    private static final Set<String> TITLES = Set.of(
            "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "madam", "mister", "madame", "family");
    private static final Pattern CLOSING = Pattern.compile(
            ".{0,60}(?:regards|wishes|sincerely|faithfully|yours|thanks|thank you|cheers|warmly|此致|敬礼|敬上|祝好|谨上|祝您?.{1,10}|顺颂.{1,6})[,.!。]?");
    private static final List<String> CHINESE_TITLES = List.of(
            "女士", "先生", "小姐", "太太", "老师", "师傅", "阿姨", "叔叔", "大姐", "大哥", "同学", "经理", "主管", "夫人", "组长", "班长", "某");
    /** Titles that are also parts of other words: they count where what comes before is no part of one. */
    private static final List<String> SHORT_TITLES = List.of("总", "姐", "哥", "工", "姨", "叔", "队");

    private static final Set<String> DOUBLE_SURNAMES =
            Set.of("欧阳", "司马", "上官", "诸葛", "令狐", "皇甫", "尉迟", "公孙", "慕容", "夏侯", "东方", "端木", "长孙", "宇文", "司徒");
    private static final String AMBIGUOUS_SURNAMES = "时包金米方钱白黄毛马花路平件计项程单高区";
    private static final String PARTICLES = "的把在是说已和跟与给那也就将被，。,.、：:!?！？的处家拿放贴装打扫漏错弄没忘搞发";
    private static final String BEFORE_TITLES = "的是给和跟由与让被向找位叫，。,.:：、 \n";
    private static final Set<String> GIVEN_WORDS =
            Set.of("高兴", "平安", "国庆", "文静", "美丽", "健康", "和平", "明天", "春天", "阳光", "清楚", "开心", "安心", "新年", "可可", "天天");

    private static final Set<String> WORDY = new HashSet<>();
    private static final Set<String> WORDY_AT_THE_START = new HashSet<>();

    static {
        for (var row : MannersFiles.rows("names-that-are-words.txt")) {
            for (var word : row.getFirst().split(" ", -1)) {
                if (word.startsWith("^")) {
                    WORDY_AT_THE_START.add(word.substring(1));
                }
                WORDY.add(word.startsWith("^") ? word.substring(1) : word);
            }
        }
    }

    /**
     * Something found, between two places of the folded text.
     *
     * @param what by what one learns of somebody
     * @param sure whether it is known to be somebody else’s; a number that nobody knows may be a carrier’s or a new parcel’s
     */
    record Leak(String rule, What what, int from, int to, boolean sure) {
        /** Whether it is another customer by name or by where they live. */
        boolean isPerson() {
            return what == What.NAME || what == What.HOME;
        }
    }

    /** By what one learns of somebody. */
    enum What {
        NAME,
        /** Street, house or postcode. */
        HOME,
        /** A town or a district, where many people live. */
        TOWN,
        /** A telephone, an e-mail address or a number. */
        NUMBER
    }

    private final Text text;
    private final Folded folded;
    private final Squeezed squeezed;
    private final Squeezed digits;
    private final Matter matter;
    private final Own own;
    private final List<Leak> leaks = new ArrayList<>();

    private Secrets(Text text, Matter matter) {
        this.text = text;
        this.folded = text.folded();
        this.squeezed = Squeezed.of(folded);
        this.digits = Squeezed.ofDigits(folded);
        this.matter = matter;
        this.own = new Own(matter, squeezed, folded.length());
    }

    /** In the order of the text; none within another of the same rule. */
    static List<Leak> find(Text text, Matter matter) {
        var secrets = new Secrets(text, matter);
        for (var person : matter.others().people()) {
            secrets.person(person);
        }
        matter.others().colleagues().forEach(secrets::colleague);
        matter.others().numbers().forEach(secrets::number);
        secrets.strangers();
        secrets.claims();
        new Strangers(secrets.folded, secrets.own).find((from, to) -> {
            if (!secrets.isKnown(from, to)) {
                secrets.add(CUSTOMER, from, to, false);
            }
        });
        secrets.masked();
        secrets.tails();
        return secrets.sorted();
    }

    private List<Leak> sorted() {
        var sorted = leaks.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Leak::from).thenComparing(Leak::to, Comparator.reverseOrder()))
                .toList();
        var outer = new ArrayList<Leak>();
        for (var leak : sorted) {
            boolean isWithin = outer.stream()
                    .skip(Math.max(0, outer.size() - 8))
                    .anyMatch(each -> each.rule().equals(leak.rule()) && each.to() >= leak.to());
            if (!isWithin) {
                outer.add(leak);
            }
        }
        return outer;
    }

    private void add(String rule, int from, int to) {
        add(rule, What.NUMBER, from, to, true);
    }

    private void add(String rule, int from, int to, boolean sure) {
        add(rule, What.NUMBER, from, to, sure);
    }

    private void add(String rule, What what, int from, int to, boolean sure) {
        if (!own.covers(from, to)) {
            leaks.add(new Leak(rule, what, from, to, sure));
        }
    }

    /** By name, or as records call them: {@code op-3}. */
    private void colleague(String name) {
        if (name.chars().noneMatch(Character::isDigit)) {
            name(name, COLLEAGUE);
        } else if (name.chars().anyMatch(Character::isLetter)) {
            digits.find(Squeezed.key(name), place -> true).forEach(found -> add(COLLEAGUE, found.from(), found.to()));
        }
    }

    private void person(Person person) {
        if (person.name() != null) {
            name(person.name(), CUSTOMER);
        }
        if (person.email() != null) {
            email(person.email());
        }
        if (person.phone() != null) {
            phone(person.phone());
        }
        for (int i = 0; i < person.address().size(); i++) {
            var part = person.address().get(i);
            boolean isFirst = i == 0 && person.address().size() > 1;
            Places.keys(part).stream().filter(key -> !own.hasPlace(key)).forEach(key -> {
                var what = Places.isTown(part, key, isFirst) ? What.TOWN : What.HOME;
                squeezed.find(key, place -> true).forEach(found -> place(key, what, found));
            });
        }
    }

    private void place(String key, What what, Squeezed.Place found) {
        boolean isPlain = !WORDY.contains(key) || folded.isCapital(found.from());
        if (isPlain && !Places.isDepot(folded, found.from(), found.to())) {
            add(CUSTOMER, what, found.from(), found.to(), true);
        }
    }

    private void email(String email) {
        var key = Squeezed.key(email);
        int at = email.indexOf('@');
        squeezed.find(key, place -> true).forEach(found -> add(CUSTOMER, found.from(), found.to()));
        if (at > 0) {
            var local = email.substring(0, at);
            var spoken = Squeezed.key(local.replace(".", "dot")) + "at"
                    + Squeezed.key(email.substring(at + 1).replace(".", "dot"));
            var half = Squeezed.key(local) + "at"
                    + Squeezed.key(email.substring(at + 1).replace(".", "dot"));
            for (var each : List.of(spoken, half, Squeezed.key(local) + "at" + Squeezed.key(email.substring(at + 1)))) {
                squeezed.find(each, place -> true).forEach(found -> add(CUSTOMER, found.from(), found.to()));
            }
            if (Squeezed.key(local).length() > 4 && !own.hasWord(Squeezed.key(local))) {
                squeezed.find(Squeezed.key(local), place -> true)
                        .forEach(found -> add(CUSTOMER, found.from(), found.to()));
            }
        }
    }

    private void phone(String phone) {
        var key = Squeezed.key(phone);
        for (var each : List.of(key, national(key), "0" + national(key))) {
            if (each.length() >= 7) {
                digits.find(each, place -> true).forEach(found -> add(CUSTOMER, found.from(), found.to()));
            }
        }
    }

    static String national(String digits) {
        var rest = digits.startsWith("00") ? digits.substring(2) : digits;
        for (var country : List.of("44", "86", "49", "33", "353", "1")) {
            if (rest.startsWith(country) && rest.length() > country.length() + 8) {
                return rest.substring(country.length());
            }
        }
        return rest.startsWith("0") ? rest.substring(1) : rest;
    }

    private void number(String number) {
        var key = Squeezed.key(number);
        digits.find(key, place -> true).forEach(found -> add(NUMBER, found.from(), found.to()));
        var bare = key.replaceAll("[^0-9]", "");
        if (bare.length() >= 5 && !bare.equals(key) && !own.hasDigits(bare)) {
            digits.find(bare, place -> true).forEach(found -> add(NUMBER, found.from(), found.to()));
        }
    }

    private void name(String name, String rule) {
        if (name.codePoints().anyMatch(Character::isIdeographic)) {
            chineseName(Squeezed.key(name), rule);
        } else {
            westernName(name, rule);
        }
    }

    private void westernName(String name, String rule) {
        var parts = Stream.of(name.strip().split("[\\s,]+", -1))
                .map(Squeezed::key)
                .filter(part -> !part.isEmpty() && !TITLES.contains(part))
                .toList();
        if (parts.isEmpty()) {
            return;
        }
        inOneOrder(parts, rule);
        if (parts.size() > 1) {
            inOneOrder(parts.reversed(), rule);
            inOneOrder(List.of(parts.getFirst(), parts.getLast()), rule);
            initials(parts, rule);
        }
        titled(parts.getLast(), rule);
        lone(String.join("", parts.subList(Math.min(1, parts.size() - 1), parts.size())), rule);
        for (var part : parts) {
            lone(part, rule);
        }
        for (var part : name.split("[\\s,-]+", -1)) {
            lone(Squeezed.key(part), rule);
        }
    }

    /** All parts one after the other: between them may stand what likes, within them nothing, unless every letter is apart. */
    private void inOneOrder(List<String> parts, String rule) {
        var breaks = new HashSet<Integer>();
        int length = 0;
        for (var part : parts) {
            length += part.length();
            breaks.add(length);
        }
        int all = length;
        boolean isWordy = WORDY.containsAll(parts);
        squeezed
                .find(
                        String.join("", parts),
                        found ->
                                breaks.containsAll(found.gaps()) || found.gaps().size() == all - 1)
                .stream()
                .filter(found -> !isWordy || folded.isCapital(found.from()))
                .forEach(found -> addName(rule, found.from(), found.to()));
    }

    private void initials(List<String> parts, String rule) {
        var first = parts.getFirst();
        var last = parts.getLast();
        var pattern =
                Pattern.compile("(?<![a-z0-9])(?:" + Pattern.quote(first.substring(0, 1)) + "(?:\\*{1,12}| ?\\.) ?"
                        + "(?:" + Pattern.quote(last) + "|" + Pattern.quote(last.substring(0, 1)) + "\\*{1,12})|"
                        + Pattern.quote(first) + " " + Pattern.quote(last.substring(0, 1)) + "(?:\\.|\\*{1,12}))");
        var found = pattern.matcher(folded.text());
        while (found.find()) {
            add(rule, What.NAME, found.start(), found.end(), true);
        }
    }

    private void titled(String surname, String rule) {
        if (own.hasName(surname)) {
            return;
        }
        for (int at = 0; at < text.size(); at++) {
            int name = text.form(at + 1).equals("·") || text.form(at + 1).equals(".") ? at + 2 : at + 1;
            if (TITLES.contains(text.form(at))
                    && text.form(name).startsWith(surname)
                    && text.form(name).length() <= surname.length() + 1) {
                add(rule, What.NAME, text.word(at).from(), text.word(name).to(), true);
            }
        }
    }

    /** A first name or a surname by itself: it is meant where it is no word that stands there anyway. */
    private void lone(String part, String rule) {
        if (part.length() < 3 || own.hasWord(part)) {
            return;
        }
        for (var key : List.of(part, part + "s")) {
            squeezed.find(key, found -> found.gaps().isEmpty()).stream()
                    .filter(found -> !WORDY.contains(part) || isMeantAsAName(part, found.from()))
                    .forEach(found -> addName(rule, found.from(), found.to()));
        }
    }

    private boolean isMeantAsAName(String word, int from) {
        return folded.isCapital(from) && !(WORDY_AT_THE_START.contains(word) && isAtTheStart(from));
    }

    private boolean isAtTheStart(int from) {
        int at = from - 1;
        while (at >= 0 && (folded.at(at) == ' ' || folded.at(at) == '"' || folded.at(at) == '“')) {
            at--;
        }
        return at < 0 || ".!?\n:-".indexOf(folded.at(at)) >= 0;
    }

    private void addName(String rule, int from, int to) {
        if (!isSignature(from, to)) {
            add(rule, What.NAME, from, to, true);
        }
    }

    /** Whoever signs may be called as another is: a line of its own after a closing. */
    private boolean isSignature(int from, int to) {
        int line = folded.text().lastIndexOf('\n', from) + 1;
        int end = folded.text().indexOf('\n', to);
        if (line == 0 || from > line + 1 || (end < 0 ? folded.length() : end) - to > LINE_OF_A_NAME) {
            return false;
        }
        var rest = folded.text().substring(to, end < 0 ? folded.length() : end).strip();
        if (!rest.isEmpty() && !rest.startsWith(",")) {
            return false;
        }
        int before = line - 1;
        while (before > 0 && Character.isWhitespace(folded.at(before - 1))) {
            before--;
        }
        var closing = folded.text()
                .substring(Math.max(0, Math.max(before - 80, folded.text().lastIndexOf('\n', before - 1) + 1)), before);
        return CLOSING.matcher(closing.strip()).matches();
    }

    private void chineseName(String name, String rule) {
        boolean isDouble = name.length() > 2 && DOUBLE_SURNAMES.contains(name.substring(0, 2));
        var surname = name.substring(0, isDouble ? 2 : 1);
        var given = name.substring(surname.length());
        squeezed.find(name, found -> true).forEach(found -> addName(rule, found.from(), found.to()));
        if (given.length() > 1 && !own.hasWord(given) && !GIVEN_WORDS.contains(given)) {
            squeezed.find(given, found -> found.gaps().isEmpty())
                    .forEach(found -> addName(rule, found.from(), found.to()));
        }
        if (given.length() == 1 && !own.hasWord(given)) {
            for (var called : List.of("小" + given, "阿" + given, given + "姐", given + "哥")) {
                squeezed.find(
                                called,
                                found -> isOneOf(BEFORE_TITLES, found.from() - 1) || isOneOf(PARTICLES, found.to()))
                        .forEach(found -> called(rule, found));
            }
        }
        if (!own.isCalled(surname)) {
            if (isDouble) {
                squeezed.find(surname, found -> true).forEach(found -> called(rule, found));
            }
            for (var title : CHINESE_TITLES) {
                squeezed.find(surname + title, found -> true).forEach(found -> called(rule, found));
            }
            for (var title : SHORT_TITLES) {
                squeezed.find(
                                surname + title,
                                found -> isOneOf(BEFORE_TITLES, found.from() - 1) || isOneOf(PARTICLES, found.to()))
                        .forEach(found -> called(rule, found));
            }
            for (var before : List.of("小", "老", "阿", "姓")) {
                squeezed.find(
                                before + surname,
                                found -> before.equals("姓")
                                        || !AMBIGUOUS_SURNAMES.contains(surname)
                                        || isOneOf(PARTICLES, found.to()))
                        .forEach(found -> addName(rule, found.from(), found.to()));
            }
        }
        var hidden = Pattern.compile(Pattern.quote(surname) + " ?(?:[*×●○_]{1,6}|x{1,3}(?![a-z])|某)"
                + (given.isEmpty() ? "" : "|(?<![*×●○\\p{IsHan}])[*×●○]{1,4}" + Pattern.quote(given)));
        var found = hidden.matcher(folded.text());
        while (found.find()) {
            if (!own.isCalled(surname)) {
                add(rule, What.NAME, found.start(), found.end(), true);
            }
        }
    }

    private void called(String rule, Squeezed.Place found) {
        add(rule, What.NAME, found.from(), found.to(), true);
    }

    /** Whether the sign there is one of these; the ends of the text are. */
    private boolean isOneOf(String signs, int at) {
        return at < 0 || at >= folded.length() || signs.indexOf(folded.at(at)) >= 0;
    }

    /** Mail addresses, phone and tracking numbers that are nobody’s we know of: not the customer’s own, nor a shop’s. */
    private void strangers() {
        var email = EMAIL.in(folded.text());
        while (folded.text().indexOf('@') >= 0 && email.find()) {
            var said = email.group().replace(" ", "");
            if (!OF_A_SHOP.matcher(said).matches() && !own.isEmail(said)) {
                add(CUSTOMER, email.start(), email.end(), false);
            }
        }
        var phone = PHONE.in(folded.text());
        while (phone.find()) {
            var said = phone.group().replaceAll("[^0-9]", "");
            boolean isLong = said.length() >= SHORTEST_PHONE && said.length() <= LONGEST_PHONE;
            if (isLong
                    && !isKnown(phone.start(), phone.end())
                    && !own.isPhone(said)
                    && !HOTLINE.matcher(said).matches()
                    && !HOTLINE.matcher("0" + national(said)).matches()) {
                add(CUSTOMER, phone.start(), phone.end(), false);
            }
        }
        var tracking = TRACKING.in(folded.text());
        while (tracking.find()) {
            var said = Squeezed.key(tracking.group());
            if (!isKnown(tracking.start(), tracking.end())
                    && !own.isNumber(said)
                    && !own.isPhone(said)
                    && !HOTLINE.matcher(said).matches()) {
                add(NUMBER, tracking.start(), tracking.end(), false);
            }
        }
        for (var shape : own.shapes()) {
            var other = shape.matcher(folded.text());
            while (other.find()) {
                boolean isApart = other.group().contains(" ") && !folded.isCapital(other.start());
                if (!isApart && !isKnown(other.start(), other.end()) && !own.isNumber(Squeezed.key(other.group()))) {
                    add(NUMBER, other.start(), other.end(), false);
                }
            }
        }
    }

    /** A number like those of our claims: the letters and digits that those are made of, in two fours. */
    private void claims() {
        var claim = CLAIM.in(folded.text());
        while (claim.find()) {
            boolean isNumber = claim.group().chars().anyMatch(Character::isDigit)
                    && (claim.start() == 0 || !Character.isLetterOrDigit(folded.at(claim.start() - 1)));
            if (isNumber && !isKnown(claim.start(), claim.end()) && !own.isNumber(Squeezed.key(claim.group()))) {
                add(NUMBER, claim.start(), claim.end(), false);
            }
        }
    }

    private boolean isKnown(int from, int to) {
        return leaks.stream().anyMatch(leak -> leak.from() < to && from < leak.to());
    }

    /** {@code 138****5678}, {@code HE-2**31}: beginning and end are enough to tell whose it is. */
    private void masked() {
        if (MASKS.chars().noneMatch(mask -> folded.text().indexOf(mask) >= 0)
                && !folded.text().contains("xx")) {
            return;
        }
        for (var pattern : List.of(MASKED, MASKED_BY_X)) {
            var found = pattern.in(folded.text());
            while (found.find()) {
                var beginning = Squeezed.key(Objects.requireNonNullElse(found.group(1), ""));
                var end = Squeezed.key(Objects.requireNonNullElse(found.group(2), ""));
                if (beginning.length() + end.length() >= 4 && digitsOf(beginning + end) >= 3) {
                    telling(beginning, end, found.start(), found.end());
                }
            }
        }
    }

    private static long digitsOf(String text) {
        return text.chars().filter(Character::isDigit).count();
    }

    private void tails() {
        var found = TAIL.in(folded.text());
        while (found.find()) {
            telling("", Objects.requireNonNullElse(found.group(1), ""), found.start(), found.end());
        }
    }

    private void telling(String beginning, String end, int from, int to) {
        if (own.fits(beginning, end)) {
            return;
        }
        boolean isPhone =
                matter.others().people().stream().map(Person::phone).anyMatch(phone -> fits(phone, beginning, end));
        if (matter.others().numbers().stream().anyMatch(number -> fits(number, beginning, end))) {
            add(NUMBER, from, to);
        } else if (isPhone || (beginning.matches("(?:1[3-9]|0[1-9]|44|86)[0-9]{1,5}") && end.length() > 1)) {
            add(CUSTOMER, from, to);
        }
    }

    static boolean fits(@Nullable String whole, String beginning, String end) {
        if (whole == null) {
            return false;
        }
        var key = Squeezed.key(whole);
        boolean ends = key.endsWith(end);
        return ends
                && (key.startsWith(beginning)
                        || national(key).startsWith(beginning)
                        || ("0" + national(key)).startsWith(beginning));
    }
}
