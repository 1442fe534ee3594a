package org.redress.rehearsal.model.warehouse;

import java.util.List;

/** What customers write. */
final class Phrases {
    private final boolean chinese;
    private final Chance chance;

    Phrases(boolean chinese, Chance chance) {
        this.chinese = chinese;
        this.chance = chance;
    }

    private String say(List<String> english, List<String> simplified, Object... values) {
        return (chinese ? chance.any(simplified) : chance.any(english)).formatted(values);
    }

    String wrong(String ordered, String received) {
        return say(
                List.of(
                        "I ordered %s and got %s instead.",
                        "Instead of %s there was %s in the box.", "%s was on my order. %s came."),
                List.of("我订的是%s，收到的却是%s。", "本该是%s，箱子里却是%s。"),
                ordered,
                received);
    }

    String wholeParcel(String received) {
        return say(
                List.of(
                        "Nothing in this parcel is mine. There is %s in it.",
                        "I think I got somebody else’s order: %s."),
                List.of("整个包裹都不是我的，里面是%s。", "好像收到了别人的订单：%s。"),
                received);
    }

    String missing(String ordered) {
        return say(List.of("%s is missing.", "There was no %s in the box."), List.of("少了%s。", "箱子里没有%s。"), ordered);
    }

    String extra(String received) {
        return say(List.of("There is %s in the box that I did not order."), List.of("多了我没有订的%s。"), received);
    }

    String wanted(String wanted, String received) {
        return say(
                List.of("I wanted %s. This is %s.", "It should be %s, not %s."),
                List.of("我要的是%s，这是%s。", "应该是%s，不是%s。"),
                wanted,
                received);
    }
}
