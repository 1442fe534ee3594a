package org.redress.settlement.model;

import org.redress.remedy.Remedy;
import org.redress.settlement.Work;

/** A step that has no row yet. */
public record Draft(int position, int part, Remedy.Kind kind, Work work) {}
