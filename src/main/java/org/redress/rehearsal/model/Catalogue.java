package org.redress.rehearsal.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Gtin;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.orders.Product.Hazard;
import org.redress.rehearsal.model.Article.Shape;

/** The articles of both shops: families whose siblings differ in colour, kind or size, as in a real catalogue. */
public final class Catalogue {
    /** Code, name, shape, kinds, sizes (as in the SKU, as printed), price in minor units, grams, supplier, hazard. */
    private static final String HEARTH = """
            MUG | Stoneware mug | MUG | RED BLU GRN CRM | 250=250 ml, 350=350 ml | 950 | 310 | Larkfield Pottery | -
            BWL | Cereal bowl | BOWL | BLU GRY CRM | - | 1100 | 420 | Larkfield Pottery | -
            PLT | Dinner plate | PLATE | BLU GRY CRM | 22=22 cm, 27=27 cm | 1050 | 520 | Larkfield Pottery | -
            TPT | Cast-iron teapot | POT | BLK GRN | 600=600 ml, 1000=1 litre | 3400 | 1350 | Iron & Ember | -
            CAF | Cafetière | FLASK | STL | 350=350 ml, 1000=1 litre | 2450 | 610 | Iron & Ember | -
            TEA | Loose leaf tea | TIN | EBR EGR DAR MNT | 100=100 g, 250=250 g | 720 | 140 | Tannery Lane Teas | -
            SHB | Shortbread | TIN | BTR ALM | 200=200 g, 400=400 g | 560 | 290 | Mill Street Bakehouse | FOOD_ALLERGEN
            TWL | Linen tea towel | CLOTH | RED BLU GRN MUS | - | 890 | 110 | Flaxwick Weavers | -
            APR | Linen apron | APRON | NAV OAT CHA | SM=S/M, LX=L/XL | 2800 | 290 | Flaxwick Weavers | -
            CSH | Cushion cover | CUSHION | MUS GRY GRN | 45=45 cm, 60=60 cm | 1900 | 210 | Flaxwick Weavers | -
            NBK | Dotted notebook | BOOK | RED BLU GRN BLK | A6=A6, A5=A5 | 850 | 150 | Quire & Sons | -
            PEN | Rollerball pen | STICK | BLU BLK | - | 420 | 22 | Quire & Sons | -
            CND | Soy candle | CANDLE | FIG LAV CED | - | 1600 | 390 | Wick & Hollow | -
            LMP | Rechargeable table lamp | LAMP | WHT BRS GRN | - | 4900 | 780 | Lumen Yard | BATTERY
            TMR | Kitchen timer | DIAL | RED WHT | - | 1250 | 130 | Lumen Yard | BATTERY
            SCL | Kitchen scale | DIAL | BLK WHT | - | 2600 | 690 | Lumen Yard | BATTERY
            JAR | Glass storage jar | JAR | - | 500=500 ml, 1000=1 litre, 1500=1.5 litres | 690 | 380 | Larkfield Pottery | -
            BRD | Oak chopping board | BOARD | - | S=small, M=medium, L=large | 1800 | 740 | Coppice Works | -
            """;

    private static final String SHIWU = """
            BEI | 手作陶瓷杯 | MUG | RED BLU GRN CRM | 350=350毫升 | 6800 | 330 | 景禾陶坊 | -
            GWN | 盖碗 | BOWL | WHT CEL | 120=120毫升, 150=150毫升 | 9800 | 240 | 景禾陶坊 | -
            WAN | 家用饭碗 | BOWL | QIN WHT | 45=4.5寸, 60=6寸 | 2600 | 260 | 景禾陶坊 | -
            HU | 紫砂壶 | POT | ZNI ZHN | 150=150毫升, 220=220毫升 | 26800 | 310 | 景禾陶坊 | -
            CHA | 春茶 | TIN | LJG TGY PUE ZSX | 50=50克, 125=125克 | 8800 | 90 | 云岭茶社 | -
            DGN | 糕点礼盒 | TIN | LDG HTS | - | 5900 | 480 | 老巷点心 | FOOD_ALLERGEN
            KUA | 竹木筷 十双装 | STICK | YUA BLK | - | 3900 | 260 | 山间竹器 | -
            MJN | 纯棉毛巾 | CLOTH | GRY PNK BLU | S=面巾, L=浴巾 | 2900 | 120 | 棉里织造 | -
            WQN | 棉麻围裙 | APRON | NAV OAT | - | 7900 | 260 | 棉里织造 | -
            SZB | 手账本 | BOOK | RED BLU GRN | A6=A6, A5=A5 | 3200 | 160 | 纸间文具 | -
            MBI | 兼毫毛笔 | STICK | - | S=小楷, M=中楷, L=大楷 | 2400 | 18 | 纸间文具 | -
            XUN | 香薰蜡烛 | CANDLE | GUI TAN LAV | - | 8900 | 380 | 拾光香氛 | -
            DNG | 充电小夜灯 | LAMP | WHT MUS | - | 7900 | 210 | 星野电器 | BATTERY
            BWB | 保温杯 | FLASK | BLK WHT BLU | 350=350毫升, 500=500毫升 | 12800 | 290 | 星野电器 | -
            """;

