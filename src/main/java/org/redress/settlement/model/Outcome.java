package org.redress.settlement.model;

import java.time.Duration;
import org.redress.settlement.Trouble;

/** What the other side answered. */
public sealed interface Outcome {
    /** It is done. */
    record Confirmed(String reference) implements Outcome {}

    /** It was taken on and will be done; ask later. */
    record Pending(String reference) implements Outcome {}

    /** It will not be done, however often we ask. */
    record Refused(Trouble why) implements Outcome {}

    /** No usable answer: it may have been done or not, so it is asked for again under the same key. */
    record Unreachable(Trouble why) implements Outcome {}

    /** The other side failed so often in a row that nobody was asked. */
    record NotAsked(Duration pause) implements Outcome {}

    /** The other side has never heard of this key. */
    record Unknown() implements Outcome {}
}
