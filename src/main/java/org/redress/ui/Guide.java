package org.redress.ui;

import java.util.Optional;

/** Knows what to read about a page of the staff: declare it as a bean. */
public interface Guide {
    /** Where the contents are. */
    String contents();

    /** The address of what to read about the page at this path; empty where there is nothing. */
    Optional<String> about(String path);
}
