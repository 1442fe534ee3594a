package org.redress.claims.model;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.redress.orders.Product;

/**
 * Articles that are easily mixed up: one family, one base code (85123A and 85123B), or one name but for its colour or size.
 */
public final class Likeness {
    /** Digits with a letter or two behind, as catalogues number variants. */
    private static final Pattern BASE_CODE = Pattern.compile("(.*\\d{3,})[A-Za-z]{1,2}");

    private static final Pattern TAIL = Pattern.compile("(.{3,})[-_/. ][^-_/. ]{1,12}");

    private static final Set<String> VARIES = Set.of(
            "red",
            "blue",
            "green",
            "yellow",
            "black",
            "white",
            "grey",
            "gray",
            "pink",
            "purple",
            "orange",
            "brown",
            "silver",
            "gold",
            "ivory",
            "cream",
            "navy",
            "teal",
            "beige",
            "turquoise",
            "lilac",
            "mint",
            "xs",
            "s",
            "m",
            "l",
            "xl",
            "xxl",
            "xxxl",
            "small",
            "medium",
            "large",
            "mini",
            "big",
            "红",
            "红色",
            "蓝",
            "蓝色",
            "绿",
            "绿色",
            "黄",
            "黄色",
            "黑",
            "黑色",
            "白",
            "白色",
            "灰",
            "灰色",
            "粉",
            "粉色",
            "紫",
            "紫色",
            "橙",
            "橙色",
            "棕",
            "棕色",
            "银色",
            "金色",
            "大号",
            "中号",
            "小号",
            "加大",
            "大",
            "中",
            "小");

    private static final Pattern CHINESE_VARIES = Pattern.compile("(红|蓝|绿|黄|黑|白|灰|粉|紫|橙|棕|银|金)色?|[大中小]号|加大");

    private Likeness() {}

    public static boolean isSibling(Product one, Product other) {
        if (one.sku().equals(other.sku())) {
            return false;
        }
        return (one.variantOf() != null && one.variantOf().equals(other.variantOf()))
                || sameBase(one.sku().value(), other.sku().value())
                || sameButForVariant(one.name(), other.name());
    }

    /** 85123A and 85123B; MUG-RED and MUG-BLUE. */
    static boolean sameBase(String one, String other) {
        var code = base(BASE_CODE, one);
        if (!code.isEmpty() && (code.equals(base(BASE_CODE, other)) || code.equals(other))) {
            return true;
        }
        if (!base(BASE_CODE, other).isEmpty() && base(BASE_CODE, other).equals(one)) {
            return true;
        }
        var head = base(TAIL, one);
        return !head.isEmpty() && head.equals(base(TAIL, other)) && !isNumber(one) && !isNumber(other);
    }

    /** The last part of a running number tells nothing. */
    private static boolean isNumber(String code) {
        var tail = code.substring(Math.max(code.lastIndexOf('-'), code.lastIndexOf('_')) + 1);
        return tail.chars().allMatch(Character::isDigit);
    }

    private static String base(Pattern pattern, String code) {
        var matcher = pattern.matcher(code);
        return matcher.matches() ? matcher.group(1) : "";
    }

    /** Red mug and Blue mug; 马克杯 红色 and 马克杯 蓝色. */
    static boolean sameButForVariant(String one, String other) {
        var words = words(one);
        var others = words(other);
        if (words.equals(others)) {
            return !one.equals(other);
        }
        var left = new HashSet<>(words);
        left.removeAll(VARIES);
        var right = new HashSet<>(others);
        right.removeAll(VARIES);
        return !left.isEmpty() && Objects.equals(left, right);
    }

    private static Set<String> words(String name) {
        var plain = CHINESE_VARIES.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
