package org.redress.rehearsal.model;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.redress.orders.Order.Address;
import org.redress.orders.Order.Customer;

/**
 * Customers who cannot exist. E-mail addresses end in {@code example.com} (RFC 2606). British numbers are those Ofcom
 * keeps for drama, 07700 900000 to 900999. China keeps none for that, so theirs begin with 154, which is allotted to no
 * operator. British postcodes end in letters that Royal Mail never uses there (C I K M O V).
 */
final class People {
    private static final List<String> FIRST = List.of(
            "Amelia Oliver Priya Callum Hannah Tom Zainab George Freya Dev Megan Rhys Isla Marcus Niamh Joe Chloe Ewan Ruth Samir Alice Ben Grace Kofi"
                    .split(" ", -1));
    private static final List<String> LAST = List.of(
            "Hughes Patel Whitfield Okafor Barnes Maclean Shah Turner Byrne Lowe Fletcher Nair Hobbs Carver Doyle Ashworth Kaur Pryce Bell Sutton Mensah Frost Webb Lindsay"
                    .split(" ", -1));
    private static final List<String> STREETS = List.of(
            "Larkspur Row,Tanner’s Yard,Millrace Lane,Orchard Rise,Cobbler’s Hill,Beacon Terrace,Weir Street,Saltmarsh Road,Fernbank Close,Old Quay,Sparrow Walk,Chandler’s Court"
                    .split(",", -1));
    private static final List<String> TOWNS = List.of(
            "Bristol BS,Leeds LS,Sheffield S,York YO,Norwich NR,Exeter EX,Cardiff CF,Edinburgh EH,Glasgow G,Bath BA,Brighton BN,Lancaster LA"
                    .split(",", -1));
    private static final String NEVER_IN_A_POSTCODE = "CIKMOV";

    private static final List<String> SURNAMES = List.of(
            "王 Wang,李 Li,张 Zhang,刘 Liu,陈 Chen,杨 Yang,赵 Zhao,黄 Huang,周 Zhou,吴 Wu,徐 Xu,孙 Sun,胡 Hu,朱 Zhu,高 Gao,林 Lin,何 He,郭 Guo,马 Ma,罗 Luo"
                    .split(",", -1));
    private static final List<String> GIVEN = List.of(
            "晓雯 Xiaowen,子涵 Zihan,思远 Siyuan,佳怡 Jiayi,浩然 Haoran,雨桐 Yutong,明哲 Mingzhe,静 Jing,志强 Zhiqiang,梓萱 Zixuan,建国 Jianguo,丽娟 Lijuan,一鸣 Yiming,若溪 Ruoxi,伟 Wei,欣然 Xinran,嘉豪 Jiahao,秀英 Xiuying,宇航 Yuhang,慧 Hui"
                    .split(",", -1));
    private static final List<String> CITIES = List.of(
            "浙江省 杭州市 西湖区 310000,上海市 上海市 徐汇区 200000,北京市 北京市 朝阳区 100000,四川省 成都市 武侯区 610000,广东省 广州市 天河区 510000,江苏省 南京市 鼓楼区 210000,湖北省 武汉市 洪山区 430000,陕西省 西安市 雁塔区 710000,福建省 厦门市 思明区 361000,山东省 青岛市 市南区 266000"
                    .split(",", -1));
    private static final List<String> ROADS = List.of("青禾路,听松巷,望湖里,槐荫街,晴川路,采薇路,石榴巷,拾光里,半山路,云栖街".split(",", -1));

    /** A customer and where their parcels go. */
    record Person(Customer customer, Address home) {}

    private People() {}

    /** Always the same person for the same seed, shop and index. */
    static Person of(Shop shop, long seed, int index) {
        var random = new SplittableRandom(seed * 1_000_003 + index * 100L + shop.company());
        return shop.isChinese() ? chinese(random, index) : british(random, index);
    }

    private static Person british(RandomGenerator random, int index) {
        var first = any(FIRST, random);
        var last = any(LAST, random);
        var name = first + " " + last;
        var town = any(TOWNS, random).split(" ", -1);
        var postcode = "%s%d %d%c%c"
                .formatted(
                        town[1],
                        1 + random.nextInt(9),
                        1 + random.nextInt(9),
                        NEVER_IN_A_POSTCODE.charAt(random.nextInt(6)),
                        NEVER_IN_A_POSTCODE.charAt(random.nextInt(6)));
        var street = 1 + random.nextInt(160) + " " + any(STREETS, random);
        var phone = phone("+44 7700 900%03d", random);
        return new Person(
                new Customer(name, email(first + "." + last, index), phone, Shop.HEARTH.language()),
                new Address(name, street, town[0], null, postcode, "GB"));
    }

    private static Person chinese(RandomGenerator random, int index) {
        var surname = any(SURNAMES, random).split(" ", -1);
        var given = any(GIVEN, random).split(" ", -1);
        var name = surname[0] + given[0];
        var city = any(CITIES, random).split(" ", -1);
        var street = "%s%s%d号%d幢%d%02d室"
                .formatted(
                        city[2],
                        any(ROADS, random),
                        1 + random.nextInt(300),
                        1 + random.nextInt(20),
                        1 + random.nextInt(18),
                        1 + random.nextInt(4));
        var phone = phone("+86 154 0000 0%03d", random);
        return new Person(
                new Customer(name, email(given[1] + "." + surname[1], index), phone, Shop.SHIWU.language()),
                new Address(name, street, city[1], city[0], city[3], "CN"));
    }

    private static String email(String who, int index) {
        return who.toLowerCase(Locale.ROOT) + index + "@example.com";
    }

    private static @Nullable String phone(String pattern, RandomGenerator random) {
        var number = pattern.formatted(random.nextInt(1000));
        return random.nextInt(5) == 0 ? null : number;
    }

    private static String any(List<String> choices, RandomGenerator random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
