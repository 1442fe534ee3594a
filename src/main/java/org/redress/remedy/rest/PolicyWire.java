package org.redress.remedy.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.remedy.Area;
import org.redress.remedy.Finding;
import org.redress.remedy.PolicyVersion;
import org.redress.ui.Words;

/** One version of a merchant's own rules. */
record PolicyWire(
        UUID id,
        Area area,
        String name,
        int number,
        PolicyVersion.State state,
        String note,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String author,
        @Nullable String reviewer,
        Instant changedAt,
        int version) {
    static PolicyWire of(PolicyVersion policy) {
        return new PolicyWire(
                policy.id(),
                policy.area(),
                policy.name(),
                policy.number(),
                policy.state(),
                policy.note(),
                policy.from(),
                policy.to(),
                policy.author(),
                policy.reviewer(),
                policy.changedAt(),
                policy.version());
    }

    /**
     * What applies today in an area.
     *
     * @param id the merchant's version; null where the product's own tables apply
     */
    record InForce(Area area, String version, @Nullable UUID id) {}

    record Overview(List<InForce> inForce, List<PolicyWire> items) {}

    record Entry(
            Instant at,
            String actor,
            PolicyVersion.What what,
            @Nullable String note) {
        static Entry of(PolicyVersion.Entry entry) {
            return new Entry(entry.at(), entry.actor().identity(), entry.what(), entry.note());
        }
    }

    record Whole(PolicyWire policy, List<Entry> entries) {}

    record FindingWire(@Nullable String table, @Nullable Integer row, String code, String message) {
        static FindingWire of(Finding finding, Words words) {
            return new FindingWire(finding.table(), finding.row(), finding.code(), words.say(finding.said()));
        }
    }

    record Findings(List<FindingWire> findings) {}
}
