package org.redress.remedy.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.remedy.Area;
import org.redress.remedy.PolicyLink;
import org.redress.remedy.PolicySet;
import org.redress.remedy.PolicyVersion;
import org.redress.remedy.RuleTable;
import org.redress.ui.Frame;

/** The rules on the manager's screen. */
public final class PolicyPage {
    private PolicyPage() {}

    /**
     * All of them.
     *
     * @param inForce what applies today, by area
     * @param versions the merchant's own, the newest first
     */
    public record Overview(Frame frame, List<PolicySet> inForce, List<PolicyVersion> versions) {
        public List<Area> areas() {
            return List.of(Area.values());
        }
    }

    /**
     * One set of tables.
     *
     * @param area null for the law's least
     * @param whole null for the product's own
     * @param file where the tables can be had as a file
     * @param people what those are called who did something to it, by identity
     * @param mayReview whether this viewer is somebody else than its authors
     * @param links what else can be done with a version
     */
    public record Tables(
            Frame frame,
            @Nullable Area area,
            PolicyVersion.@Nullable Whole whole,
            List<RuleTable> tables,
            String file,
            Map<String, String> people,
            boolean mayReview,
            List<PolicyLink> links) {
        public @Nullable PolicyVersion version() {
            return whole == null ? null : whole.version();
        }

        public boolean isIn(PolicyVersion.State state) {
            return whole != null && whole.version().state() == state;
        }
    }
}
