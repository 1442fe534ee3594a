package org.redress.practice;

import java.util.List;
import org.redress.claims.Claim;
import org.redress.claims.Dossier;
import org.redress.rehearsal.KnownCase;
import org.redress.remedy.RemedyOption;

/**
 * A play and what stands around it, as the product’s own desks see it.
 *
 * @param known the case with its truth: what of it is shown is up to whoever draws it
 * @param options what the rules allow to be offered
 */
public record Scene(Play play, KnownCase known, Claim claim, Dossier dossier, List<RemedyOption> options) {}
