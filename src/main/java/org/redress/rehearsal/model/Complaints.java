package org.redress.rehearsal.model;

import static org.redress.rehearsal.model.Mishap.ALMOND_FOR_BUTTER;
import static org.redress.rehearsal.model.Mishap.APRON_TOO_SMALL;
import static org.redress.rehearsal.model.Mishap.BLUE_FOR_RED;
import static org.redress.rehearsal.model.Mishap.CANDLE_MISSING;
import static org.redress.rehearsal.model.Mishap.CUP_COLOUR;
import static org.redress.rehearsal.model.Mishap.CUSHION_SHADE;
import static org.redress.rehearsal.model.Mishap.FLASK_SIZE;
import static org.redress.rehearsal.model.Mishap.JAR_TOO_MANY;
import static org.redress.rehearsal.model.Mishap.JOURNAL_SIZE;
import static org.redress.rehearsal.model.Mishap.LAMP_FINISH;
import static org.redress.rehearsal.model.Mishap.NOTEBOOK_BLURRED;
import static org.redress.rehearsal.model.Mishap.PLATES_SHORT;
import static org.redress.rehearsal.model.Mishap.SOMEBODY_ELSES_PARCEL;
import static org.redress.rehearsal.model.Mishap.TEA_LEAF;
import static org.redress.rehearsal.model.Mishap.TOWEL_MISSING;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Channel;
import org.redress.claims.Filing;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Demand;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.rehearsal.model.Complaint.Photo;
import org.redress.rehearsal.model.Complaint.Plot;

/** The sample claims, the ones that have gone furthest first. */
public final class Complaints {
    /** No order has it: somebody mistyped. */
    static final String UNKNOWN_ORDER = "HE-19774";

    private static final String TRACKING = "NW4471820395GB";

    private final SampleShop shop;

    private Complaints(SampleShop shop) {
        this.shop = shop;
    }

    public static List<Complaint> of(SampleShop shop) {
        var complaints = new Complaints(shop);
        return List.of(
                complaints.teaLeaf(),
                complaints.platesShort(),
                complaints.towelMissing(),
                complaints.lampFinish(),
                complaints.cushionShade(),
                complaints.somebodyElsesParcel(),
                complaints.cupColour(),
                complaints.flaskSize(),
                complaints.almondForButter(),
                complaints.apronTooSmall(),
                complaints.journalSize(),
                complaints.candleMissing(),
                complaints.jarTooMany(),
                complaints.unknownOrder(),
                complaints.notebookBlurred(),
                complaints.blueForRed());
    }

    private Complaint blueForRed() {
        return about(
                BLUE_FOR_RED,
                Channel.PORTAL,
                Demand.EXCHANGE,
                """
                Hi – I ordered the red mug to go with my sister’s and there’s a blue one in the box. \
                The tea towels are fine. Could you swap it before Saturday? It’s her birthday.""",
                Plot.NEW,
                instead("MUG-RED-350", 1, Problem.WRONG_VARIANT, "MUG-BLU-350", 1),
                box("MUG-BLU-350", Conditions.moderate(1)));
    }

    private Complaint apronTooSmall() {
        return about(
                APRON_TOO_SMALL,
                Channel.PORTAL,
                Demand.EXCHANGE,
                """
                Ordered L/XL, got S/M. It says S/M on the label and it definitely fits like one. \
                I’m happy to send it back, just don’t make me queue at the post office please.""",
                Plot.ACCEPTED,
                instead("APR-NAV-LX", 1, Problem.WRONG_VARIANT, "APR-NAV-SM", 1),
                box("APR-NAV-SM", Conditions.steady(12)));
    }

    private Complaint candleMissing() {
        return saying(
                about(
                        CANDLE_MISSING,
                        Channel.CHAT,
                        Demand.RESHIP,
                        """
                        there were meant to be three candles, two fig and one lavender. only the figs and the tea came. \
                        checked all the packing paper twice""",
                        Plot.ASKED,
                        line("CND-LAV", 1, Problem.MISSING_ITEM, null),
                        null),
                "Sorry about that. Could you send us a photo of the packing slip, and tell us whether the box had been opened?",
                "");
    }

    private Complaint jarTooMany() {
        return about(
                JAR_TOO_MANY,
                Channel.EMAIL,
                Demand.UNDECIDED,
                """
                Dear team, everything I ordered arrived in one piece, thank you. There was also a 1.5 litre jar in the box \
                which I neither ordered nor paid for. I don’t want to keep what isn’t mine – what shall I do with it?""",
                Plot.NEW,
                new Filing.Line(null, 0, Problem.EXTRA_ITEM, received("JAR-1500", null, 1)),
                box("JAR-1500", Conditions.steady(14)));
    }

