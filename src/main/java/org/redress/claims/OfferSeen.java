package org.redress.claims;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Money;
import org.redress.remedy.RemedyPlan;

/**
 * What an approver had before them, frozen.
 *
 * @param costToUs null where the policy would no longer allow the plan
 * @param table of the policy, in the version that was in force
 * @param rules that the plan rests on, by their ids
 * @param version of the claim
 */
public record OfferSeen(
        @Nullable Money costToUs,
        RemedyPlan plan,
        String table,
        String tableVersion,
        List<String> rules,
        Verdict verdict,
        int version) {}
