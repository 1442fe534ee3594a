package org.redress.orders.rest;

import java.util.List;

/** Several articles at once. */
record StockBatch(List<StockBody> stock) {}
