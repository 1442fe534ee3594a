package org.redress.planted.claims.web;

import org.redress.planted.claims.store.ClaimTable;

/** A page that takes a shortcut to the database. */
public record Shortcut(ClaimTable table) {}
