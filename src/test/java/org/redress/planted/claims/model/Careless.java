package org.redress.planted.claims.model;

import org.redress.planted.claims.store.ClaimTable;
import org.springframework.stereotype.Indexed;

/** A model that knows its store, and Spring. Not a component: tests scan this package too. */
@Indexed
public record Careless(ClaimTable table) {}
