package org.redress.manners;

import java.util.List;

/** Hears how a customer feels, in whichever language they write. */
public interface Moods {
    /** At most one sign of each mood, the gravest mood first; nothing where the words are calm. */
    List<Mood.Sign> read(String text);
}
