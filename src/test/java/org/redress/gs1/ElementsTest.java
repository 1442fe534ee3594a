package org.redress.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.kernel.Gtin;

class ElementsTest {
    @Test
    void a_logistic_label_says_what_is_inside() {
        var label = read("]C1020061414112345210LOT7\u001d3724");
        assertThat(label.content()).contains(new Gtin("00614141123452"));
        assertThat(label.gtin()).isEmpty();
        assertThat(label.count()).hasValue(24);
        assertThat(label.lot()).contains("LOT7");
    }

    @Test
    void a_fixed_length_needs_no_separator_and_an_open_one_does() {
        var item = read("0105012345678900172612311050A\u001d21S-1");
        assertThat(item.values())
                .containsExactly(
                        Map.entry("01", "05012345678900"),
                        Map.entry("17", "261231"),
                        Map.entry("10", "50A"),
                        Map.entry("21", "S-1"));
        assertThat(item.expires()).contains(LocalDate.of(2026, 12, 31));
        assertThat(item.serial()).contains("S-1");
        assertThat(Elements.parse("010501234567890010501234567890123456789")).isEmpty();
    }

    @Test
    void the_same_in_print_on_a_scanner_and_as_a_link() {
        var printed = read("(01)05012345678900(10)A(1)/B(21)12(17)270200");
        assertThat(read("\u001d010501234567890010A(1)/B\u001d2112\u001d17270200"))
                .isEqualTo(printed);
        var link = read("https://example.com/01/05012345678900/10/A(1)%2FB/21/12?17=270200&utm=x");
        assertThat(link.values()).isEqualTo(printed.values());
        assertThat(printed.expires()).contains(LocalDate.of(2027, 2, 28));
    }

    @Test
    void dates_weights_and_references_are_read() {
        var all = read("(01)05012345678900(11)260102(13)260103(15)260630(3103)001250(400)PO-77");
        assertThat(all.produced()).contains(LocalDate.of(2026, 1, 2));
        assertThat(all.packed()).contains(LocalDate.of(2026, 1, 3));
        assertThat(all.bestBefore()).contains(LocalDate.of(2026, 6, 30));
        assertThat(all.netWeightGrams()).contains(1250.0);
        assertThat(all.orderNumber()).contains("PO-77");
        assertThat(read("(02)00614141123452(37)1(3201)000100").netWeightGrams())
                .hasValueSatisfying(grams -> assertThat(grams).isBetween(4535.9, 4536.0));
        var parcel = read("(00)106141412345678908(402)06141411234567890(420)SW1A1AA(401)0614141C7");
        assertThat(parcel.sscc()).contains(new Sscc("106141412345678908"));
        assertThat(parcel.shipment()).contains("06141411234567890");
        assertThat(parcel.postcode()).contains("SW1A1AA");
        assertThat(parcel.consignment()).contains("0614141C7");
        assertThat(read("(421)826SW1A1AA").postcode()).contains("SW1A1AA");
        assertThat(read("(415)0614141000012(8020)INV 1".replace(" ", "-")).paymentReference())
                .contains("INV-1");
        assertThat(read("(413)0614141000012").location()).contains(new Gln("0614141000012"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "()",
                "(01)",
                "(01)05012345678901",
                "(01)5012345678900",
                "(01)05012345678900(17)261301",
                "(01)05012345678900(17)260230",
                "(01)05012345678900(17)2602",
                "(01)05012345678900(10)",
                "(01)05012345678900(10)ABCDEFGHIJKLMNOPQRSTU",
                "(01)05012345678900(10)LÖT",
                "(01)05012345678900(10)A(10)B",
                "(01)05012345678900(37)5",
                "(01)05012345678900(02)00614141123452(37)5",
                "(01)05012345678900(420)1234(421)826SW1",
                "(10)LOT7",
                "(02)00614141123452",
                "(8020)INV-1",
                "(250)X(01)05012345678900",
                "(09)123",
                "0105012345678900\u001d\u001d10A",
                "0105012345678900X",
                "https://example.com/01/05012345678900?17=261301",
                "https://example.com/01/05012345678900?09=1",
                "https://example.com/01/05012345678900/10/%zz",
                "https://example.com/01/05012345678900/10",
                "https://example.com/10/LOT7",
                "https://example.com",
                "https://"
            })
    void what_breaks_a_rule_is_not_read(String text) {
        assertThat(Elements.parse(text)).isEmpty();
    }

    @Test
    void what_else_the_dictionary_asks_is_asked() {
        assertThat(read("(8013)1987654Ad4X4bL5ttr2310c2K").values()).hasSize(1);
        assertThat(Elements.parse("(8013)1987654Ad4X4bL5ttr2310c2J")).isEmpty();
        var pay = "(415)0614141000012(8020)1(8007)";
        assertThat(Elements.parse(pay + "GB82WEST12345698765432")).isPresent();
        assertThat(Elements.parse(pay + "GB82WEST12345698765433")).isEmpty();
        assertThat(Elements.parse("(8006)050123456789000102")).isPresent();
        assertThat(Elements.parse("(8006)050123456789000302")).isEmpty();
        assertThat(Elements.parse("(00)106141412345678908(4307)GB")).isPresent();
        assertThat(Elements.parse("(00)106141412345678908(4307)XX")).isEmpty();
        assertThat(Elements.parse("(00)106141412345678908(4324)2602032530")).isEmpty();
    }

    /** Nothing that a customer photographs or sends may bring the reader down. */
    @Test
    void no_text_whatever_is_answered_with_a_fault() {
        var random = new Random(3);
        var pieces = new String[] {
            "(",
            ")",
            "01",
            "00",
            "10",
            "17",
            "21",
            "37",
            "3103",
            "8020",
            "05012345678900",
            "\u001d",
            "]C1",
            "%",
            "%4",
            "https://",
            "x.example",
            "/",
            "?",
            "=",
            "&",
            "urn:epc:id:sscc:",
            "urn:epc:id:sgln:",
            ".",
            "é",
            "\ud83d",
            "٣",
            " ",
            "0614141",
            "260230",
            "-",
            "+",
            "99999999999999999999"
        };
        for (int round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(9); i >= 0; i--) {
                text.append(
                        random.nextInt(4) > 0
                                ? pieces[random.nextInt(pieces.length)]
                                : String.valueOf((char) random.nextInt(256)));
            }
            var read = Elements.parse(text.toString());
            Sscc.parse(text.toString());
            Gln.parse(text.toString());
            GtinUri.parse(text.toString());
            read.ifPresent(elements -> {
                assertThat(elements.values()).isNotEmpty();
                elements.expires();
                elements.count();
                elements.netWeightGrams();
                elements.postcode();
                elements.location();
            });
        }
        assertThat(Elements.parse("(10)".repeat(100_000))).isEmpty();
        assertThat(Sscc.parse("urn:epc:id:sscc:" + "0".repeat(1_000_000))).isEmpty();
    }

    private static Elements read(String text) {
        return Elements.parse(text).orElseThrow(() -> new AssertionError(text));
    }
}
