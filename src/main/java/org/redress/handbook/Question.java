package org.redress.handbook;

import java.util.List;

/**
 * A question of the bank, in one language.
 *
 * @param id the same in both languages, as are the number and order of its options
 * @param sources rows of domain.md
 * @param right index of the one right option
 * @param why said after the answer, whether right or wrong
 * @param anchor of the section to read again
 */
public record Question(
        String id, List<String> sources, String text, List<String> options, int right, String why, String anchor) {}
