package org.redress.claims.web.call;

/** The steps of a conversation, in the order in which people have one. */
public enum CallStep {
    GREETING,
    ORDER,
    GOODS,
    HARM,
    BEFORE,
    WISH,
    NEXT,
    CLOSE
}