    private final Map<Sku, Article> articles = new LinkedHashMap<>();
    private final Map<Shop, List<Article>> byShop = new LinkedHashMap<>();

    public Catalogue() {
        for (var shop : Shop.values()) {
            var lines = (shop.isChinese() ? SHIWU : HEARTH).lines().toList();
            var here = new ArrayList<Article>();
            for (int family = 0; family < lines.size(); family++) {
                here.addAll(siblings(shop, family, lines.get(family).split(" *\\| *", -1)));
            }
            here.forEach(article -> articles.put(article.product().sku(), article));
            byShop.put(shop, List.copyOf(here));
        }
    }

    public List<Article> articles() {
        return List.copyOf(articles.values());
    }

    List<Article> of(Shop shop) {
        return byShop.getOrDefault(shop, List.of());
    }

    /** Its place among the articles of its shop. */
    int place(Article article) {
        return byShop.values().stream()
                .mapToInt(articles -> articles.indexOf(article))
                .max()
                .orElse(-1);
    }

    /** @throws IllegalArgumentException where neither shop has it */
    public Article article(String sku) {
        var article = articles.get(new Sku(sku));
        if (article == null) {
            throw new IllegalArgumentException("Neither shop has " + sku);
        }
        return article;
    }

    private static List<Article> siblings(Shop shop, int family, String[] cells) {
        var kinds = cells[3].equals("-") ? new String[] {""} : cells[3].split(" ", -1);
        var sizes = cells[4].equals("-") ? new String[] {""} : cells[4].split(", ", -1);
        var siblings = new ArrayList<Article>();
        for (var kindCode : kinds) {
            var kind = kindCode.isEmpty() ? null : Kind.valueOf(kindCode);
            for (int size = 0; size < sizes.length; size++) {
                siblings.add(sibling(shop, family, siblings.size(), cells, kind, size, sizes[size]));
            }
        }
        return siblings;
    }

    private static Article sibling(
            Shop shop, int family, int place, String[] cells, @Nullable Kind kind, int size, String sizeCell) {
        var code = cells[0];
        var sizeCode = sizeCell.replaceAll("=.*", "");
        var sizeText = sizeCell.replaceAll(".*=", "");
        var sku = joined("-", code, kind == null ? "" : kind.name(), sizeCode);
        var name = joined(shop.isChinese() ? " " : ", ", cells[1], kind == null ? "" : kind.in(shop), sizeText);
        var product = new Product(
                new Sku(sku),
                name,
                gtin(shop, code, family, place),
                Integer.parseInt(cells[6]) * (10 + 4 * size) / 10,
                price(shop, Integer.parseInt(cells[5]), size),
                shop.slug() + "/" + code,
                null,
                cells[7],
                cells[8].equals("-") ? null : Hazard.valueOf(cells[8]));
        return new Article(product, Shape.valueOf(cells[2]), kind == null ? 0xBFD3D6 : kind.rgb());
    }

    private static String joined(String between, String... parts) {
        return String.join(
                between, Arrays.stream(parts).filter(part -> !part.isEmpty()).toList());
    }

    private static Money price(Shop shop, int smallest, int size) {
        int step = shop.isChinese() ? 100 : 50;
        return new Money((long) smallest * (100 + 35 * size) / 100 / step * step, shop.currency());
    }

    /**
     * Under prefix 29, which GS1 keeps for numbers that mean something inside one company only (GS1 General
     * Specifications, restricted circulation): they are nobody's. Boards carry none; the pens share one by mistake, as
     * happens in real catalogues.
     */
    private static @Nullable Gtin gtin(Shop shop, String code, int family, int place) {
        return switch (code) {
            case "BRD" -> null;
            case "PEN" -> numbered(shop, family, 0);
            default -> numbered(shop, family, place);
        };
    }

    private static Gtin numbered(Shop shop, int family, int place) {
        var digits = "29%02d%05d%03d".formatted(shop.company(), 30_417 + family * 131, 105 + place * 7);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return new Gtin("0" + digits + (10 - sum % 10) % 10);
    }
}