    private Complaint somebodyElsesParcel() {
        var stranger = People.of(Shop.HEARTH, SampleShop.SEED, 90).home();
        var complaint = about(
                SOMEBODY_ELSES_PARCEL,
                Channel.PORTAL,
                Demand.RESHIP,
                """
                This isn’t my parcel at all. My name is on the outside, but there’s a second label underneath with somebody \
                else’s address, and inside are three grey bowls. No teapot, no Darjeeling.""",
                Plot.OFFERED,
                line("TPT-GRN-600", 1, Problem.WRONG_PARCEL, received(null, "three grey cereal bowls", 3)),
                new Photo(
                        "label-underneath.jpg",
                        EvidenceKind.OUTER_LABEL,
                        () -> LabelPhoto.outerLabel(stranger, TRACKING, Conditions.steady(5))));
        var bowls = shop.catalogue().article("BWL-GRY");
        var inside = new Photo(
                "what-was-inside.jpg",
                EvidenceKind.ITEM,
                () -> LabelPhoto.goods(List.of(bowls, bowls, bowls), Conditions.moderate(15)));
        return new Complaint(
                complaint.orderNumber(),
                TRACKING,
                complaint.contact(),
                complaint.language(),
                complaint.channel(),
                complaint.demand(),
                complaint.statement(),
                List.of(complaint.lines().getFirst(), line("TEA-DAR-250", 1, Problem.WRONG_PARCEL, null)),
                List.of(complaint.photos().getFirst(), inside),
                complaint.plot(),
                "",
                "");
    }

    private Complaint cupColour() {
        return about(
                CUP_COLOUR,
                Channel.PORTAL,
                Demand.EXCHANGE,
                "收到的颜色不对，我拍的是墨绿色，两只寄来的都是蓝色的。包装倒是完好，盒子上印的也是蓝色。本来想凑一套的，麻烦换一下，谢谢。",
                Plot.OFFERED,
                instead("BEI-GRN-350", 2, Problem.WRONG_VARIANT, "BEI-BLU-350", 2),
                box("BEI-BLU-350", Conditions.moderate(2)));
    }

    private Complaint teaLeaf() {
        return saying(
                about(
                        TEA_LEAF,
                        Channel.PORTAL,
                        Demand.RESHIP,
                        "买的是西湖龙井，打开一看是正山小种。给爸妈买的，老人只喝绿茶。盖碗没问题。",
                        Plot.CLOSED_HAPPY,
                        instead("CHA-LJG-125", 1, Problem.WRONG_ITEM, "CHA-ZSX-125", 1),
                        box("CHA-ZSX-125", Conditions.steady(17))),
                "",
                "处理得很快，龙井已经在路上了，谢谢。");
    }

    private Complaint lampFinish() {
        return about(
                LAMP_FINISH,
                Channel.MARKETPLACE,
                Demand.REFUND,
                """
                Paid for brass, received white. I’ve wanted this lamp for months so I’m a bit gutted. \
                At this point I’d rather have my money back.""",
                Plot.AGREED,
                instead("LMP-BRS", 1, Problem.WRONG_VARIANT, "LMP-WHT", 1),
                box("LMP-WHT", Conditions.steady(18)));
    }

    private Complaint platesShort() {
        return saying(
                about(
                        PLATES_SHORT,
                        Channel.PHONE,
                        Demand.RESHIP,
                        """
                        Customer rang: six dinner plates ordered, four in the box, all six bowls there. Nothing broken. \
                        Has guests the weekend after next and would like the other two by then.""",
                        Plot.CLOSED_HAPPY,
                        instead("PLT-GRY-27", 2, Problem.WRONG_QUANTITY, "PLT-GRY-27", 0),
                        null),
                "",
                "The two plates are on their way, thanks for sorting it.");
    }

    private Complaint cushionShade() {
        return saying(
                about(
                        CUSHION_SHADE,
                        Channel.EMAIL,
                        Demand.REFUND,
                        """
                        The cushion covers are not the grey in your pictures. They look almost green in daylight. \
                        I think you sent the wrong ones.""",
                        Plot.REJECTED_AND_APPEALED,
                        line("CSH-GRY-45", 2, Problem.WRONG_VARIANT, received(null, "a greenish grey", 2)),
                        null),
                """
                The article we have on record for your parcel is the grey one, and shades differ between screens. \
                You can still return the covers within 30 days.""",
                """
                I don’t agree. The label inside says sage green, and I’d like somebody else to look at it. I can send a photo.""");
    }

    private Complaint almondForButter() {
        return saying(
                about(
                        ALMOND_FOR_BUTTER,
                        Channel.PHONE,
                        Demand.RESHIP,
                        """
                        Customer rang, upset: ordered two tins of the plain all butter shortbread, both tins that came are almond. \
                        Her son has a nut allergy and nearly had one. Wants to be sure that this can’t happen again.""",
                        Plot.ESCALATED,
                        instead("SHB-BTR-400", 2, Problem.WRONG_ITEM, "SHB-ALM-400", 2),
                        box("SHB-ALM-400", Conditions.moderate(21))),
                "Allergen mixed up: nuts in a household with an allergy. Please check the shelf before the next wave.",
                "");
    }

