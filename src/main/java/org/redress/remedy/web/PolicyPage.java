package org.redress.remedy.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.remedy.Area;
import org.redress.remedy.PolicyLink;
import org.redress.remedy.PolicySet;
import org.redress.remedy.PolicyTab;
import org.redress.remedy.PolicyVersion;
import org.redress.remedy.RuleChange;
import org.redress.remedy.RuleTable;
import org.redress.ui.Frame;

/** The rules on the manager's screen. */
public final class PolicyPage {
    private PolicyPage() {}

    /**
     * All of them.
     *
     * @param tabs pages beside this one
     * @param inForce what applies today, by area
     * @param versions the merchant's own, the newest first
     */
    public record Overview(Frame frame, List<PolicyTab> tabs, List<PolicySet> inForce, List<PolicyVersion> versions) {
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
     * @param changes against what applies today
     */
    public record Tables(
            Frame frame,
            @Nullable Area area,
            PolicyVersion.@Nullable Whole whole,
            List<RuleTable> tables,
            String file,
            Map<String, String> people,
            boolean mayReview,
            List<PolicyLink> links,
            List<RuleChange> changes) {
        public @Nullable PolicyVersion version() {
            return whole == null ? null : whole.version();
        }

        public boolean isChanged(String table, String row) {
            return changes.stream()
                    .anyMatch(change ->
                            change.table().equals(table) && change.id().equals(row));
        }

        /** What of a row differs, each cell under the name of its column. */
        public List<Cell> cells(RuleChange change) {
            var table = tables.stream()
                    .filter(each -> each.name().equals(change.table()))
                    .findFirst()
                    .orElseThrow();
            var names = Stream.concat(
                            Stream.concat(table.inputs().stream(), table.outputs().stream())
                                    .map("remedy.column."::concat),
                            Stream.of("remedy.page.source"))
                    .toList();
            var cells = new ArrayList<Cell>();
            for (int i = 0; i < names.size(); i++) {
                var cell = new Cell(names.get(i), at(change.before(), i), at(change.after(), i));
                if (!cell.before().equals(cell.after())) {
                    cells.add(cell);
                }
            }
            return cells;
        }

        private static String at(@Nullable List<String> cells, int column) {
            return cells == null || column >= cells.size() ? "" : cells.get(column);
        }

        public boolean isIn(PolicyVersion.State state) {
            return whole != null && whole.version().state() == state;
        }
    }

    /** @param column key of its name */
    public record Cell(String column, String before, String after) {}

    /**
     * A draft's tables to change as tables.
     *
     * @param seen the version that the tables in the browser came from
     * @param text the file as it stands in the browser, kept or not
     * @param tables in their order
     * @param refused why it was not kept; null where it was not refused
     * @param findings what is wrong with it, each with its place
     * @param kept whether it was kept just now
     */
    public record Editor(
            Frame frame,
            PolicyVersion version,
            int seen,
            String text,
            String note,
            List<RuleTable> tables,
            @Nullable String refused,
            List<Place> findings,
            boolean kept) {
        /** What the editor says of its own, and our words for it. */
        private static final Map<String, String> SAYS = Map.ofEntries(
                Map.entry("When", "remedy.editor.when"),
                Map.entry("And", "remedy.editor.and"),
                Map.entry("Then", "remedy.editor.then"),
                Map.entry("Annotations", "remedy.page.source"),
                Map.entry("Input Label", "remedy.editor.asks"),
                Map.entry("Input Type", "remedy.editor.type"),
                Map.entry("Input Values", "remedy.editor.values"),
                Map.entry("Output Label", "remedy.editor.answers"),
                Map.entry("Output Type", "remedy.editor.type"),
                Map.entry("Output Values", "remedy.editor.values"),
                Map.entry("Add Rule Above", "remedy.editor.add-above"),
                Map.entry("Add Rule Below", "remedy.editor.add-below"),
                Map.entry("Remove Rule", "remedy.editor.remove"),
                Map.entry("Copy Rule", "remedy.editor.copy"),
                Map.entry("Cut Rule", "remedy.editor.cut"),
                Map.entry("Paste Rule Above", "remedy.editor.paste-above"),
                Map.entry("Paste Rule Below", "remedy.editor.paste-below"),
                Map.entry("Edit String", "remedy.editor.choose"),
                Map.entry("Predefined Values", "remedy.editor.values"),
                Map.entry("Add Values", "remedy.editor.further"),
                Map.entry("Set Value", "remedy.editor.set"),
                Map.entry("No values", "remedy.editor.no-values"),
                Map.entry("Remove", "remedy.editor.take-out"),
                Map.entry("Strings must be in double quotes.", "remedy.editor.quotes"));

        public Map<String, String> says() {
            return SAYS;
        }

        public boolean isRefused() {
            return refused != null;
        }
    }

    /**
     * A finding with its place.
     *
     * @param table null where it is about the file as a whole
     * @param row counted from 1; null where it is about the table as a whole
     */
    public record Place(@Nullable String table, @Nullable Integer row, String text) {}
}
