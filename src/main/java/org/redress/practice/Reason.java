package org.redress.practice;

import java.util.List;

/**
 * Why points were lost.
 *
 * @param points of the hundred of its part
 * @param key of the sentence
 * @param gaps its gaps: {@code @key} is another text, {@code ~90} is ninety minutes, everything else stands as it is
 */
public record Reason(Part part, int points, String key, List<String> gaps) {}
