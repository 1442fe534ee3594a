package org.redress.claims.rest;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is sent with each step of a claim (contract.md, Steps), for the OpenAPI document. */
final class StepBody {
    private StepBody() {}

    record Note(@Nullable String note) {}

    record Reason(@Nullable String reason) {}

    record Rejection(String reason) {}

    enum Review {
        CONFIRM,
        OVERRULE
    }

    record RejectionReview(Review decision, @Nullable String note) {}

    record InformationRequest(List<String> what, String message) {}

    record Information(String message) {}

    record Cause(String code, @Nullable String note) {}

    /** Either an option as {@code /remedy-options} gave it, or remedies put together by hand. */
    record NewOffer(
            @Nullable String optionId,
            @Nullable List<ClaimWire.RemedyWire> remedies,
            @Nullable String note) {}

    enum Approval {
        APPROVE,
        REFUSE
    }

    record ApprovalDecision(Approval decision, @Nullable String note) {}

    enum Answer {
        ACCEPT,
        DECLINE,
        COUNTER
    }

    record Response(
            Answer decision,
            @Nullable List<ClaimWire.RemedyWire> remedies,
            @Nullable String note) {}

    record Satisfaction(int score, @Nullable String comment) {}

    record Assignment(@Nullable UUID account) {}
}
