package org.redress.claims.web.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.Filing;
import org.redress.claims.Heard;
import org.redress.claims.StatementReading;
import org.redress.claims.web.desk.NewClaim;
import org.redress.evidence.EvidenceId;
import org.redress.kernel.Demand;
import org.redress.kernel.Ids;
import org.redress.kernel.Problem;
import org.redress.ui.JsonBody;
import org.redress.ui.Languages;
import org.springframework.util.MultiValueMap;

/**
 * A conversation on the phone or across a counter as an agent takes it down, just as typed. It travels with the form;
 * nothing is kept until it is filed.
 */
public final class Call {
    private static final int LONGEST = 254;
    private static final int MOST_FILES = 10;

    private final Map<String, List<String>> fields;

    private Call(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    static Call fresh(Instant now, Locale language) {
        return new Call(Map.of(
                "form", List.of(UUID.randomUUID().toString()),
                "started", List.of(String.valueOf(now.toEpochMilli())),
                "language", List.of(language.toLanguageTag())));
    }

    /** Characters that no text can hold are left out; the statement keeps its lines. */
    static Call read(MultiValueMap<String, String> sent) {
        var fields = new LinkedHashMap<String, List<String>>();
        sent.forEach((name, texts) -> {
            var kept = texts.stream()
                    .filter(Objects::nonNull)
                    .limit(Filing.MOST_LINES)
                    .map(text -> name.equals("statement")
                            ? storable(text.replace("\r\n", "\n")).strip()
                            : line(text))
                    .toList();
            fields.put(name, kept);
        });
        return new Call(fields);
    }

    private static String storable(String text) {
        return JsonBody.isStorable(text)
                ? text
                : text.codePoints()
                        .mapToObj(Character::toString)
                        .filter(JsonBody::isStorable)
                        .collect(Collectors.joining());
    }

    private static String line(String text) {
        var line = storable(text).replaceAll("\\p{Cntrl}+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST));
    }

    private String text(String name) {
        var texts = all(name);
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    private List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    Call with(String name, String... texts) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(name, List.of(texts));
        return new Call(changed);
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] values, String name) {
        return Stream.of(values).filter(value -> value.name().equals(name)).findFirst();
    }

    private <E extends Enum<E>> Set<E> constants(E[] values, String name) {
        return all(name).stream()
                .flatMap(text -> constant(values, text).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Drawn at random, so that a second tap files nothing again. */
    public UUID form() {
        return Ids.parse(text("form")).orElseGet(() -> new UUID(0, 0));
    }

    /** When the conversation began, in milliseconds of the epoch; for the clock on the page. */
    public String started() {
        var said = text("started");
        return said.matches("[0-9]{1,15}") ? said : "0";
    }

    public Heard.Place place() {
        return constant(Heard.Place.values(), text("place")).orElse(Heard.Place.PHONE);
    }

    /** In which we speak, and write afterwards. */
    public Locale language() {
        return Languages.nearest(Locale.forLanguageTag(text("language")));
    }

    public String name() {
        return text("name");
    }

    public String email() {
        return text("email");
    }

    public String phone() {
        return text("phone");
    }

    /** How the caller calls the order. */
    public String look() {
        return text("look");
    }

    /** The number of the order that was chosen; empty for none. */
    public String order() {
        return text("order");
    }

    /** Whether somebody has chosen, be it none. */
    boolean isOrderChosen() {
        return fields.containsKey("order");
    }

    public Set<Heard.Proof> proven() {
        return constants(Heard.Proof.values(), "proven");
    }

    public String statement() {
        return text("statement");
    }

    /** Of the words that stand here. */
    public String mark() {
        return Integer.toHexString(statement().hashCode());
    }

    /** Whether what these words say was put into the form already. */
    boolean isRead() {
        return statement().isEmpty() || text("read").equals(mark());
    }

    public @Nullable Problem problem() {
        return constant(Problem.values(), text("problem")).orElse(null);
    }

    /** How many of each article are affected, for the articles that are ticked. */
    public Map<String, String> units() {
        var units = new LinkedHashMap<String, String>();
        all("article").forEach(sku -> units.put(sku, text("units." + sku)));
        return units;
    }

    /** What came, in the caller’s words or as a number that they read out. */
    public String came() {
        return text("came");
    }

    /** What came, as chosen among what was found; empty for none. */
    public String cameSku() {
        return text("cameSku");
    }

    public String cameUnits() {
        return text("cameUnits");
    }

    NewClaim.About about() {
        return new NewClaim.About(true, problem(), units(), cameSku().isEmpty() ? came() : cameSku());
    }

    public String noticed() {
        return text("noticed");
    }

    public String where() {
        return text("where");
    }

    public Set<Heard.Danger> dangers() {
        return constants(Heard.Danger.values(), "danger");
    }

    public String neededBy() {
        return text("neededBy");
    }

    public String purpose() {
        return text("purpose");
    }

    public String beforeHow() {
        return text("beforeHow");
    }

    public String beforeOn() {
        return text("beforeOn");
    }

    public String beforeWhat() {
        return text("beforeWhat");
    }

    boolean isToldBefore() {
        return Stream.of(beforeHow(), beforeOn(), beforeWhat()).anyMatch(said -> !said.isEmpty());
    }

    public Demand demand() {
        return constant(Demand.values(), text("demand")).orElse(Demand.UNDECIDED);
    }

    /** Photos that have been taken in already. */
    public List<EvidenceId> files() {
        return all("file").stream()
                .flatMap(id -> Ids.parse(id).stream())
                .map(EvidenceId::new)
                .distinct()
                .limit(MOST_FILES)
                .toList();
    }

    Call withFiles(List<EvidenceId> more) {
        var ids = Stream.concat(files().stream(), more.stream())
                .map(id -> id.value().toString())
                .toArray(String[]::new);
        return with("file", ids);
    }

    /** The claim under which this one goes on, or null. */
    @Nullable
    UUID into() {
        return Ids.parse(text("into")).orElse(null);
    }

    public boolean isNew() {
        return into() == null;
    }

    public boolean goesOnAs(UUID claim) {
        return claim.equals(into());
    }

    /** Whether the agent has been shown that this claim is there. */
    boolean isShown(UUID claim) {
        return all("shown").contains(claim.toString());
    }

    static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed)).filter(day -> day.getYear() > 1990 && day.getYear() < 2200);
        } catch (DateTimeParseException notOne) {
            return Optional.empty();
        }
    }

    /** All that makes it this very report, for telling a second tap from a change. */
    String typed() {
        var said = new TreeMap<>(fields);
        said.keySet().removeAll(List.of("form", "started", "read", "shown", "go", "_csrf", "look"));
        return said.toString();
    }

    /** With what the caller’s words say where nothing has been chosen yet. */
    Call with(StatementReading reading) {
        var call = with("read", mark());
        var named = reading.orders();
        if (call.order().isEmpty() && !isOrderChosen() && named.size() == 1) {
            var order = named.getFirst().order();
            var article = named.getFirst().article();
            call = call.with("order", order.orderNumber());
            if (article != null) {
                call = call.ticking(article.value().value(), order.ordered(article.value()));
            }
        }
        if (call.problem() == null && reading.problem().isPresent()) {
            call = call.with("problem", reading.problem().get().value().name());
        }
        if (call.demand() == Demand.UNDECIDED && reading.demand().isPresent()) {
            call = call.with("demand", reading.demand().get().value().name());
        }
        var came = reading.came();
        if (call.came().isEmpty() && call.cameSku().isEmpty() && came != null) {
            call = came.sku() == null
                    ? call.with("came", line(came.words()))
                    : call.with("came", came.sku().value())
                            .with("cameSku", came.sku().value());
        }
        return call;
    }

    /** With an article of the order ticked, all of its units, where none is. */
    Call ticking(String sku, int units) {
        if (!units().isEmpty()) {
            return this;
        }
        var articles = new ArrayList<>(all("article"));
        articles.add(sku);
        return with("article", articles.toArray(String[]::new)).with("units." + sku, String.valueOf(units));
    }
}
