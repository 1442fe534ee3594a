package org.redress.planted.claims.store;

/** A store to be careless with. */
public record ClaimTable(String name) {}
