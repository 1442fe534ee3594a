package org.redress.remedy.dmn;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.api.builder.Message;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.validation.DMNValidator;
import org.kie.dmn.validation.DMNValidatorFactory;
import org.redress.kernel.Phrase;
import org.redress.remedy.Area;
import org.redress.remedy.Finding;
import org.redress.remedy.PolicySet;
import org.redress.remedy.RuleTable;
import org.redress.remedy.model.RuledPolicy;

/** Turns a DMN file into a policy, or into the reasons why it cannot be one. */
public final class PolicyFile {
    /** The day on which the product's own tables came into force. */
    private static final LocalDate SHIPPED_FROM = LocalDate.of(2026, 1, 1);

    private static final String SHIPPED_VERSION = "2026-1";

    /** What a second look at a table finds; of its other words only errors count, the rest is advice on style. */
    private static final Pattern LOOK = Pattern.compile("GAP|OVERLAP|MASKED");

    /** Editors name and type a single output, which the standard leaves out; and which hit policies there are is settled. */
    private static final Pattern STYLE = Pattern.compile("ILLEGAL_USE_OF_|HITPOLICY_RECOMMENDER");

    private static final Pattern ROWS = Pattern.compile("[Rr]ules?:? ?#?\\[?([0-9]+(?:, [0-9]+)*)]?");

    /** What the engine says around the values that it speaks of; our own sentence says it better. */
    private static final Pattern NARRATION = Pattern.compile(
            "^DMN: | \\(DMN id.*|Gap detected: |Overlap (observed|detected): |Overlap values: | for rules: \\[[0-9, ]+].*|Rule [0-9]+ is masked by rule: ");

    private static final Pattern TABLE = Pattern.compile("table '([a-z]+)'");

    private static final Map<Area, PolicySet> SHIPPED = new EnumMap<>(Area.class);
    private static final DecisionTables LAW = law();
    private static final Map<Area, Map<String, List<String>>> OWN_ROWS = new EnumMap<>(Area.class);

    static {
        for (var area : Area.values()) {
            OWN_ROWS.put(area, ownRows(area));
            SHIPPED.put(area, open(area, SHIPPED_VERSION, SHIPPED_FROM, null, text(area.code())));
        }
    }

    private PolicyFile() {}

    /** @param findings why there is no policy; empty where there is one */
    public record Checked(Optional<PolicySet> policy, List<Finding> findings) {}

    /** The product's own rules. */
    public static PolicySet shipped(Area area) {
        return known(SHIPPED, area);
    }

    /** The product's own rules as a file, to begin one's own from. */
    public static String shippedText(Area area) {
        return text(area.code());
    }

    /** The law's least, as a file. */
    public static String lawText() {
        return text("floors");
    }

    /** The tables of a file that holds, to read. */
    public static List<RuleTable> read(String xml) {
        return PolicySource.read(xml, List.of(TableShape.values())).tables().values().stream()
                .map(table -> new RuleTable(
                        table.shape().table(),
                        table.shape().inputs().stream()
                                .map(TableShape.Column::name)
                                .toList(),
                        table.shape().outputs().stream()
                                .map(TableShape.Column::name)
                                .toList(),
                        table.rows().stream()
                                .map(row -> new RuleTable.Row(row.id(), row.cells(), row.source()))
                                .toList()))
                .toList();
    }

    /** Looks through a file as far as it can be trusted: what it holds, whether it compiles, what its tables answer. */
    public static Checked check(Area area, String version, LocalDate from, @Nullable UUID id, String xml) {
        var source = PolicySource.read(xml, TableShape.ofPolicy());
        var findings = new ArrayList<>(source.findings());
        Arrays.stream(Area.values())
                .filter(other -> other != area && other.code().equals(source.name()))
                .forEach(other -> findings.add(new Finding(
                        null,
                        null,
                        "OTHER_AREA",
                        Phrase.of("remedy.finding.other-area", Phrase.of("remedy.area." + other)))));
        if (findings.isEmpty()) {
            findings.addAll(feel(source));
        }
        if (findings.isEmpty()) {
            findings.addAll(analysed(xml, source));
        }
        if (!findings.isEmpty()) {
            return new Checked(Optional.empty(), sorted(findings));
        }
        var tables = DecisionTables.compile(xml, source.tables());
        findings.addAll(new Trial(area, tables, LAW).findings());
        if (!findings.isEmpty()) {
            return new Checked(Optional.empty(), sorted(findings));
        }
        return new Checked(
                Optional.of(new RuledPolicy(
                        area, version, from, id, new DmnTables(area, tables, LAW, unchanged(area, source)))),
                List.of());
    }

    /** Opens a file that has been checked when it was kept: what a policy may not say has been refused then. */
    public static PolicySet open(Area area, String version, LocalDate from, @Nullable UUID id, String xml) {
        var source = PolicySource.read(xml, TableShape.ofPolicy());
        var tables = DecisionTables.compile(xml, source.tables());
        return new RuledPolicy(area, version, from, id, new DmnTables(area, tables, LAW, unchanged(area, source)));
    }

