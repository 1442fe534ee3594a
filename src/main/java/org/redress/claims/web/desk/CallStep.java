package org.redress.claims.web.desk;

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
