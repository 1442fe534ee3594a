package org.redress.sheets.app;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodingTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String CHINESE = "订单号,商品名称,数量\nA-1,红色马克杯（大）,2\nA-2,镕喆堃杯,1\n";

    @TempDir
    Path folder;

    @Test
    void utf_8_is_known_with_and_without_a_mark() throws IOException {
        assertThat(of(CHINESE.getBytes(UTF_8))).contains(UTF_8);
        assertThat(of(("\uFEFF" + CHINESE).getBytes(UTF_8))).contains(UTF_8);
        assertThat(of("plain,ascii\n".getBytes(UTF_8))).contains(UTF_8);
        assertThat(of(("😀" + "é".repeat(70_000)).getBytes(UTF_8))).contains(UTF_8);
    }

    @Test
    void a_mark_of_utf_16_is_left_to_the_reader() throws IOException {
        assertThat(of(("\uFEFF" + CHINESE).getBytes(UTF_16BE))).isPresent();
    }

    @Test
    void gbk_as_chinese_spreadsheets_save_it_is_known() throws IOException {
        assertThat(of(CHINESE.getBytes(Charset.forName("GBK")))).contains(GB18030);
        assertThat(of((CHINESE.repeat(5_000) + "𠮷").getBytes(GB18030))).contains(GB18030);
    }

    @Test
    void text_of_western_europe_is_neither_and_not_taken_for_chinese() throws IOException {
        var windows = Charset.forName("windows-1252");
        assertThat(of("café,2\n".getBytes(windows))).isEmpty();
        assertThat(of("Müller,Straße\nGrün,Größe\n".getBytes(windows))).isEmpty();
        assertThat(of("Preis in €\n".getBytes(windows))).isEmpty();
    }

    @Test
    void one_broken_character_among_many_good_ones_does_not_cost_the_file() throws IOException {
        var bytes = (CHINESE + "\nx?\n").getBytes(UTF_8);
        bytes[bytes.length - 2] = (byte) 0xE9;
        assertThat(of(bytes)).contains(UTF_8);
    }

    private java.util.Optional<Charset> of(byte[] bytes) throws IOException {
        var file = Files.createTempFile(folder, "text", ".csv");
        Files.write(file, bytes);
        return Encoding.of(file);
    }
}
