package org.redress.manners.model;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Finds people and homes in a text that nobody here knows: a name after a title, a house in a street, a postcode, an account. What
 * is the customer’s own, our own address, and whoever is greeted are none.
 */
final class Strangers {
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范姚谭廖邹熊陆郝孔崔康邱秦江顾侯邵孟龚";

    /** A title and a name are written as such: “we miss you” is none. */
    private static final Signs TITLED = Signs.of("(?:mrs|mr|ms|miss|mx|dr)[.]? ([a-z][a-z'-]{1,20}+)");

    private static final Signs TITLED_CHINESE = Signs.of("([" + SURNAMES + "])[\\u4e00-\\u9fff]{0,2}?(?:女士|先生|小姐|太太)");

    private static final Signs STREET = Signs.of(
            "[0-9]{1,4}[a-z]?,? ([a-z][a-z'-]{2,20}+)(?: [a-z][a-z'-]{2,20})?? (?:street|st|road|rd|lane|avenue|ave|walk|close|drive|court|crescent|gardens|terrace|mews|grove|square)(?![a-z])");

    private static final Signs STREET_CHINESE = Signs.of("([\\u4e00-\\u9fff]{2,6}?)(?:路|街|巷|弄|大道)[0-9]{1,5}号");

    private static final Signs POSTCODE = Signs.of("([a-z]{1,2}[0-9][a-z0-9]?) [0-9][a-z]{2}(?![a-z0-9])");

    private static final Signs ACCOUNT = Signs.of("微信号?[是为叫:： ]{0,3}([a-z][a-z0-9_-]{5,19}+)");

    private static final Pattern OURS = Pattern.compile(
            "(?:\\b(?:our|us|warehouse|returns?|shop|store|depot|office)\\b|仓库|退货|寄回|寄到我们|门店|我们的|店铺)[^.!?。！？\\n]{0,60}$");

    private static final Pattern GREETED =
            Pattern.compile("(?:\\b(?:dear|hello|hi|hey|good (?:morning|afternoon|evening))[ ,]{1,3}|尊敬的|亲爱的|^|\\n)$");

    private static final int BEFORE = 80;

    private final Folded folded;
    private final Own own;

    Strangers(Folded folded, Own own) {
        this.folded = folded;
        this.own = own;
    }

    /** @param found where each begins and ends in the folded text */
    void find(BiConsumer<Integer, Integer> found) {
        for (var sign : List.of(TITLED, STREET)) {
            find(sign, true, found);
        }
        for (var sign : List.of(TITLED_CHINESE, STREET_CHINESE, POSTCODE, ACCOUNT)) {
            find(sign, false, found);
        }
    }

    private void find(Signs sign, boolean written, BiConsumer<Integer, Integer> found) {
        var search = sign.in(folded.text());
        while (search.find()) {
            var name = Objects.requireNonNull(search.group(1));
            boolean isName = (!written || folded.isCapital(search.start(1)))
                    && (sign != TITLED || folded.isCapital(search.start()));
            if (isName && beginsThere(search.start()) && !isOwn(sign, name) && !isNone(sign, search.start())) {
                found.accept(search.start(), search.end());
            }
        }
    }

    private boolean beginsThere(int from) {
        return from == 0 || !isLatin(folded.at(from)) || !isLatin(folded.at(from - 1));
    }

    private static boolean isLatin(char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
    }

    private boolean isOwn(Signs sign, String name) {
        if (sign == TITLED_CHINESE) {
            return own.isCalled(name);
        }
        // Words run on in Chinese: where a street’s name begins nobody sees, its end tells.
        var told = sign == STREET_CHINESE ? name.substring(name.length() - 2) : name;
        return own.hasWord(Squeezed.key(told));
    }

    private boolean isNone(Signs sign, int from) {
        var before = folded.text().substring(Math.max(0, from - BEFORE), from);
        boolean titled = sign == TITLED || sign == TITLED_CHINESE;
        return OURS.matcher(before).find() || (titled && GREETED.matcher(before).find());
    }
}
