package org.redress.handbook;

/** For whom a chapter is written. */
public enum Audience {
    STAFF,
    CUSTOMERS
}
