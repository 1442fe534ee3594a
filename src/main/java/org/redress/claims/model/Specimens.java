package org.redress.claims.model;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.redress.claims.CauseCode;
import org.redress.claims.Claim;
import org.redress.claims.ClaimAct;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimState;
import org.redress.claims.Conclusion;
import org.redress.claims.ReturnMatch;
import org.redress.claims.Severity;
import org.redress.claims.Verdict;
import org.redress.evidence.EvidenceId;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyPlan;

/** One command of each act, as it would be sent to this claim now: asks the lifecycle what is possible. */
final class Specimens {
    private static final UUID SOME = new UUID(0, 0);

    private Specimens() {}

    /** Another claim about the same, fresh. */
    static Claim twin(Claim claim) {
        return ClaimHistory.registered(
                claim.merchant(),
                SOME,
                claim.number(),
                claim.filing(),
                claim.verdict(),
                claim.severity(),
                claim.filedAt());
    }

    static ClaimCommand of(ClaimAct act, Claim claim) {
        var current = claim.currentOffer();
        var offer = current == null ? SOME : current.id();
        var plan = RemedyPlan.nothing();
        return switch (act) {
            case ACCEPT -> new ClaimCommand.Accept(null);
            case REJECT -> new ClaimCommand.Reject("");
            case REVIEW_REJECTION -> new ClaimCommand.ReviewRejection(true, null);
            case ASK_INFORMATION -> new ClaimCommand.AskInformation(List.of(), "");
            case PROVIDE_INFORMATION -> new ClaimCommand.ProvideInformation("");
            case ADD_EVIDENCE -> new ClaimCommand.AddEvidence(Set.of());
            case RECORD_READING -> new ClaimCommand.RecordReading(new EvidenceId(SOME), Verdict.UNCONFIRMED);
            case ASSESS -> new ClaimCommand.Assess(Severity.NORMAL, Set.of());
            case PICK_FOR_AUDIT -> new ClaimCommand.PickForAudit();
            case RECORD_CONCLUSION ->
                new ClaimCommand.RecordConclusion(new Conclusion("STOCK", "IL", "PROBABLE", Conclusion.Avoid.NOTHING));
            case RECORD_CAUSE -> new ClaimCommand.RecordCause(CauseCode.WH_01, null);
            case MAKE_OFFER -> new ClaimCommand.MakeOffer(SOME, plan, false, Instant.EPOCH);
            case DECIDE_APPROVAL -> new ClaimCommand.DecideApproval(offer, false, null);
            case ACCEPT_OFFER -> new ClaimCommand.AcceptOffer(offer, "");
            case DECLINE_OFFER -> new ClaimCommand.DeclineOffer(offer, null);
            case COUNTER_OFFER -> new ClaimCommand.CounterOffer(offer, plan, null);
            case WITHDRAW_OFFER -> new ClaimCommand.WithdrawOffer(offer);
            case EXPIRE_OFFER -> new ClaimCommand.ExpireOffer(offer);
            case RECORD_SILENCE -> new ClaimCommand.RecordSilence();
            case RECORD_STEP_DONE -> new ClaimCommand.RecordStepDone(offer, 0, "");
            case RECORD_STEP_FAILED -> new ClaimCommand.RecordStepFailed(offer, 0, "");
            case STOP_EXECUTION -> new ClaimCommand.StopExecution(null);
            case RECORD_STEP_REVERSED -> new ClaimCommand.RecordStepReversed(offer, 0, "");
            case RECORD_PART_DONE ->
                new ClaimCommand.RecordPartDone(offer, 0, new Remedy(Remedy.Kind.KEEP_ITEM, null, List.of()));
            case RECORD_STOPPED ->
                new ClaimCommand.RecordStopped(
                        claim.state() instanceof ClaimState.Executing executing ? executing.offer() : SOME);
            case RECORD_RETURN -> new ClaimCommand.RecordReturn(List.of(), ReturnMatch.NOTHING_CAME, false);
            case RATE_SATISFACTION -> new ClaimCommand.RateSatisfaction(1, null);
            case CLOSE -> new ClaimCommand.Close();
            case WITHDRAW -> new ClaimCommand.Withdraw(null);
            case REOPEN -> new ClaimCommand.Reopen(null);
            case APPEAL -> new ClaimCommand.Appeal(null);
            case ESCALATE -> new ClaimCommand.Escalate(null);
            case ASSIGN -> new ClaimCommand.Assign(null);
            case MERGE -> new ClaimCommand.Merge(twin(claim), false);
            case SEPARATE -> new ClaimCommand.Separate();
        };
    }
}
