package org.redress.claims.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.StatementReading.Came;
import org.redress.claims.model.StatementSides.Side;
import org.redress.claims.model.StatementSides.Span;
import org.redress.kernel.Sku;

/** What came instead, as far as a text says: an article's number, some words, how many. */
public final class WhatCame {
    private static final int LONGEST = 120;

    private final StatementText text;
    private final StatementSides sides;

    public WhatCame(String statement) {
        text = StatementReader.text(statement);
        sides = new StatementSides(text);
    }

    /** @param articles of the catalogue that the text names by their number */
    public @Nullable Came of(List<Sku> articles) {
        var span = sides.came();
        var named = articles.stream().filter(this::stands).findFirst();
        if (span.isEmpty()) {
            return named.map(sku -> new Came(sku, sku.value(), null)).orElse(null);
        }
        var words = text.written(span.get().from(), span.get().to());
        return new Came(
                named.orElse(null),
                words.length() <= LONGEST ? words : words.substring(0, LONGEST),
                quantity(span.get()));
    }

    private boolean stands(Sku sku) {
        for (int at = 0; at < text.words().size(); at++) {
            if (sides.of(at) == Side.CAME && text.written(at, at + 1).equalsIgnoreCase(sku.value())) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Integer quantity(Span span) {
        var first = text.words().get(span.from());
        return first.isNumber() && first.form().length() <= 3 ? Integer.valueOf(first.form()) : null;
    }

    /**
     * The name that the ordered article would have in the colour that came: "Stoneware mug, red" and "got a blue one" give
     * "Stoneware mug, blue". Empty where the text names no other colour.
     */
    public Optional<String> sibling(String orderedName) {
        var came = Stream.iterate(0, at -> at < text.words().size(), at -> at + 1)
                .filter(at -> sides.of(at) == Side.CAME)
                .flatMap(at -> Tints.names(text.words(), at).stream())
                .findFirst();
        var name = StatementText.of(orderedName);
        for (int at = 0; came.isPresent() && at < name.words().size(); at++) {
            var ordered = Tints.names(name.words(), at);
            if (!ordered.isEmpty() && !ordered.contains(came.get())) {
                var word = name.words().get(at);
                var tint = word.isHan() ? Tints.inChinese(came.get()) : came.get();
                return Optional.of(orderedName.substring(0, word.from()) + tint + orderedName.substring(word.to()));
            }
        }
        return Optional.empty();
    }
}
