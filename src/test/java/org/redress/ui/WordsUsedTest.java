package org.redress.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text that is asked for is there, and every text that is there is asked for. Read from the sources. */
class WordsUsedTest {
    private static final Path WORDS = Path.of("src/main/resources/words");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9]+(?:[.-][A-Za-z0-9_-]+)*[.-]?)\"");

    /** A key that stands alone: what follows it is the end of the argument. */
    private static final Pattern ASKED = Pattern.compile("(?:\\bsay|Phrase\\.of)\\(\\s*\"([^\"]+)\"\\s*([,)+])");

    private static final Pattern STATUS = Pattern.compile("[1-5][0-9][0-9]");

    private static final Set<String> SOURCES = sources();
    private static final Set<String> KEYS = keys();
    private static final Set<String> LITERALS = SOURCES.stream()
            .flatMap(source -> LITERAL.matcher(source).results())
            .map(found -> found.group(1))
            .collect(Collectors.toSet());

    private static final Set<String> ENDS = SOURCES.stream()
            .flatMap(source ->
                    Pattern.compile("\"(\\.[a-z.-]+)\"").matcher(source).results())
            .map(found -> found.group(1))
            .collect(Collectors.toSet());

    private static Set<String> sources() {
        return Stream.of(Path.of("src/main/java"), Path.of("src/main/jte"), Path.of("src/main/resources/claims"))
                .flatMap(WordsUsedTest::walk)
                .map(WordsUsedTest::read)
                .collect(Collectors.toSet());
    }

    private static Set<String> keys() {
        return walk(WORDS)
                .filter(file -> !file.toString().endsWith("_zh.properties"))
                .flatMap(file -> read(file).lines())
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void no_text_is_left_that_nobody_asks_for() {
        assertThat(KEYS).hasSizeGreaterThan(1_000);
        assertThat(KEYS.stream().filter(key -> !isAskedFor(key))).isEmpty();
    }

    /** Whole; or by what it begins with, where the rest is put together: by a constant’s name, or after a dot or a dash. */
    private static boolean isAskedFor(String key) {
        return LITERALS.contains(key)
                || isFramed(key)
                || cuts(key)
                        .anyMatch(end -> LITERALS.contains(key.substring(0, end))
                                || LITERALS.contains(key.substring(0, end + 1)));
    }

    /** Begun with a word and a dot; and the rest stands alone, or ends with a dot and a word. */
    private static boolean isFramed(String key) {
        int dot = key.indexOf('.') + 1;
        var rest = key.substring(dot);
        return LITERALS.contains(key.substring(0, dot))
                && (LITERALS.contains(rest)
                        || STATUS.matcher(rest).matches()
                        || ENDS.stream().anyMatch(key::endsWith));
    }

    /** Where a key may be cut: at its dots and dashes but the first, for the first word says the file and nothing else. */
    private static Stream<Integer> cuts(String key) {
        return Stream.iterate(next(key, next(key, 0)), cut -> cut > 0, cut -> next(key, cut));
    }

    private static int next(String key, int after) {
        int dot = key.indexOf('.', after + 1);
        int dash = key.indexOf('-', after + 1);
        return dot < 0 ? dash : dash < 0 ? dot : Math.min(dot, dash);
    }

    @Test
    void no_text_is_asked_for_that_is_not_there() {
        var missing = SOURCES.stream()
                .flatMap(source -> ASKED.matcher(source).results())
                .filter(found -> !isThere(found.group(1), found.group(2).equals("+")))
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).isEmpty();
    }

    private static boolean isThere(String asked, boolean goesOn) {
        return KEYS.contains(asked)
                || KEYS.stream().anyMatch(key -> key.startsWith(goesOn || asked.endsWith(".") ? asked : asked + "."));
    }

    private static Stream<Path> walk(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
