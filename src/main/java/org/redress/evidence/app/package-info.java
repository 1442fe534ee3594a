/** Receiving, keeping and reading files: transactions, jobs, and the port to where the bytes lie. */
@NullMarked
package org.redress.evidence.app;

import org.jspecify.annotations.NullMarked;
