package org.redress.remedy;

import static org.redress.kernel.Problem.DAMAGED;
import static org.redress.kernel.Problem.LATE;
import static org.redress.kernel.Problem.MISSING_ITEM;
import static org.redress.kernel.Problem.NOT_RECEIVED;
import static org.redress.kernel.Problem.WRONG_ITEM;
import static org.redress.kernel.Problem.WRONG_PARCEL;
import static org.redress.kernel.Problem.WRONG_QUANTITY;
import static org.redress.kernel.Problem.WRONG_VARIANT;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.kernel.Problem;
import org.redress.remedy.RemedyTable.Band;
import org.redress.remedy.RemedyTable.CameRow;
import org.redress.remedy.RemedyTable.Disposition;
import org.redress.remedy.RemedyTable.Figures;
import org.redress.remedy.RemedyTable.FloorRow;
import org.redress.remedy.RemedyTable.Need;
import org.redress.remedy.RemedyTable.Way;
import org.redress.remedy.RemedyTable.WayRow;
import org.redress.remedy.RemedyTable.When;

/** The table that a merchant starts with (domain.md 2.3 and 2.4; not legal advice). */
final class StandardTable {
    private static final String HOUSE = "house policy";
    private static final String NONCONFORMITY = "消法 24; CRA 2015 s19-25; EU 2019/771 art. 13";
    private static final String COST_IS_OURS = "消法 24; CRD 27; EU 2019/771 art. 14";

    private static final Set<Problem> ALL = EnumSet.allOf(Problem.class);
    private static final Set<Problem> OWED =
            EnumSet.of(WRONG_ITEM, WRONG_VARIANT, WRONG_QUANTITY, MISSING_ITEM, WRONG_PARCEL, DAMAGED, NOT_RECEIVED);
    private static final Set<Problem> USABLE = EnumSet.of(WRONG_ITEM, WRONG_VARIANT, DAMAGED);

    private static final Set<String> EUROPEAN_UNION = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    static final RemedyTable TABLE = new RemedyTable(
            "standard", "2026-1", LocalDate.of(2026, 1, 1), null, ways(), dispositions(), floors(), figures());

    private StandardTable() {}

    private static List<WayRow> ways() {
        return List.of(
                new WayRow(new Rule("right-goods", NONCONFORMITY), OWED, Way.RIGHT_GOODS),
                new WayRow(new Rule("money-back", NONCONFORMITY), OWED, Way.MONEY_BACK),
                new WayRow(new Rule("price-reduction", "EU 2019/771 art. 15"), USABLE, Way.PRICE_REDUCTION),
                new WayRow(new Rule("compensation-asked", HOUSE), OWED, Way.COMPENSATION),
                new WayRow(new Rule("late-compensation", HOUSE), EnumSet.of(LATE), Way.COMPENSATION),
                new WayRow(new Rule("late-money-back", "CRD 18; 民法典 563"), EnumSet.of(LATE), Way.MONEY_BACK));
    }

    private static List<CameRow> dispositions() {
        return List.of(
                new CameRow(
                        new Rule("another-customer", HOUSE),
                        EnumSet.of(WRONG_PARCEL),
                        When.ALWAYS,
                        Disposition.COLLECT),
                new CameRow(new Rule("hazardous", HOUSE), ALL, When.HAZARDOUS, Disposition.COLLECT),
                new CameRow(new Rule("keep-small-value", HOUSE), ALL, When.SMALL_VALUE, Disposition.KEEP),
                new CameRow(new Rule("keep-return-costs-more", HOUSE), ALL, When.RETURN_COSTS_MORE, Disposition.KEEP),
                new CameRow(new Rule("collect-at-our-cost", COST_IS_OURS), ALL, When.ALWAYS, Disposition.COLLECT));
    }

    private static List<FloorRow> floors() {
        return List.of(
                new FloorRow(new Rule("cn", "消法 24; 七日办法 18; 民法典 582"), Need.RIGHT_GOODS_OR_MONEY, Set.of("CN")),
                new FloorRow(new Rule("gb", "CRA 2015 s19-25"), Need.RIGHT_GOODS_OR_MONEY, Set.of("GB")),
                new FloorRow(new Rule("eu", "EU 2019/771 art. 13"), Need.RIGHT_GOODS_OR_MONEY, EUROPEAN_UNION),
                new FloorRow(new Rule("house", HOUSE), Need.RIGHT_GOODS_OR_MONEY, Set.of()),
                new FloorRow(new Rule("nothing-to-pay", "CRD 27; 消法 24"), Need.NOTHING_TO_PAY, Set.of()),
                new FloorRow(new Rule("late", "CRD 18; 民法典 577"), Need.THEIR_LOSS, Set.of()));
    }

    private static Figures figures() {
        var freight = List.of(
                new Band(250, 250),
                new Band(1_000, 380),
                new Band(2_000, 520),
                new Band(5_000, 790),
                new Band(20_000, 1_490));
        return new Figures(60, 80, 20, freight, 150, 1_000, 25_000, 2_500, 20, 10, 30, 500, 3, 4, 7, tenths());
    }

    private static Map<String, Integer> tenths() {
        return Map.ofEntries(
                Map.entry("CNY", 80),
                Map.entry("HKD", 80),
                Map.entry("TWD", 300),
                Map.entry("JPY", 1_500),
                Map.entry("KRW", 14_000),
                Map.entry("INR", 900),
                Map.entry("SGD", 15),
                Map.entry("AUD", 15),
                Map.entry("CAD", 15),
                Map.entry("NZD", 15),
                Map.entry("SEK", 100),
                Map.entry("NOK", 100),
                Map.entry("DKK", 70),
                Map.entry("PLN", 40),
                Map.entry("CZK", 250),
                Map.entry("HUF", 4_000),
                Map.entry("TRY", 400),
                Map.entry("BRL", 60),
                Map.entry("MXN", 200),
                Map.entry("ZAR", 200));
    }
}
