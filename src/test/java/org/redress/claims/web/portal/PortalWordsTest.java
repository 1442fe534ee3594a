package org.redress.claims.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClosedBy;
import org.redress.kernel.Demand;
import org.redress.kernel.Problem;
import org.redress.remedy.Remedy;

/** Keys that are put together while a page is drawn: each one that may be asked for is there. */
class PortalWordsTest {
    /** Told in another way, or to nobody. */
    private static final Set<String> WITHOUT_WORDS = Set.of(
            "VerdictReached",
            "ClaimAssessed",
            "AuditPicked",
            "CustomerSilent",
            "CauseRecorded",
            "CauseConcluded",
            "OfferApproved",
            "ApprovalRefused",
            "RejectionOverruled",
            "ClaimAssigned",
            "StepDone",
            "StepReversed",
            "PartDone",
            "PlanEnded",
            "ClaimClosed",
            "PromiseWarned",
            "CallTaken");

    @Test
    void whatever_happens_to_a_claim_can_be_said_to_the_customer() throws IOException {
        var wanted = new ArrayList<String>();
        for (var problem : Problem.values()) {
            wanted.add("portal.problem." + problem);
        }
        for (var demand : Demand.values()) {
            wanted.addAll(List.of("portal.demand." + demand, "portal.demand." + demand + ".note"));
        }
        for (var kind : Remedy.Kind.values()) {
            wanted.addAll(List.of("portal.gets." + kind, "portal.done." + kind));
        }
        for (var by : ClosedBy.values()) {
            wanted.addAll(
                    List.of("portal.told.ClaimClosed." + by, "portal.now.closed." + by, "portal.next.closed." + by));
        }
        for (var event : ClaimEvent.class.getPermittedSubclasses()) {
            if (!WITHOUT_WORDS.contains(event.getSimpleName())) {
                wanted.add("portal.told." + event.getSimpleName());
            }
        }
        for (var outcome : Reading.Outcome.values()) {
            wanted.add("portal.reading." + outcome + (isNamed(outcome) ? ".before" : ""));
        }
        assertThat(keys()).containsAll(wanted);
    }

    private static boolean isNamed(Reading.Outcome outcome) {
        return switch (outcome) {
            case DIFFERS, SAME, NAMED, UNLISTED, LABEL, TEXT -> true;
            case PENDING, PENDING_VIDEO, NO_BARCODE, NOT_SHOWN, VIDEO -> false;
        };
    }

    @Test
    void each_standing_has_a_title_a_sentence_and_one_for_being_late_where_it_is_our_turn() throws IOException {
        var keys = keys();
        var ours = List.of(
                "submitted",
                "submitted.other",
                "submitted.second",
                "accepted",
                "rejected.pending",
                "accepted.declined",
                "accepted.countered",
                "accepted.expired",
                "executing",
                "executing.stuck",
                "follow-up.unhappy",
                "follow-up.back",
                "follow-up.silent",
                "needs-information.silent");
        for (var key : ours) {
            assertThat(keys).contains("portal.now." + key, "portal.next." + key, "portal.next." + key + ".late");
        }
        for (var key : List.of("needs-information", "offered", "follow-up", "rejected", "merged")) {
            assertThat(keys).contains("portal.now." + key, "portal.next." + key);
        }
        for (var doing : Arrays.asList(
                "look",
                "your-answer",
                "offer",
                "your-decision",
                "carry-out",
                "your-view",
                "look-again",
                "second",
                "nothing")) {
            assertThat(keys).contains("portal.doing." + doing);
        }
    }

    private static Set<String> keys() throws IOException {
        var properties = new Properties();
        var file =
                Objects.requireNonNull(PortalWordsTest.class.getResourceAsStream("/words/portal.properties"), "words");
        try (var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames();
    }
}
