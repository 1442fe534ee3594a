package org.redress.claims.web.queue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Channel;
import org.redress.claims.ClaimFilter;
import org.redress.claims.ClaimSearch;
import org.redress.claims.ClaimState;
import org.redress.claims.Owed;
import org.redress.claims.Severity;
import org.redress.claims.Verdict;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.Page;
import org.redress.kernel.Problem;
import org.redress.ui.Day;
import org.redress.ui.Words;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody asks the queue: one of its tabs, narrowed down. It is the queue's address, so that a question can be kept,
 * sent and saved; what is in it that we do not know is not asked.
 *
 * @param one whose claims, where it is neither the reader nor nobody
 * @param filedUntil the last day, in the reader’s place
 */
public record QueueAsk(
        View view,
        String text,
        Set<ClaimState.Name> states,
        Set<Problem> problems,
        Set<Channel> channels,
        Set<Verdict> verdicts,
        Set<Severity> severities,
        String language,
        Due due,
        Whose whose,
        @Nullable UUID one,
        @Nullable LocalDate filedFrom,
        @Nullable LocalDate filedUntil) {
    /** The tabs: ready-made questions. */
    public enum View {
        OURS,
        MINE,
        /** The customer wrote and waits for an answer, wherever the claim stands. */
        WROTE,
        /** Claims on a replacement and those that were passed on, for supervisors. */
        SENIORS,
        CUSTOMER,
        ALL
    }

    public enum Due {
        ANY,
        LATE,
        TODAY
    }

    public enum Whose {
        ANYBODY,
        NOBODY,
        ME,
        ONE
    }

    private static final List<String> LANGUAGES = List.of("", "en", "zh");
    private static final int LONGEST_TEXT = 200;

    static QueueAsk of(View view) {
        return new QueueAsk(
                view,
                "",
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                "",
                Due.ANY,
                Whose.ANYBODY,
                null,
                null,
                null);
    }

    static QueueAsk read(MultiValueMap<String, String> address) {
        var text = first(address, "q").strip();
        var one = Ids.parse(first(address, "whose")).orElse(null);
        return new QueueAsk(
                one(address, "view", View.class, View.OURS),
                text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text,
                some(address, "state", ClaimState.Name.class),
                some(address, "problem", Problem.class),
                some(address, "channel", Channel.class),
                some(address, "verdict", Verdict.class),
                some(address, "severity", Severity.class),
                LANGUAGES.contains(first(address, "language")) ? first(address, "language") : "",
                one(address, "due", Due.class, Due.ANY),
                one == null ? known(one(address, "whose", Whose.class, Whose.ANYBODY)) : Whose.ONE,
                one,
                day(address, "from"),
                day(address, "until"));
    }

    private static Whose known(Whose whose) {
        return whose == Whose.ONE ? Whose.ANYBODY : whose;
    }

    private static @Nullable LocalDate day(MultiValueMap<String, String> address, String name) {
        return Day.read(first(address, name)).orElse(null);
    }

    /** A question as it was kept. */
    static QueueAsk read(String address) {
        var parts = UriComponentsBuilder.fromUriString("?" + address).build().getQueryParams();
        var plain = new org.springframework.util.LinkedMultiValueMap<String, String>();
        parts.forEach((name, values) -> values.stream()
                .filter(Objects::nonNull)
                .forEach(value -> plain.add(name, java.net.URLDecoder.decode(value, StandardCharsets.UTF_8))));
        return read(plain);
    }

    private static String first(MultiValueMap<String, String> address, String name) {
        var value = address.getFirst(name);
        return value == null ? "" : value;
    }

    private static <E extends Enum<E>> E one(
            MultiValueMap<String, String> address, String name, Class<E> type, E usual) {
        return some(address, name, type).stream().findFirst().orElse(usual);
    }

    private static <E extends Enum<E>> Set<E> some(MultiValueMap<String, String> address, String name, Class<E> type) {
        var named = address.getOrDefault(name, List.of());
        return Stream.of(type.getEnumConstants())
                .filter(each -> named.stream().anyMatch(each.name()::equalsIgnoreCase))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }

    /** The address after the question mark. */
    public String query() {
        return Stream.of(
                        Stream.of("view=" + low(view)),
                        text.isEmpty()
                                ? Stream.<String>empty()
                                : Stream.of("q=" + URLEncoder.encode(text, StandardCharsets.UTF_8)),
                        each("state", states),
                        each("problem", problems),
                        each("channel", channels),
                        each("verdict", verdicts),
                        each("severity", severities),
                        language.isEmpty() ? Stream.<String>empty() : Stream.of("language=" + language),
                        due == Due.ANY ? Stream.<String>empty() : Stream.of("due=" + low(due)),
                        whose == Whose.ANYBODY ? Stream.<String>empty() : Stream.of("whose=" + owner()),
                        filedFrom == null ? Stream.<String>empty() : Stream.of("from=" + filedFrom),
                        filedUntil == null ? Stream.<String>empty() : Stream.of("until=" + filedUntil))
                .flatMap(part -> part)
                .collect(Collectors.joining("&"));
    }

    /** Whose claims, as the address says it. */
    public String owner() {
        return one == null ? low(whose) : one.toString();
    }

    private static Stream<String> each(String name, Collection<? extends Enum<?>> values) {
        return values.stream().map(value -> name + "=" + low(value));
    }

    public static String low(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Whether it asks for more than its tab does. */
    public boolean isNarrowed() {
        return !equals(of(view)) && !equals(of(view).saying(text));
    }

    private QueueAsk saying(String words) {
        return new QueueAsk(
                view,
                words,
                states,
                problems,
                channels,
                verdicts,
                severities,
                language,
                due,
                whose,
                one,
                filedFrom,
                filedUntil);
    }

    /** Its tab and its words, and nothing else. */
    public QueueAsk wide() {
        return of(view).saying(text);
    }

    /**
     * What narrows it down, in words.
     *
     * @param names of the staff
     */
    public List<String> narrowedBy(Words w, Map<UUID, String> names) {
        return Stream.of(
                        said(states, state -> w.say("claims.state", state)),
                        said(problems, problem -> w.say("claims.problem", problem)),
                        said(channels, channel -> w.say("claims.channel", channel)),
                        said(verdicts, verdict -> w.say("claims.verdict", verdict)),
                        said(severities, severity -> w.say("claims.severity", severity)),
                        language.isEmpty()
                                ? Stream.<String>empty()
                                : Stream.of(w.say("desk.filter.language." + language)),
                        due == Due.ANY ? Stream.<String>empty() : Stream.of(w.say("desk.filter.due", due)),
                        whose == Whose.ANYBODY ? Stream.<String>empty() : Stream.of(whose(w, names)),
                        filedFrom == null
                                ? Stream.<String>empty()
                                : Stream.of(w.say("desk.filter.filed-from", w.date(filedFrom))),
                        filedUntil == null
                                ? Stream.<String>empty()
                                : Stream.of(w.say("desk.filter.filed-until", w.date(filedUntil))))
                .flatMap(part -> part)
                .toList();
    }

    private String whose(Words w, Map<UUID, String> names) {
        return one == null
                ? w.say("desk.filter.whose", whose)
                : names.getOrDefault(one, w.say("desk.filter.whose.ONE"));
    }

    private static <T> Stream<String> said(Set<T> values, Function<T, String> words) {
        return values.stream().map(words);
    }

    /** @param words of the reader, who knows when a day begins and ends in their place */
    ClaimFilter filter(Viewer viewer, Words words) {
        var tab = switch (view) {
            case OURS -> ClaimFilter.ALL.owedBy(ours(viewer));
            case MINE -> ClaimFilter.ALL.owedBy(somebody()).assignee(account(viewer));
            case WROTE -> ClaimFilter.ALL.onlyUnanswered();
            case SENIORS -> ClaimFilter.ALL.owedBy(ours(viewer)).onlyForSeniors();
            case CUSTOMER -> ClaimFilter.ALL.owedBy(Set.of(Owed.Party.CUSTOMER));
            case ALL -> ClaimFilter.ALL;
        };
        var kinds = tab.text(text.isEmpty() ? null : text)
                .states(states)
                .of(channels, problems, verdicts, severities, language.isEmpty() ? null : language)
                .dueBefore(
                        switch (due) {
                            case ANY -> null;
                            case LATE -> words.now();
                            case TODAY -> start(words.today().plusDays(1), words);
                        })
                .filed(
                        filedFrom == null ? null : start(filedFrom, words),
                        filedUntil == null ? null : start(filedUntil.plusDays(1), words));
        return switch (whose) {
            case ANYBODY -> kinds;
            case NOBODY -> kinds.withoutAssignee();
            case ME -> kinds.assignee(account(viewer));
            case ONE -> kinds.assignee(one);
        };
    }

    private static Instant start(LocalDate day, Words words) {
        return day.atStartOfDay(words.zone()).toInstant();
    }

    ClaimSearch search(Viewer viewer, Words words, @Nullable String after) {
        var filter = filter(viewer, words);
        var sort = view == View.ALL || !text.isEmpty() ? ClaimSearch.Sort.FILED : ClaimSearch.Sort.DUE;
        return new ClaimSearch(filter, sort, after, Page.USUAL);
    }

    private static Set<Owed.Party> ours(Viewer viewer) {
        return viewer.has(Role.SUPERVISOR)
                ? EnumSet.of(Owed.Party.AGENT, Owed.Party.SUPERVISOR)
                : EnumSet.of(Owed.Party.AGENT);
    }

    private static Set<Owed.Party> somebody() {
        return EnumSet.complementOf(EnumSet.of(Owed.Party.NOBODY));
    }

    private static UUID account(Viewer viewer) {
        return viewer.actor() instanceof Actor.Staff(var account, var _) ? account : new UUID(0, 0);
    }

    /** The tabs of this reader. */
    static List<View> views(Viewer viewer) {
        return Arrays.stream(View.values())
                .filter(each -> each != View.SENIORS || viewer.has(Role.SUPERVISOR))
                .toList();
    }
}
