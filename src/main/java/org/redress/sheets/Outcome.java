package org.redress.sheets;

import java.util.List;

/** What became of one row. */
public sealed interface Outcome<T> {
    record Read<T>(T value) implements Outcome<T> {}

    record Rejected<T>(List<RowFault> faults) implements Outcome<T> {}
}
