package org.redress.correspondence.app;

import java.util.function.Function;

/** Where mail lies until it is filed. */
public interface Mailbox {
    /**
     * Hands over each mail that was not taken yet, the oldest first, and marks it as the answer says. Cut off in between it
     * hands over again: whoever takes a mail knows it by itself.
     */
    void collect(Function<ArrivedMail, Taken> taker);

    /** What becomes of a mail in the mailbox. */
    enum Taken {
        /** It is with us, and as good as read. */
        FILED,
        /** It is nobody's, or no mail: it stays there, marked for people. */
        LEFT,
        /** It could not be taken now. */
        AGAIN
    }
}
