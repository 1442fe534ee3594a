package org.redress.investigation.model;

import org.jspecify.annotations.Nullable;

/**
 * A neighbour that may hold what this customer ordered.
 *
 * @param holds whether its order held what came; null where nobody knows what came
 * @param mismatches whether its customer complains or its weight is off; null where nothing says
 * @param gives whether its weight fits what the claimant ordered, or its customer says so: a swap
 * @param another whether its weight or its customer tells of something else that came there: a longer cycle
 * @param probability that it is the one, were the goods or labels of two or more orders mixed at all
 * @param ratio how much likelier all neighbours' records are if they were mixed than if not
 */
public record Match(
        Scene.Neighbour neighbour,
        @Nullable Boolean holds,
        @Nullable Boolean mismatches,
        boolean gives,
        boolean another,
        double probability,
        double ratio) {}
