package org.redress.planted.kernel;

import org.redress.planted.claims.Claim;

/** Breaks the one law: the kernel looks up. */
public record LooksUp(Claim claim) {}
