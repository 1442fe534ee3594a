package org.redress.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every text of every module stands in both languages and says the same thing. */
class WordsCompleteTest {
    private static final Pattern GAP = Pattern.compile("\\{(\\d+)");
    /** Doubled, or around braces that stand for themselves. */
    private static final Pattern SOUND_APOSTROPHES = Pattern.compile("''|'[{}]+'");

    @ParameterizedTest
    @MethodSource("modules")
    void both_languages_have_the_same_texts(String module) throws IOException {
        assertThat(read(module + "_zh").keySet()).isEqualTo(read(module).keySet());
        assertThat(read(module)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void both_languages_have_the_same_gaps(String module) throws IOException {
        assertThat(gaps(read(module + "_zh"))).isEqualTo(gaps(read(module)));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void no_apostrophe_stands_alone_for_it_would_swallow_the_gaps_after_it(String module) throws IOException {
        for (var file : new String[] {module, module + "_zh"}) {
            read(file)
                    .forEach((key, text) -> assertThat(
                                    SOUND_APOSTROPHES.matcher(text).replaceAll(""))
                            .as(key)
                            .doesNotContain("'"));
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void every_text_is_a_message_and_not_empty(String module) throws IOException {
        for (var file : new String[] {module, module + "_zh"}) {
            read(file)
                    .forEach((key, text) -> assertThat(new MessageFormat(text).toPattern())
                            .as(key)
                            .isNotBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void no_key_stands_twice(String module) throws IOException {
        for (var file : new String[] {module, module + "_zh"}) {
            var keys = new ClassPathResource("words/" + file + ".properties")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
            assertThat(keys).as(file).doesNotHaveDuplicates();
        }
    }

    static Stream<String> modules() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:words/*_zh.properties"))
                .map(file -> String.valueOf(file.getFilename()).replace("_zh.properties", ""))
                .sorted();
    }

    private static Map<String, String> read(String file) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(
                new ClassPathResource("words/" + file + ".properties").getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        var texts = new TreeMap<String, String>();
        properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
        return texts;
    }

    private static Map<String, Set<String>> gaps(Map<String, String> texts) {
        var gaps = new TreeMap<String, Set<String>>();
        texts.forEach((key, text) -> {
            var found = new TreeSet<String>();
            GAP.matcher(text).results().forEach(match -> found.add(match.group(1)));
            gaps.put(key, found);
        });
        return gaps;
    }
}