    private static List<Finding> sorted(List<Finding> findings) {
        return findings.stream()
                .distinct()
                .sorted(Comparator.comparing((Finding finding) -> String.valueOf(finding.table()))
                        .thenComparingInt(finding -> finding.row() == null ? 0 : finding.row()))
                .toList();
    }

    private static List<Finding> feel(PolicySource source) {
        var findings = new ArrayList<Finding>();
        source.tables()
                .forEach((shape, table) -> table.rows().forEach(row -> {
                    for (int i = 0; i < row.cells().size(); i++) {
                        var offence = FeelLimits.offence(
                                row.cells().get(i),
                                shape.inputs(),
                                i < shape.inputs().size());
                        if (offence != null) {
                            findings.add(new Finding(shape.table(), row.number(), "FEEL", offence));
                        }
                    }
                }));
        return findings;
    }

    /** What the engine itself makes of it: types, gaps, overlaps, rows that never answer. */
    private static List<Finding> analysed(String xml, PolicySource source) {
        var messages = Engine.VALIDATOR.validate(
                new StringReader(xml),
                DMNValidator.Validation.VALIDATE_SCHEMA,
                DMNValidator.Validation.VALIDATE_MODEL,
                DMNValidator.Validation.VALIDATE_COMPILATION,
                DMNValidator.Validation.ANALYZE_DECISION_TABLE);
        return messages.stream()
                .filter(message -> isFault(message.getMessageType().name(), message.getLevel()))
                .map(message -> finding(message, source))
                .filter(finding -> !isNoGap(finding))
                .toList();
    }

    private static boolean isFault(String type, Message.Level level) {
        return LOOK.matcher(type).find()
                || (level == Message.Level.ERROR && !STYLE.matcher(type).find());
    }

    /** A table that may answer nothing has no gaps, and its rows may overlap. */
    private static boolean isNoGap(Finding finding) {
        var shape =
                finding.table() == null ? null : TableShape.of(finding.table()).orElse(null);
        return shape != null
                && shape.hit() == TableShape.Hit.ALL
                && (finding.code().equals("GAP") || finding.code().equals("OVERLAP"));
    }

    private static Finding finding(DMNMessage message, PolicySource source) {
        var text = message.getText();
        var table = table(message, source);
        var rows = ROWS.matcher(text);
        var found = rows.find() ? rows.group(1) : null;
        var type = message.getMessageType().name();
        var code = type.contains("GAP")
                ? "GAP"
                : type.contains("OVERLAP") ? "OVERLAP" : type.contains("MASKED") ? "MASKED" : "TYPE";
        var first = found == null ? null : Integer.valueOf(found.split(",", -1)[0]);
        var said = NARRATION.matcher(text).replaceAll("");
        return new Finding(
                table,
                first,
                code,
                Phrase.of(
                        "remedy.finding." + code.toLowerCase(java.util.Locale.ROOT), found == null ? "" : found, said));
    }

    private static @Nullable String table(DMNMessage message, PolicySource source) {
        var named = TABLE.matcher(message.getText());
        if (named.find()) {
            return named.group(1);
        }
        var id = message.getSourceId();
        return source.tables().values().stream()
                .filter(table -> ("table_" + table.shape().table()).equals(id)
                        || table.rows().stream().anyMatch(row -> row.id().equals(id)))
                .map(table -> table.shape().table())
                .findFirst()
                .orElse(null);
    }

    /** Slow to make; one serves all. */
    private static final class Engine {
        private static final DMNValidator VALIDATOR = DMNValidatorFactory.newValidator(List.of());
    }

    private static DecisionTables law() {
        var xml = text("floors");
        var source = PolicySource.read(xml, List.of(TableShape.FLOORS));
        if (!source.findings().isEmpty()) {
            throw new IllegalStateException("The table of the law does not hold: " + source.findings());
        }
        return DecisionTables.compile(xml, source.tables());
    }

    /** The product's own rows of an area, by their ids. */
    private static Map<String, List<String>> ownRows(Area area) {
        return rows(PolicySource.read(text(area.code()), TableShape.ofPolicy()));
    }

    private static Map<String, List<String>> rows(PolicySource source) {
        return source.tables().values().stream()
                .flatMap(table -> table.rows().stream())
                .collect(Collectors.toMap(PolicySource.Row::id, PolicySource.Row::cells));
    }

    /** Rows that say what the product's own say, so that its texts are true of them. */
    private static Set<String> unchanged(Area area, PolicySource source) {
        var own = known(OWN_ROWS, area);
        return rows(source).entrySet().stream()
                .filter(row -> row.getValue().equals(own.get(row.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <T> T known(Map<Area, T> map, Area area) {
        return Objects.requireNonNull(map.get(area));
    }

    private static String text(String name) {
        try (var stream = PolicyFile.class.getResourceAsStream("/remedy/" + name + ".dmn")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
