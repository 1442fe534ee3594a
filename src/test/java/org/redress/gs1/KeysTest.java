package org.redress.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.kernel.Gtin;

/** Examples from the GS1 General Specifications, the EPC Tag Data Standard and the Digital Link Standard. */
class KeysTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "106141412345678908",
                " 106141412345678908 ",
                "00106141412345678908",
                "(00)106141412345678908",
                "(00) 106141412345678908",
                "]C100106141412345678908",
                "\u001d00106141412345678908",
                "]C100106141412345678908\u001d",
                "00106141412345678908403ROUTE1",
                "urn:epc:id:sscc:0614141.1234567890",
                "URN:EPC:ID:SSCC:0614141.1234567890",
                "https://id.gs1.org/00/106141412345678908",
                "http://parcels.example.com/track/00/106141412345678908?lang=en",
                "https://example.com/a/b/c/sscc/106141412345678908/"
            })
    void a_parcel_is_named_by(String text) {
        assertThat(Sscc.parse(text)).contains(new Sscc("106141412345678908"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "106141412345678909",
                "10614141234567890",
                "1061414123456789080",
                "00106141412345678909",
                "urn:epc:id:sscc:0614141.123456789",
                "urn:epc:id:sscc:0614141.12345678901",
                "urn:epc:id:sscc:0614141.",
                "urn:epc:id:sgtin:0614141.1234567890",
                "urn:epc:id:sscc:061414١.1234567890",
                "https://id.gs1.org/00/106141412345678909",
                "https://id.gs1.org/?00=106141412345678908",
                "(01)106141412345678908"
            })
    void no_parcel_is_named_by(String text) {
        assertThat(Sscc.parse(text)).isEmpty();
    }

    @Test
    void a_parcel_is_written_as_a_digital_link_and_read_again() {
        var sscc = new Sscc("106141412345678908");
        assertThat(sscc.uri()).isEqualTo("https://id.gs1.org/00/106141412345678908");
        assertThat(Sscc.parse(sscc.uri())).contains(sscc);
        assertThatThrownBy(() -> new Sscc("106141412345678909")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0614141000012",
                "(414)0614141000012",
                "(410)0614141000012",
                "4140614141000012",
                "]C14140614141000012254A7",
                "(414)0614141000012(254)A7",
                "urn:epc:id:sgln:0614141.00001.0",
                "urn:epc:id:sgln:0614141.00001.400",
                "urn:epc:id:sgln:061414100001..0",
                "urn:epc:id:pgln:0614141.00001",
                "https://id.gs1.org/414/0614141000012",
                "https://id.example.com/x/414/0614141000012/254/A7",
                "https://id.gs1.org/417/0614141000012"
            })
    void a_place_is_named_by(String text) {
        assertThat(Gln.parse(text)).contains(new Gln("0614141000012"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0614141000013",
                "614141000012",
                "(254)A7",
                "urn:epc:id:sgln:0614141.0001.0",
                "urn:epc:id:sgln:06141410000123..0",
                "https://id.gs1.org/414/0614141000013"
            })
    void no_place_is_named_by(String text) {
        assertThat(Gln.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5012345678900",
                "05012345678900",
                "0105012345678900",
                "010501234567890010LOT7",
                "]C10105012345678900",
                "]d20105012345678900",
                "\u001d0105012345678900",
                "(01)05012345678900(10)LOT7",
                "urn:epc:id:sgtin:5012345.067890.12",
                "urn:epc:id:sgtin:5012345.067890.a%2Fb.c",
                "urn:epc:idpat:sgtin:5012345.067890.*",
                "urn:epc:class:lgtin:5012345.067890.LOT7",
                "https://id.example.com/01/05012345678900",
                "https://id.example.com/01/5012345678900/10/LOT7?17=260101",
                "https://id.example.com/01/05012345678900/22/2A/10/LOT7/21/S1?linkType=gs1:pip",
                "HTTPS://SHOP.EXAMPLE.COM/some/path/gtin/05012345678900#x"
            })
    void an_article_is_named_by(String text) {
        assertThat(GtinUri.parse(text)).contains(new Gtin("05012345678900"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5012345678901",
                "0105012345678901",
                "RDR-5012345678900",
                "https://example.com/?x=/01/05012345678900",
                "https://example.com/01/123",
                "https://id.example.com/01/05012345678900/21/S1/10/LOT7",
                "1Z999AA10123456784",
                "urn:epc:id:sgtin:5012345.67890.12",
                "urn:epc:id:lgtin:5012345.067890.LOT7",
                "urn:epc:idpat:sgtin:5012345.*.*",
                "(02)05012345678900(37)5"
            })
    void no_article_is_named_by(String text) {
        assertThat(GtinUri.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "96385074, 00000096385074",
        "614141123452, 00614141123452",
        "4006381333931, 04006381333931",
        "10614141543219, 10614141543219"
    })
    void every_length_of_article_number_has_its_check_digit(String digits, String normal) {
        assertThat(GtinUri.parse(digits)).contains(new Gtin(normal));
        assertThat(GtinUri.parse("https://id.gs1.org/01/" + digits)).contains(new Gtin(normal));
    }

    @Test
    void one_wrong_digit_is_always_noticed() {
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            for (int length : new int[] {7, 11, 12, 13, 17}) {
                var body = digits(random, length);
                var right = CheckDigit.append(body, length).orElseThrow();
                assertThat(CheckDigit.isRight(right)).isTrue();
                int at = random.nextInt(right.length());
                char other = (char) ('0' + (right.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
                assertThat(CheckDigit.isRight(right.substring(0, at) + other + right.substring(at + 1)))
                        .as(right)
                        .isFalse();
            }
        }
    }

    /** The same parcel or article in every way to write it, for every length of a company prefix. */
    @Test
    void every_company_prefix_reads_the_same_in_every_form() {
        var random = new Random(11);
        for (int prefix = 6; prefix <= 12; prefix++) {
            var sscc = new Sscc(CheckDigit.append(digits(random, 17), 17).orElseThrow());
            var inside = sscc.digits();
            assertThat(Sscc.parse("urn:epc:id:sscc:" + inside.substring(1, 1 + prefix) + "." + inside.charAt(0)
                            + inside.substring(1 + prefix, 17)))
                    .contains(sscc);
            var gtin = new Gtin(CheckDigit.append(digits(random, 13), 13).orElseThrow());
            var number = gtin.digits();
            var urn = number.substring(1, 1 + prefix) + "." + number.charAt(0) + number.substring(1 + prefix, 13);
            assertThat(GtinUri.parse("urn:epc:id:sgtin:" + urn + ".1")).contains(gtin);
            assertThat(GtinUri.parse("urn:epc:idpat:sgtin:" + urn + ".*")).contains(gtin);
            assertThat(GtinUri.parse("urn:epc:class:lgtin:" + urn + ".L")).contains(gtin);
        }
    }

    private static String digits(Random random, int length) {
        return IntStream.range(0, length)
                .mapToObj(_ -> String.valueOf(random.nextInt(10)))
                .collect(Collectors.joining());
    }
}
