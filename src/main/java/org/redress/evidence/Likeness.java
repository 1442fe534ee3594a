package org.redress.evidence;

/** How alike two files of different claims are (domain.md F3). */
public enum Likeness {
    /** The same bytes. */
    SAME_FILE,
    /** Saved anew, made smaller or a little brighter: the same shot. */
    SAME_PICTURE,
    /** Perhaps the same shot, perhaps the same kind of thing. */
    SIMILAR_PICTURE
}
