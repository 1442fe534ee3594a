package org.redress.traces.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.sheets.Layout;
import org.redress.sheets.Outcome;
import org.redress.sheets.RowFault;
import org.redress.sheets.SheetColumn;
import org.redress.traces.Parcel;

class ShipmentRowTest {
    private static final List<SheetColumn> COLUMNS = Stream.of(
                    "trackingNumber",
                    "orderNumber",
                    "carrier",
                    "warehouse",
                    "shippedAt",
                    "sku",
                    "quantity",
                    "sscc",
                    "deliveredAt",
                    "expectedWeightGrams",
                    "packWeightGrams",
                    "carrierWeightGrams")
            .map(name -> SheetColumn.optional(name, "", ""))
            .toList();
    private static final Layout LAYOUT =
            Layout.of(COLUMNS, COLUMNS.stream().map(SheetColumn::name).toList(), Map.of());

    @Test
    void a_row_is_some_units_of_an_article_in_a_parcel() {
        var row = row("T-1,SO-1,Northway,BRS-1,2026-07-01 16:00,MUG,2,106141411234567897,2026-07-02 9:00,470,474,");
        var parcel = row.parcel();
        assertThat(parcel.shippedAt()).isEqualTo(Instant.parse("2026-07-01T15:00:00Z"));
        assertThat(parcel.deliveredAt()).isEqualTo(Instant.parse("2026-07-02T08:00:00Z"));
        assertThat(parcel.sscc()).isNotNull();
        assertThat(parcel.packWeightGrams()).isEqualTo(474);
        assertThat(parcel.carrierWeightGrams()).isNull();
        assertThat(lines(parcel)).containsExactly("MUG 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T-1,SO-1,,BRS-1,2026-07-01,MUG,1,,,,, | carrier MISSING",
                "T-1,SO-1,Northway,,2026-07-01,MUG,1,,,,, | warehouse MISSING",
                "T-1,SO-1,Northway,BRS-1,2026-07-01,MUG,,,,,, | quantity MISSING",
                "T-1,SO-1,Northway,BRS-1,2026-07-01,MUG,0,,,,, | quantity OUT_OF_RANGE",
                "T-1,SO-1,Northway,BRS-1,2026-07-01,MUG,1000001,,,,, | quantity OUT_OF_RANGE",
                "T-1,SO-1,Northway,BRS-1,03/04/2026,MUG,1,,,,, | shippedAt AMBIGUOUS_DATE",
                "T-1,SO-1,Northway,BRS-1,2026-07-01,MUG,1,106141411234567890,,,, | sscc NOT_AN_SSCC",
                "T-1,SO-1,Northway,BRS-1,2026-07-02,MUG,1,,2026-07-01,,, | deliveredAt BEFORE_SHIPPED",
                "T-1,SO-1,Northway,BRS-1,2026-07-01,MUG,1,,,-1,, | expectedWeightGrams OUT_OF_RANGE"
            })
    void a_bad_row_says_which_column_and_why(String text, String expected) {
        assertThat(faults(read(text)))
                .extracting(fault -> fault.column() + fault.text().replaceFirst(".*[.]", " "))
                .containsExactly(expected);
    }

    @Test
    void rows_of_one_parcel_add_up_and_fill_in_what_another_leaves_blank() {
        var parcel = good(together(
                "T-1,SO-1,Northway,BRS-1,2026-07-01,MUG,1,,,,,",
                "T-1,SO-1,Northway,BRS-1,2026-07-01,BOWL,3,,2026-07-03,470,,",
                "T-1,SO-1,Northway,BRS-1,2026-07-01,MUG,1,,,,474,"));
        assertThat(lines(parcel)).containsExactly("MUG 2", "BOWL 3");
        assertThat(parcel.deliveredAt()).isEqualTo(Instant.parse("2026-07-02T23:00:00Z"));
        assertThat(parcel.expectedWeightGrams()).isEqualTo(470);
        assertThat(parcel.packWeightGrams()).isEqualTo(474);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T-1,SO-2,Northway,BRS-1,2026-07-01,MUG,1,,,,,",
                "T-1,SO-1,Southway,BRS-1,2026-07-01,MUG,1,,,,,",
                "T-1,SO-1,Northway,BRS-2,2026-07-01,MUG,1,,,,,",
                "T-1,SO-1,Northway,BRS-1,2026-07-02,MUG,1,,,,,",
                "T-1,SO-1,Northway,BRS-1,2026-07-01,MUG,1,,,,475,"
            })
    void rows_of_one_parcel_that_contradict_each_other_are_all_rejected(String odd) {
        assertThat(faults(together("T-1,SO-1,Northway,BRS-1,2026-07-01,MUG,1,,,,474,", odd)))
                .hasSize(2);
    }

    @Test
    void each_of_them_is_told_of_another_and_in_which_column() {
        var faults = faults(together(
                "T-1,SO-1,Northway,BRS-1,2026-07-01,MUG,1,,,,474,",
                "T-1,SO-1,Northway,BRS-1,2026-07-01,CUP,1,,,,474,",
                "T-1,SO-1,Southway,BRS-1,2026-07-01,CUP,1,,,,474,"));
        assertThat(faults).extracting(RowFault::column).containsOnly("carrier");
        assertThat(faults.getLast().gap())
                .isEqualTo(String.valueOf(faults.getFirst().row()));
    }

    private static Outcome<Parcel> together(String... rows) {
        return ShipmentRow.together(Stream.of(rows).map(ShipmentRowTest::row).toList());
    }

    private static ShipmentRow row(String text) {
        return good(read(text));
    }

    private static <T> T good(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Read<T>(var value) -> value;
            case Outcome.Rejected<T>(var why) -> throw new AssertionError(why);
        };
    }

    private static List<RowFault> faults(Outcome<?> outcome) {
        return outcome instanceof Outcome.Rejected<?>(var why) ? why : List.of();
    }

    private static Outcome<ShipmentRow> read(String text) {
        return ShipmentRow.read(LAYOUT.row(2, List.of(text.split(",", -1))), ZoneId.of("Europe/London"));
    }

    private static List<String> lines(Parcel parcel) {
        return parcel.lines().stream()
                .map(line -> line.sku().value() + " " + line.quantity())
                .toList();
    }
}
