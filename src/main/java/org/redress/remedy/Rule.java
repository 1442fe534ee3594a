package org.redress.remedy;

import org.redress.kernel.Phrase;

/**
 * A rule that shaped an option or a verdict.
 *
 * @param id stable, for programs and for the text {@code remedy.rule.<id>}
 * @param source the law or promise it follows
 */
public record Rule(String id, String source) {
    public Phrase sentence() {
        return Phrase.of("remedy.rule." + id);
    }
}
