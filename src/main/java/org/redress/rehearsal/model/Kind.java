package org.redress.rehearsal.model;

/** What tells siblings of a family apart besides their size: a colour, a leaf, a scent. Its name is part of the SKU. */
enum Kind {
    RED("red", "红色", 0xB8352E),
    BLU("blue", "蓝色", 0x2D5DA8),
    GRN("green", "墨绿", 0x3C6E4F),
    CRM("cream", "米白", 0xEADFC6),
    GRY("grey", "灰色", 0x8B9096),
    BLK("black", "黑色", 0x2B2C2F),
    WHT("white", "白色", 0xF3F2EE),
    MUS("mustard", "姜黄", 0xD09A2C),
    NAV("navy", "藏青", 0x24355A),
    OAT("oatmeal", "燕麦色", 0xD6C7AA),
    CHA("charcoal", "炭灰", 0x45474B),
    STL("steel", "钢色", 0xB6BBC0),
    BRS("brass", "黄铜", 0xB9924A),
    PNK("pink", "粉色", 0xE3A5AC),
    CEL("celadon", "天青", 0x9FC3B4),
    QIN("blue and white", "青花", 0x3A63A8),
    EBR("English Breakfast", "英式早餐茶", 0x8E2F24),
    EGR("Earl Grey", "伯爵茶", 0x4A4E86),
    DAR("Darjeeling", "大吉岭", 0xC07B2C),
    MNT("peppermint", "薄荷", 0x4E9A77),
    BTR("all butter", "黄油", 0xD9A93E),
    ALM("almond", "杏仁", 0xA9743F),
    FIG("fig", "无花果", 0x6B4462),
    LAV("lavender", "薰衣草", 0x8C7FB5),
    CED("cedar", "雪松", 0x7C6A4E),
    LJG("Longjing", "西湖龙井", 0x7FA04A),
    TGY("Tieguanyin", "安溪铁观音", 0x4F7A55),
    PUE("Pu’er", "云南普洱", 0x5B3426),
    ZSX("Lapsang Souchong", "正山小种", 0x8A3B28),
    LDG("mung bean", "绿豆糕", 0x9DB35C),
    HTS("walnut", "核桃酥", 0xA77C4C),
    GUI("osmanthus", "桂花", 0xD8A23A),
    TAN("sandalwood", "檀木", 0x805A3C),
    ZNI("purple clay", "紫泥", 0x5E3B35),
    ZHN("red clay", "朱泥", 0xA4472F),
    YUA("natural", "原木色", 0xC79B62);

    private final String english;
    private final String chinese;
    private final int rgb;

    Kind(String english, String chinese, int rgb) {
        this.english = english;
        this.chinese = chinese;
        this.rgb = rgb;
    }

    String in(Shop shop) {
        return shop.isChinese() ? chinese : english;
    }

    int rgb() {
        return rgb;
    }
}
