package org.redress.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list read by key.
 *
 * @param next opaque: where the next page starts, or null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public static final int USUAL = 50;
    public static final int LARGEST = 200;
}
