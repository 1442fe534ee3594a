package org.redress.ui;

import java.util.List;
import org.redress.kernel.Phrase;

/** What stands at the top of every page of the staff for as long as it holds: declare it as a bean. */
public interface Banner {
    /** Nothing, or a sentence. */
    List<Phrase> says();
}