    private Complaint notebookBlurred() {
        return about(
                NOTEBOOK_BLURRED,
                Channel.PORTAL,
                Demand.EXCHANGE,
                "Wrong colour notebook, supposed to be green. Sorry for the photo, the hall light is broken.",
                Plot.NEW,
                line("NBK-GRN-A5", 1, Problem.WRONG_VARIANT, received(null, "a notebook in another colour", 1)),
                box("NBK-RED-A5", Conditions.heavy(3)));
    }

    private Complaint journalSize() {
        return saying(
                about(
                        JOURNAL_SIZE,
                        Channel.PORTAL,
                        Demand.EXCHANGE,
                        "订的是A5的手账本，两本都发成A6了，太小了写不下。毛笔是对的。",
                        Plot.ASKED,
                        instead("SZB-BLU-A5", 2, Problem.WRONG_VARIANT, "SZB-BLU-A6", 2),
                        null),
                "非常抱歉。麻烦您拍一张手账本背面的条码发给我们，核对后马上为您处理。",
                "");
    }

    private Complaint towelMissing() {
        var order = shop.order(TOWEL_MISSING);
        return saying(
                about(
                        TOWEL_MISSING,
                        Channel.PORTAL,
                        Demand.REFUND,
                        "浴巾应该是两条，只收到一条，面巾四条都在。清单上写的明明是2条。少的那条退款就行，不用补了。",
                        Plot.UNHAPPY,
                        line("MJN-PNK-L", 1, Problem.MISSING_ITEM, null),
                        new Photo(
                                "清单.jpg",
                                EvidenceKind.PACKING_SLIP,
                                () -> LabelPhoto.packingSlip(order, shop.products(), Conditions.moderate(6)))),
                "",
                "钱是退了，但是来回问了好几次，希望下次发货前数清楚。");
    }

    private Complaint flaskSize() {
        return saying(
                about(
                        FLASK_SIZE,
                        Channel.CHAT,
                        Demand.UNDECIDED,
                        "保温杯买的500毫升，到手350毫升，杯底也写着350。",
                        Plot.COUNTERED,
                        instead("BWB-WHT-500", 1, Problem.WRONG_VARIANT, "BWB-WHT-350", 1),
                        box("BWB-WHT-350", Conditions.moderate(24))),
                "",
                "这个方案不太方便，能不能换成另一种？");
    }

    /** Nobody is turned away: the number has two digits swapped, perhaps. */
    private Complaint unknownOrder() {
        var caller = People.of(Shop.HEARTH, SampleShop.SEED, 91).customer();
        return new Complaint(
                UNKNOWN_ORDER,
                null,
                new Filing.Contact(caller.name(), caller.email(), caller.phone()),
                Locale.ENGLISH,
                Channel.PORTAL,
                Demand.RESHIP,
                """
                I got a kitchen timer instead of the scale. I think this is the order number, the ink on the slip has run. \
                It was ordered about two weeks ago under my name.""",
                List.of(instead("SCL-WHT", 1, Problem.WRONG_ITEM, "TMR-WHT", 1)),
                List.of(box("TMR-WHT", Conditions.moderate(25))),
                Plot.NEW,
                "",
                "");
    }

    private Complaint about(
            Mishap mishap,
            Channel channel,
            Demand demand,
            String statement,
            Plot plot,
            Filing.Line line,
            @Nullable Photo photo) {
        Order order = shop.order(mishap);
        var customer = order.customer();
        return new Complaint(
                order.orderNumber(),
                null,
                new Filing.Contact(customer.name(), customer.email(), customer.phone()),
                Locale.forLanguageTag(mishap.shop().language()),
                channel,
                demand,
                statement,
                List.of(line),
                photo == null ? List.of() : List.of(photo),
                plot,
                "",
                "");
    }

    private static Complaint saying(Complaint complaint, String says, String replies) {
        return new Complaint(
                complaint.orderNumber(),
                complaint.trackingNumber(),
                complaint.contact(),
                complaint.language(),
                complaint.channel(),
                complaint.demand(),
                complaint.statement(),
                complaint.lines(),
                complaint.photos(),
                complaint.plot(),
                says,
                replies);
    }

    private static Filing.Line instead(String ordered, int quantity, Problem problem, String came, int cameQuantity) {
        return line(ordered, quantity, problem, received(came, null, cameQuantity));
    }

    private static Filing.Line line(String ordered, int quantity, Problem problem, Filing.@Nullable Received received) {
        return new Filing.Line(new Sku(ordered), quantity, problem, received);
    }

    private static Filing.Received received(@Nullable String sku, @Nullable String description, int quantity) {
        return new Filing.Received(sku == null ? null : new Sku(sku), null, description, quantity);
    }

    private Photo box(String sku, Conditions conditions) {
        var article = shop.catalogue().article(sku);
        return new Photo("photo.jpg", EvidenceKind.ITEM_BARCODE, () -> LabelPhoto.item(article, conditions));
    }
}
