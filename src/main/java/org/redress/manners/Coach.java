package org.redress.manners;

import java.util.List;

/** Reads a draft before it is sent. Advice, not a lock, except for what belongs to somebody else. */
public interface Coach {
    /** What is missing or hurts, the gravest first; empty where there is nothing to say. */
    List<Advice> read(Draft draft, Matter matter);

    /** Of that only what gives somebody else away: quicker, for what is checked each time that something is sent. */
    List<Advice> leaks(Draft draft, Matter matter);

    /** All rules, in the order in which the handbook shows them. */
    List<Rule> rules();
}
