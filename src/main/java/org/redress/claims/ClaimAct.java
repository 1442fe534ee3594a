package org.redress.claims;

import java.util.Set;
import org.redress.access.Role;
import org.redress.access.Viewer;

/**
 * The name of each {@link ClaimCommand} for permissions, buttons and REST affordances: who may do it.
 *
 * <p>An act without a role is the product's own and open to nobody else.
 */
public enum ClaimAct {
    ACCEPT(false, Role.AGENT),
    REJECT(false, Role.AGENT),
    REVIEW_REJECTION(false, Role.SUPERVISOR),
    ASK_INFORMATION(false, Role.AGENT),
    PROVIDE_INFORMATION(true, Role.AGENT, Role.CUSTOMER_VOICE),
    ADD_EVIDENCE(true, Role.AGENT, Role.CUSTOMER_VOICE, Role.INTEGRATOR),
    RECORD_READING(false),
    ASSESS(false),
    PICK_FOR_AUDIT(false),
    RECORD_CAUSE(false, Role.AGENT),
    RECORD_CONCLUSION(false),
    MAKE_OFFER(false, Role.AGENT),
    DECIDE_APPROVAL(false, Role.SUPERVISOR),
    ACCEPT_OFFER(true, Role.CUSTOMER_VOICE),
    DECLINE_OFFER(true, Role.CUSTOMER_VOICE),
    COUNTER_OFFER(true, Role.CUSTOMER_VOICE),
    WITHDRAW_OFFER(false, Role.AGENT),
    EXPIRE_OFFER(false),
    RECORD_SILENCE(false),
    RECORD_STEP_DONE(false),
    RECORD_STEP_FAILED(false),
    STOP_EXECUTION(false, Role.AGENT),
    RECORD_STEP_REVERSED(false),
    RECORD_PART_DONE(false),
    RECORD_STOPPED(false),
    RECORD_RETURN(false),
    RATE_SATISFACTION(true, Role.CUSTOMER_VOICE),
    CLOSE(false, Role.AGENT),
    WITHDRAW(true, Role.CUSTOMER_VOICE),
    REOPEN(true, Role.AGENT, Role.CUSTOMER_VOICE),
    APPEAL(true, Role.CUSTOMER_VOICE),
    ESCALATE(true, Role.AGENT, Role.CUSTOMER_VOICE),
    ASSIGN(false, Role.AGENT),
    MERGE(false, Role.AGENT),
    SEPARATE(false, Role.AGENT);

    private final boolean customers;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
    private final Set<Role> roles;

    ClaimAct(boolean customers, Role... roles) {
        this.customers = customers;
        this.roles = Set.of(roles);
    }

    public static ClaimAct of(ClaimCommand command) {
        return switch (command) {
            case ClaimCommand.Accept _ -> ACCEPT;
            case ClaimCommand.Reject _ -> REJECT;
            case ClaimCommand.ReviewRejection _ -> REVIEW_REJECTION;
            case ClaimCommand.AskInformation _ -> ASK_INFORMATION;
            case ClaimCommand.ProvideInformation _ -> PROVIDE_INFORMATION;
            case ClaimCommand.AddEvidence _ -> ADD_EVIDENCE;
            case ClaimCommand.RecordReading _ -> RECORD_READING;
            case ClaimCommand.Assess _ -> ASSESS;
            case ClaimCommand.PickForAudit _ -> PICK_FOR_AUDIT;
            case ClaimCommand.RecordCause _ -> RECORD_CAUSE;
            case ClaimCommand.RecordConclusion _ -> RECORD_CONCLUSION;
            case ClaimCommand.MakeOffer _ -> MAKE_OFFER;
            case ClaimCommand.DecideApproval _ -> DECIDE_APPROVAL;
            case ClaimCommand.AcceptOffer _ -> ACCEPT_OFFER;
            case ClaimCommand.DeclineOffer _ -> DECLINE_OFFER;
            case ClaimCommand.CounterOffer _ -> COUNTER_OFFER;
            case ClaimCommand.WithdrawOffer _ -> WITHDRAW_OFFER;
            case ClaimCommand.ExpireOffer _ -> EXPIRE_OFFER;
            case ClaimCommand.RecordSilence _ -> RECORD_SILENCE;
            case ClaimCommand.RecordStepDone _ -> RECORD_STEP_DONE;
            case ClaimCommand.RecordStepFailed _ -> RECORD_STEP_FAILED;
            case ClaimCommand.StopExecution _ -> STOP_EXECUTION;
            case ClaimCommand.RecordStepReversed _ -> RECORD_STEP_REVERSED;
            case ClaimCommand.RecordPartDone _ -> RECORD_PART_DONE;
            case ClaimCommand.RecordStopped _ -> RECORD_STOPPED;
            case ClaimCommand.RecordReturn _ -> RECORD_RETURN;
            case ClaimCommand.RateSatisfaction _ -> RATE_SATISFACTION;
            case ClaimCommand.Close _ -> CLOSE;
            case ClaimCommand.Withdraw _ -> WITHDRAW;
            case ClaimCommand.Reopen _ -> REOPEN;
            case ClaimCommand.Appeal _ -> APPEAL;
            case ClaimCommand.Escalate _ -> ESCALATE;
            case ClaimCommand.Assign _ -> ASSIGN;
            case ClaimCommand.Merge _ -> MERGE;
            case ClaimCommand.Separate _ -> SEPARATE;
        };
    }

    /** Whether it decides what the customer gets: after an appeal that is for somebody who has not decided before. */
    public boolean isDecision() {
        return switch (this) {
            case ACCEPT, REJECT, REVIEW_REJECTION, MAKE_OFFER, DECIDE_APPROVAL -> true;
            default -> false;
        };
    }

    /** Whether the customer may, by the link of their claim. */
    public boolean isCustomers() {
        return customers;
    }

    public boolean isOpenTo(Viewer viewer) {
        return viewer.roles().stream().anyMatch(roles::contains);
    }
}
