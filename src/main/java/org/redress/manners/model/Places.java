package org.redress.manners.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Parts of an address by which one learns where somebody lives: street, place, postcode; countries and provinces do not count. */
final class Places {
    private static final Set<String> WIDE = Set.of(
            "uk",
            "unitedkingdom",
            "greatbritain",
            "england",
            "scotland",
            "wales",
            "northernireland",
            "ireland",
            "germany",
            "france",
            "usa",
            "china",
            "gb",
            "cn",
            "中国",
            "中华人民共和国");
    private static final Map<String, List<String>> STREETS = Map.ofEntries(
            Map.entry("lane", List.of("ln")),
            Map.entry("road", List.of("rd")),
            Map.entry("street", List.of("st", "str")),
            Map.entry("avenue", List.of("ave", "av")),
            Map.entry("close", List.of("cl")),
            Map.entry("drive", List.of("dr")),
            Map.entry("square", List.of("sq")),
            Map.entry("court", List.of("ct")),
            Map.entry("crescent", List.of("cres")),
            Map.entry("terrace", List.of("terr")),
            Map.entry("gardens", List.of("gdns")),
            Map.entry("place", List.of("pl")),
            Map.entry("way", List.of()),
            Map.entry("row", List.of()),
            Map.entry("hill", List.of()),
            Map.entry("park", List.of()),
            Map.entry("grove", List.of()));
    private static final Pattern POSTCODE = Pattern.compile("([a-z]{1,2}[0-9][a-z0-9]?) ?([0-9][a-z]{2})");
    private static final Pattern HOUSE = Pattern.compile("^(?:flat|unit|apartment|apt)?\\.? ?[0-9]+[a-z]?,? +");
    private static final Pattern CHINESE_PART =
            Pattern.compile("[^省市区县镇乡路街巷弄号栋幢单室\\s0-9]{2,8}?(?:省|自治区|市|区|县|镇|乡|街道|大道|路|街|巷|弄|小区|花园|苑|公寓|新村|家园|广场|大厦)");
    private static final Pattern CHINESE_TOWN = Pattern.compile("(?:省|自治区|市|(?<!小)区|县|镇|乡)$");
    private static final Pattern DEPOT = Pattern.compile(
            "(?:depot|warehouse|hub|sorting|delivery (?:office|centre)|post office|store|shop|branch|studio|workshop|factory|mill|supplier|team|office|van|lorry|airport|port"
                    + "|仓|分拣|中转|转运|分拨|营业|网点|站点|集散|门店|厂|机场|车间|工作室|分公司|总部)");
    private static final Pattern OURS = Pattern.compile("(?:^|[^a-z])our $|我们(?:在|的)?$|我方(?:在)?$|本店(?:在)?$");
    private static final int AROUND = 14;

    private Places() {}

    /** What to look for in a squeezed text. */
    static Set<String> keys(String part) {
        var keys = new LinkedHashSet<String>();
        var folded = Folded.of(part.strip()).text();
        if (folded.codePoints().anyMatch(Character::isIdeographic)) {
            chinese(folded, keys);
        } else {
            western(folded, keys);
        }
        keys.removeIf(key -> key.length() < 2
                || WIDE.contains(key)
                || (key.chars().allMatch(Character::isDigit) && key.length() < 5));
        return keys;
    }

    private static void western(String part, Set<String> keys) {
        var postcode = POSTCODE.matcher(part);
        while (postcode.find()) {
            keys.add(postcode.group(1) + postcode.group(2));
            if (postcode.group(1).length() > 2) {
                keys.add(postcode.group(1));
            }
        }
        keys.add(Squeezed.key(part));
        for (var piece : part.split("[,;\\n]", -1)) {
            var street = HOUSE.matcher(piece.strip()).replaceFirst("");
            keys.add(Squeezed.key(street));
            var words = List.of(street.split(" +", -1));
            var shorts = STREETS.get(words.getLast());
            if (shorts != null && words.size() > 1) {
                var name = Squeezed.key(String.join("", words.subList(0, words.size() - 1)));
                shorts.forEach(each -> keys.add(name + each));
            }
        }
    }

    private static void chinese(String part, Set<String> keys) {
        keys.add(Squeezed.key(part));
        var found = CHINESE_PART.matcher(part);
        while (found.find()) {
            var name = found.group();
            if (name.endsWith("省") || name.endsWith("自治区")) {
                continue;
            }
            keys.add(name);
            if ((name.endsWith("市") || (name.endsWith("区") && !name.endsWith("小区"))) && name.length() > 2) {
                keys.add(name.substring(0, name.length() - 1));
            }
        }
    }

    /** Whether a part of an address, or what is looked for of it, is a town or a district: many people live there. */
    static boolean isTown(String part, String key, boolean isFirst) {
        if (key.codePoints().anyMatch(Character::isIdeographic)) {
            return key.chars().noneMatch(Character::isDigit)
                    && (CHINESE_TOWN.matcher(key).find() || part.contains(key + "市") || part.contains(key + "区"));
        }
        return !isFirst && part.chars().noneMatch(Character::isDigit) && key.equals(Squeezed.key(part));
    }

    /** A warehouse, a depot or a shop of ours in that place is nobody’s home. */
    static boolean isDepot(Folded text, int from, int to) {
        var after = text.text().substring(to, Math.min(text.length(), to + AROUND));
        var before = text.text().substring(Math.max(0, from - AROUND), from);
        return OURS.matcher(before).find()
                || DEPOT.matcher(after).lookingAt()
                || DEPOT.matcher(after.strip()).lookingAt()
                || (before.strip().endsWith("in") && DEPOT.matcher(before).find());
    }
}
