package org.redress.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.helger.css.decl.CSSMediaRule;
import com.helger.css.decl.CSSStyleRule;
import com.helger.css.decl.CascadingStyleSheet;
import com.helger.css.decl.ICSSTopLevelRule;
import com.helger.css.decl.IHasCSSDeclarations;
import com.helger.css.reader.CSSReader;
import com.helger.css.reader.CSSReaderSettings;
import com.helger.css.writer.CSSWriter;
import com.helger.css.writer.CSSWriterSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.redress.testing.Approved;

/**
 * Of Tabler, pages are sent what they are built of: a customer with a wrong parcel and a slow line does not wait for half a
 * megabyte of parts that no page has. The file is made anew with {@code -Dapprove=true} after a page has begun to use a part.
 */
class TablerPartsTest {
    private static final Path PARTS = Path.of("src/main/resources/static/assets/tabler.css");
    private static final Pattern WORD = Pattern.compile("-?[_a-zA-Z][\\w-]*");
    private static final Pattern CLASS = Pattern.compile("\\.(-?[_a-zA-Z][\\w-]*)");
    /** A condition on what is absent, or one of several: says nothing about whether a page has the part. */
    private static final Pattern CONDITION = Pattern.compile(":(not|is|where|has)\\([^)]*\\)|\\[[^]]*]");

    /** Stands for a value of no words, which the reader does not know. */
    private static final String NOTHING = "of-no-words";

    private static final Pattern VARIABLE = Pattern.compile("var\\(\\s*(--[\\w-]+)");

    private static final String HEAD = """
            /*!
             * Parts of Tabler v1.4.0 (https://tabler.io): those that pages are built of.
             * Copyright 2018-2025 The Tabler Authors
             * Copyright 2018-2025 codecalm.net Paweł Kuna
             * Licensed under MIT (https://github.com/tabler/tabler/blob/master/LICENSE)
             */
            """;

    @Test
    void the_parts_of_tabler_are_those_that_pages_are_built_of() throws IOException {
        var words = words();
        var sheet = tabler();
        keep(sheet.getAllRules(), sheet::removeRule, words);
        var own = ownStyles();
        int before;
        do {
            before = size(sheet);
            var asked = variables(own);
            asked.addAll(variables(text(sheet)));
            sheet.getAllStyleRules().forEach(rule -> forget(rule, asked));
            sheet.getAllMediaRules()
                    .forEach(media -> media.getAllRules().stream()
                            .filter(CSSStyleRule.class::isInstance)
                            .forEach(rule -> forget((CSSStyleRule) rule, asked)));
        } while (size(sheet) < before);
        var left = text(sheet);
        sheet.getAllKeyframesRules().stream()
                .filter(frames -> !left.matches("(?s).*animation(-name)?:[^;}]*" + frames.getAnimationName() + ".*"))
                .forEach(sheet::removeRule);
        Approved.check(PARTS, HEAD + text(sheet).replace(":" + NOTHING, ": ") + "\n");
    }

    /** Takes away what no page has: selectors, rules that are left without one, media that are left without rules. */
    private static void keep(Iterable<ICSSTopLevelRule> rules, Consumer<ICSSTopLevelRule> away, Set<String> words) {
        for (var rule : rules) {
            if (rule instanceof CSSMediaRule media) {
                keep(media.getAllRules(), media::removeRule, words);
            }
            if (rule instanceof CSSStyleRule style) {
                style.getAllSelectors().stream()
                        .filter(selector -> !isUsed(selector.getAsCSSString(), words))
                        .forEach(style::removeSelector);
                if (style.getAllSelectors().isEmpty()) {
                    away.accept(style);
                }
            }
        }
    }

    private static boolean isUsed(String selector, Set<String> words) {
        return CLASS.matcher(CONDITION.matcher(selector).replaceAll(""))
                .results()
                .allMatch(found -> words.contains(found.group(1)));
    }

    private static void forget(IHasCSSDeclarations<?> rule, Set<String> asked) {
        rule.getAllDeclarations().stream()
                .filter(each -> each.getProperty().startsWith("--") && !asked.contains(each.getProperty()))
                .forEach(rule::removeDeclaration);
    }

    private static Set<String> variables(String style) {
        return VARIABLE.matcher(style).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static CascadingStyleSheet tabler() throws IOException {
        var file = "/META-INF/resources/webjars/tabler__core/1.4.0/dist/css/tabler.min.css";
        try (var whole = Objects.requireNonNull(TablerPartsTest.class.getResourceAsStream(file))) {
            var text = new String(whole.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(--[\\w-]+): ?(?=[;}])", "$1:" + NOTHING);
            return Objects.requireNonNull(CSSReader.readFromStringReader(text, new CSSReaderSettings()));
        }
    }

    /** Every word of pages, scripts and what makes pages: among them are the names of all classes. */
    private static Set<String> words() throws IOException {
        var words = new HashSet<String>();
        for (var folder : List.of("src/main/jte", "src/main/resources/static/assets", "src/main/java")) {
            for (var file : files(folder)) {
                WORD.matcher(Files.readString(file)).results().forEach(found -> words.add(found.group()));
            }
        }
        assertThat(words).contains("btn-primary", "form-check-input");
        return words;
    }

    private static String ownStyles() throws IOException {
        var all = new StringBuilder();
        for (var file : files("src/main/resources/static/assets")) {
            if (file.toString().endsWith(".css")) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    /** What may name a part, but for the parts themselves. */
    private static List<Path> files(String folder) throws IOException {
        try (var all = Files.walk(Path.of(folder))) {
            return all.filter(file -> file.toString().matches(".*\\.(jte|js|css|java)"))
                    .filter(file -> !file.equals(PARTS))
                    .toList();
        }
    }

    private static int size(CascadingStyleSheet sheet) {
        return text(sheet).length();
    }

    private static String text(CascadingStyleSheet sheet) {
        var settings = new CSSWriterSettings().setRemoveUnnecessaryCode(true);
        return new CSSWriter(settings)
                .setWriteHeaderText(false)
                .setWriteFooterText(false)
                .getCSSAsString(sheet);
    }
}
