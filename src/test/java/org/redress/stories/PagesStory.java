package org.redress.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.access.Account;
import org.redress.access.Accounts;
import org.redress.access.ApiKeys;
import org.redress.access.CustomerLinks;
import org.redress.access.Merchants;
import org.redress.access.OneTimeLinks;
import org.redress.access.Role;
import org.redress.access.Secret;
import org.redress.access.Viewer;
import org.redress.access.store.LinkTable;
import org.redress.claims.CauseCode;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimSearch;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.claims.Erasures;
import org.redress.claims.ReportLinks;
import org.redress.correspondence.MessageTemplates;
import org.redress.correspondence.Messages;
import org.redress.database.MerchantTransactions;
import org.redress.gs1.Sscc;
import org.redress.handbook.Attempt;
import org.redress.handbook.Attempts;
import org.redress.handbook.Audience;
import org.redress.handbook.Chapter;
import org.redress.handbook.Handbook;
import org.redress.investigation.Investigations;
import org.redress.investigation.TaskQuestion;
import org.redress.investigation.Tasks;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Sku;
import org.redress.outreach.Outreach;
import org.redress.outreach.Outreaches;
import org.redress.outreach.SwapBench;
import org.redress.practice.Fact;
import org.redress.practice.Plays;
import org.redress.rehearsal.Lesson;
import org.redress.rehearsal.SampleTour;
import org.redress.remedy.Area;
import org.redress.remedy.Policies;
import org.redress.replay.Replays;
import org.redress.settlement.Reconciliations;
import org.redress.testing.Api;
import org.redress.testing.Browser;
import org.redress.testing.Fulfilment;
import org.redress.testing.RedressTest;
import org.redress.traces.Capture;
import org.redress.traces.Captures;
import org.redress.traces.Parcel;
import org.redress.traces.Traces;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page there is, in both languages and both themes, on a desk screen and on the narrowest phone: nobody is shut
 * out, nothing sticks out, and the browser has nothing to complain of.
 */
@RedressTest
@TestPropertySource(properties = {"redress.sample=true", "redress.practice-clock=true"})
class PagesStory {
    /** What a browser may fetch that is no page of its own. */
    private static final Map<String, String> NO_PAGES = Map.ofEntries(
            Map.entry("/desk", "leads to the queue"),
            Map.entry("/desk/claims/tabs", "a part of the queue"),
            Map.entry("/desk/claims/rows", "a part of the queue"),
            Map.entry("/desk/claims/jump", "what the palette asks"),
            Map.entry("/desk/claims/next", "leads to a claim"),
            Map.entry("/desk/live", "what open pages hear"),
            Map.entry("/desk/claims/{claim}/steps", "a part of the case page"),
            Map.entry("/track/{token}/status", "a part of the tracking page"),
            Map.entry("/shop/{slug}/articles", "a part of the page where goods are named"),
            Map.entry("/shop/{slug}/uploads/{id}/reading", "a part of the page where goods are named"),
            Map.entry("/shop/{slug}/uploads/{id}/thumb", "a picture"),
            Map.entry("/shop/{slug}/pieces/{id}", "says how much of a file is here"),
            Map.entry("/desk/slip-code", "a picture"),
            Map.entry("/desk/evidence/{id}/{size}", "a picture"),
            Map.entry("/desk/evidence/{id}/video", "a file"),
            Map.entry("/track/{token}/evidence/{id}/{size}", "a picture"),
            Map.entry("/sample/photos/{name}", "a picture"),
            Map.entry("/desk/practice/{play}/photos/{file}/{size}", "a picture"),
            Map.entry("/admin/imports/templates/{kind}.{ending}", "a file"),
            Map.entry("/admin/exports/orders.{ending}", "a file"),
            Map.entry("/admin/exports/products.{ending}", "a file"),
            Map.entry("/admin/exports/shipments.{ending}", "a file"),
            Map.entry("/desk/exports/claims.{ending}", "a file"),
            Map.entry("/desk/claims/{id}/file.{ending}", "a file"),
            Map.entry("/track/{token}/file.{ending}", "a file"),
            Map.entry("/admin/messages/{template}/{language}/preview", "leads to the template"),
            Map.entry("/desk/policies/{id}/tables.dmn", "a file"),
            Map.entry("/desk/post/{id}/mail.eml", "a file"),
            Map.entry("/desk/policies/replays/{id}/changes.{ending}", "a file"),
            Map.entry("/desk/policies/shipped/{name}/tables.dmn", "a file"));

    /** Chapters that are looked at in both languages and on both screens. */
    private static final List<String> THOROUGHLY = List.of("procedure", "causes", "manners", "finding");

    private enum Who {
        VISITOR,
        AGENT,
        SUPERVISOR,
        ADMIN
    }

    /**
     * A page to look at.
     *
     * @param mapping whose page it is
     * @param further what is done there before it is looked at
     */
    private record Stop(Who who, String mapping, String path, Consumer<Page> further) {
        private Stop(Who who, String mapping, String path) {
            this(who, mapping, path, _ -> {});
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    Policies policies;

    @Autowired
    Replays replays;

    @Autowired
    Reconciliations reconciliations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Autowired
    Merchants merchants;

    @Autowired
    Accounts accounts;

    @Autowired
    OneTimeLinks oneTimeLinks;

    @Autowired
    CustomerLinks customerLinks;

    @Autowired
    Erasures erasures;

    @Autowired
    ReportLinks reportLinks;

    @Autowired
    LinkTable links;

    @Autowired
    MerchantTransactions transactions;

    @Autowired
    Claims claims;

    @Autowired
    Investigations investigations;

    @Autowired
    Tasks tasks;

    @Autowired
    Outreaches outreaches;

    @Autowired
    Plays plays;

    @Autowired
    ApiKeys keys;

    @Autowired
    Attempts attempts;

    @Autowired
    Handbook handbook;

    @Autowired
    SampleTour tour;

    @Autowired
    Traces traces;

    @Autowired
    Captures captures;

    @Autowired
    MessageTemplates templates;

    @Autowired
    Messages messages;

    private MerchantId merchant;
    private final Map<Who, Page> people = new EnumMap<>(Who.class);
    private final List<String> complaints = new ArrayList<>();

    /** For people to look at: script/screenshots. */
    private static final boolean PICTURES = Boolean.getBoolean("redress.pictures");

    private final Album album = new Album();

    /** While axe looks at a page it measures with inline styles, which our policy refuses aloud. */
    private boolean isMeasured;

    @BeforeEach
    void the_sample_shop_is_open() {
        merchant = merchants.bySlug("demo").orElseThrow().id();
        await().atMost(Duration.ofMinutes(3)).until(() -> byState().size() >= 5);
    }

    @AfterEach
    void everybody_goes_home() {
        people.values().forEach(page -> page.context().close());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void every_page_is_open_to_everybody_and_fits(String language) {
        var wrong = new ArrayList<String>();
        for (var stop : stops()) {
            var page = people.computeIfAbsent(stop.who(), who -> arrive(who, language));
            page.setViewportSize(1440, 900);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            var answer = page.navigate(stop.path());
            if (answer.status() >= 500 && !stop.mapping().equals("/error")) {
                wrong.add(stop.path() + " answers " + answer.status());
            }
            stop.further().accept(page);
            isMeasured = true;
            if (PICTURES) {
                album.take(page, stop.path(), language);
            }
            look(page, stop, language, wrong);
            isMeasured = false;
        }
        if (PICTURES) {
            wrong.addAll(album.barriers());
        }
        assertThat(wrong).isEmpty();
        assertThat(complaints).isEmpty();
    }

    private static void look(Page page, Stop stop, String language, List<String> wrong) {
        // Where an anchor has led to, something may lie half under the bar that stays.
        page.evaluate("history.replaceState(history.state, '', location.pathname + location.search);"
                + "scrollTo({top: 0, behavior: 'instant'})");
        // What a page is built of is the same in both languages; how long its words are is not.
        var found = language.equals("en") ? Browser.barriers(page) : Browser.faintOrCramped(page);
        found.forEach(barrier -> wrong.add(stop.path() + " " + barrier));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(320, 640);
        Browser.faintOrCramped(page).forEach(barrier -> wrong.add(stop.path() + " dark, on a phone: " + barrier));
        var width = (Integer) page.evaluate("document.documentElement.scrollWidth");
        if (width > 320) {
            wrong.add(stop.path() + " is " + width + " pixels wide on a phone of 320");
        }
    }

    /** Their parts are built alike: each is looked at once, in turn in one language and on one screen. */
    @Test
    void every_other_chapter_fits_too() {
        var paths = Stream.concat(
                        handbook.chapters(Audience.STAFF, Locale.ENGLISH).stream()
                                .map(Chapter::slug)
                                .filter(slug -> !THOROUGHLY.contains(slug))
                                .map(slug -> "/desk/handbook/" + slug),
                        handbook.chapters(Audience.CUSTOMERS, Locale.ENGLISH).stream()
                                .map(Chapter::slug)
                                .filter(slug -> !slug.equals("deciding"))
                                .map(slug -> "/handbook/" + slug + "?shop=demo"))
                .toList();
        assertThat(paths).hasSizeGreaterThan(8);
        var wrong = new ArrayList<String>();
        for (var language : List.of("en", "zh-CN")) {
            var page = people.compute(Who.AGENT, (_, before) -> {
                if (before != null) {
                    before.context().close();
                }
                return arrive(Who.AGENT, language);
            });
            for (int i = language.equals("en") ? 0 : 1; i < paths.size(); i += 2) {
                boolean isPhone = i / 2 % 2 == 1;
                page.setViewportSize(isPhone ? 320 : 1440, 900);
                page.emulateMedia(
                        new Page.EmulateMediaOptions().setColorScheme(isPhone ? ColorScheme.DARK : ColorScheme.LIGHT));
                page.navigate(paths.get(i));
                isMeasured = true;
                for (var barrier : Browser.barriers(page)) {
                    wrong.add(paths.get(i) + " " + barrier);
                }
                isMeasured = false;
                var width = (Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth");
                if (width > 0) {
                    wrong.add(paths.get(i) + " sticks out by " + width);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(complaints).isEmpty();
    }

    @Test
    void no_page_is_forgotten() {
        var looked = stops().stream().map(Stop::mapping).collect(Collectors.toSet());
        var mapped = handlers.getHandlerMethods().keySet().stream()
                .filter(mapping -> {
                    var methods = mapping.getMethodsCondition().getMethods();
                    return methods.isEmpty() || methods.contains(RequestMethod.GET);
                })
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> Stream.of("/api/", "/epcis", "/v3/", "/webjars").noneMatch(path::startsWith))
                .filter(path -> !NO_PAGES.containsKey(path))
                .toList();
        assertThat(mapped).hasSizeGreaterThan(20);
        assertThat(looked).containsAll(mapped);
        assertThat(NO_PAGES.keySet()).doesNotContainAnyElementsOf(looked);
    }

    private List<Stop> stops() {
        var stops = new ArrayList<Stop>(List.of(
                new Stop(Who.VISITOR, "/", "/"),
                new Stop(Who.VISITOR, "/login", "/login"),
                new Stop(Who.VISITOR, "/login", "/login", PagesStory::mistypePassword),
                new Stop(Who.VISITOR, "/sample", "/sample"),
                new Stop(Who.VISITOR, "/problems", "/problems"),
                new Stop(Who.VISITOR, "/problems/{code}", "/problems/stale"),
                new Stop(Who.VISITOR, "/error", "/error"),
                new Stop(Who.VISITOR, "/error", "/nowhere"),
                new Stop(Who.VISITOR, "/setup/{token}", "/setup/" + setUp()),
                new Stop(Who.VISITOR, "/setup/{token}", "/setup/used-up"),
                new Stop(Who.VISITOR, "/password/{token}", invitation()),
                new Stop(Who.VISITOR, "/shop/{slug}", "/shop/demo"),
                new Stop(Who.VISITOR, "/shop/{slug}", "/shop/demo", PagesStory::sayNothing),
                new Stop(Who.VISITOR, "/shop/{slug}", "/shop/demo", this::sayWhatCame),
                new Stop(Who.VISITOR, "/shop/{slug}", "/shop/demo", this::wish),
                new Stop(
                        Who.VISITOR,
                        "/shop/{slug}",
                        "/shop/demo?order=" + tour.stops().getFirst().orderNumber()),
                new Stop(Who.VISITOR, "/shop/{slug}/rights", "/shop/demo/rights?in=cn", PagesStory::unfold),
                new Stop(Who.VISITOR, "/report/{token}", report(), PagesStory::unfold),
                new Stop(Who.VISITOR, "/report/{token}", "/report/unknown"),
                new Stop(Who.VISITOR, "/track/{token}", link(anyClaim(), Instant.parse("2020-01-01T00:00:00Z"))),
                new Stop(Who.VISITOR, "/track/{token}", "/track/unknown"),
                new Stop(Who.VISITOR, "/task/{token}", question()),
                new Stop(Who.VISITOR, "/task/{token}", "/task/unknown"),
                new Stop(Who.AGENT, "/desk/claims", "/desk/claims"),
                new Stop(
                        Who.AGENT,
                        "/desk/claims",
                        "/desk/claims",
                        page -> page.keyboard().press("?")),
                new Stop(Who.AGENT, "/desk/claims", "/desk/claims?view=all&q=nothing-like-it"),
                new Stop(Who.AGENT, "/desk/claims", "/desk/claims?view=all&channel=api&due=late", PagesStory::unfold),
                new Stop(
                        Who.AGENT,
                        "/desk/claims",
                        "/desk/claims?view=all",
                        page -> page.keyboard().press("Control+k")),
                new Stop(Who.AGENT, "/desk/rota", "/desk/rota", PagesStory::unfold),
                new Stop(Who.AGENT, "/desk/claims/new", "/desk/claims/new"),
                new Stop(Who.AGENT, "/desk/claims/new", "/desk/claims/new", PagesStory::takeMail),
                new Stop(Who.AGENT, "/desk/calls/new", "/desk/calls/new", PagesStory::unfold),
                new Stop(Who.AGENT, "/desk/calls/new", "/desk/calls/new", this::takeCall),
                new Stop(
                        Who.AGENT,
                        "/desk/calls/{id}",
                        "/desk/calls/" + anyClaim().id()),
                new Stop(Who.AGENT, "/desk/containments", "/desk/containments"),
                new Stop(Who.AGENT, "/desk/containments", "/desk/containments?view=ended"),
                new Stop(Who.VISITOR, "/check/{token}", outreach()),
                new Stop(Who.VISITOR, "/check/{token}", "/check/unknown"),
                new Stop(Who.AGENT, "/desk/outreach", "/desk/outreach", PagesStory::unfold),
                new Stop(Who.AGENT, "/desk/outreach", "/desk/outreach?view=written", PagesStory::unfold),
                new Stop(Who.AGENT, "/desk/practice/{play}", practised(false), PagesStory::unfold),
                new Stop(Who.AGENT, "/desk/practice/{play}", practised(true)),
                new Stop(Who.AGENT, "/desk/practice", "/desk/practice", PagesStory::unfold),
                new Stop(Who.SUPERVISOR, "/desk/practice", "/desk/practice"),
                new Stop(Who.AGENT, "/desk/tasks", "/desk/tasks", PagesStory::unfold),
                new Stop(Who.AGENT, "/desk/tasks", "/desk/tasks?view=answered"),
                new Stop(Who.AGENT, "/desk/orders", "/desk/orders"),
                new Stop(Who.AGENT, "/desk/orders", "/desk/orders?q=nothing-like-it"),
                new Stop(
                        Who.AGENT,
                        "/desk/orders/{orderNumber}",
                        "/desk/orders/" + tour.stops().getFirst().orderNumber()),
                new Stop(Who.AGENT, "/desk/parcels", "/desk/parcels"),
                new Stop(Who.AGENT, "/desk/parcels", "/desk/parcels?q=nothing-like-it"),
                new Stop(Who.AGENT, "/desk/parcels/{trackingNumber}", "/desk/parcels/" + parcel()),
                new Stop(Who.AGENT, "/desk/parcels/{trackingNumber}", "/desk/parcels?number=PAGES%2FBARE"),
                new Stop(Who.AGENT, "/desk/parcels/captures", "/desk/parcels/captures"),
                new Stop(Who.AGENT, "/desk/parcels/captures/{id}", "/desk/parcels/captures/" + captureWithErrors()),
                new Stop(Who.AGENT, "/admin/accounts", "/admin/accounts"),
                new Stop(Who.ADMIN, "/admin/imports", "/admin/imports"),
                new Stop(Who.ADMIN, "/admin/imports/{id}", "/admin/imports", PagesStory::importWithErrors),
                new Stop(Who.ADMIN, "/admin/accounts", "/admin/accounts"),
                new Stop(Who.ADMIN, "/admin/accounts", "/admin/accounts", PagesStory::inviteNobody),
                new Stop(Who.ADMIN, "/desk/learned", learned()),
                new Stop(Who.AGENT, "/desk/post", "/desk/post"),
                new Stop(Who.AGENT, "/desk/post", "/desk/post?view=automatic"),
                new Stop(Who.AGENT, "/desk/post/{id}", cameByMail(), PagesStory::unfold),
                new Stop(Who.AGENT, "/desk/returns", "/desk/returns"),
                new Stop(Who.AGENT, "/desk/returns/{id}", comesBack()),
                new Stop(Who.ADMIN, "/desk/reconciliation", books(), PagesStory::unfold),
                new Stop(Who.ADMIN, "/desk/reconciliation", "/desk/reconciliation?view=all"),
                new Stop(
                        Who.AGENT,
                        "/desk/claims/{id}/duplicates",
                        "/desk/claims/" + anyClaim().id() + "/duplicates"),
                new Stop(
                        Who.AGENT,
                        "/desk/claims/{id}/messages/draft",
                        "/desk/claims/" + anyClaim().id() + "/messages/draft?template=closing"),
                new Stop(Who.ADMIN, "/desk/data-requests", dataRequests()),
                new Stop(Who.ADMIN, "/desk/data-requests", "/desk/data-requests?view=answered"),
                new Stop(Who.ADMIN, "/desk/policies", "/desk/policies"),
                new Stop(Who.ADMIN, "/desk/policies/{id}", policy()),
                new Stop(
                        Who.ADMIN,
                        "/desk/policies/{id}/editor",
                        "/desk/policies/" + draft() + "/editor",
                        page -> page.locator("#sheet.open").waitFor()),
                new Stop(Who.ADMIN, "/desk/policies/shipped/{name}", "/desk/policies/shipped/law"),
                new Stop(Who.ADMIN, "/desk/policies/replays", replayed("/desk/policies/replays")),
                new Stop(Who.ADMIN, "/desk/policies/replays/{id}", replayed("/desk/policies/replays/{id}")),
                new Stop(Who.ADMIN, "/desk/policies/fairness", "/desk/policies/fairness"),
                new Stop(Who.ADMIN, "/desk/policies/fairness", "/desk/policies/fairness?from=never"),
                new Stop(Who.ADMIN, "/admin/keys", "/admin/keys"),
                new Stop(Who.ADMIN, "/admin/settings", "/admin/settings"),
                new Stop(Who.SUPERVISOR, "/admin/messages", "/admin/messages"),
                new Stop(
                        Who.SUPERVISOR,
                        "/admin/messages/{template}/{language}",
                        "/admin/messages/second-time/en",
                        PagesStory::unfold),
                new Stop(
                        Who.SUPERVISOR,
                        "/admin/messages/{template}/{language}",
                        "/admin/messages/decline/zh",
                        PagesStory::mistypeTemplate),
                new Stop(
                        Who.SUPERVISOR, "/admin/messages/{template}/{language}/versions/{number}", rewrittenTemplate()),
                new Stop(Who.SUPERVISOR, "/desk/watch", "/desk/watch"),
                new Stop(Who.SUPERVISOR, "/desk/watch", "/desk/watch", this::muchIsLate),
                new Stop(Who.ADMIN, "/admin/calendar", "/admin/calendar"),
                new Stop(Who.ADMIN, "/admin/calendar", "/admin/calendar", PagesStory::nightShift),
                new Stop(Who.ADMIN, "/admin/clock", "/admin/clock"),
                new Stop(Who.ADMIN, "/admin/merchants", "/admin/merchants")));
        accounts.all(merchant).stream()
                .filter(account -> account.active() && !account.invited())
                .map(Account::id)
                .forEach(id -> stops.add(new Stop(Who.ADMIN, "/admin/accounts/{id}", "/admin/accounts/" + id)));
        for (var claim : byState().values()) {
            var track = link(claim, Instant.parse("2099-01-01T00:00:00Z"));
            stops.add(new Stop(Who.VISITOR, "/track/{token}", track, PagesStory::unfold));
            stops.add(new Stop(Who.AGENT, "/desk/claims/{id}", "/desk/claims/" + claim.id(), PagesStory::unfold));
        }
        for (var chapter : THOROUGHLY) {
            stops.add(new Stop(Who.AGENT, "/desk/handbook/{chapter}", "/desk/handbook/" + chapter));
        }
        stops.add(new Stop(Who.AGENT, "/desk/handbook", "/desk/handbook"));
        stops.add(new Stop(Who.SUPERVISOR, "/desk/handbook", "/desk/handbook"));
        stops.add(new Stop(Who.AGENT, "/desk/handbook/{chapter}/test/{attempt}", test(0)));
        stops.add(new Stop(Who.AGENT, "/desk/handbook/{chapter}/test/{attempt}", test(1) + "?answered=1"));
        stops.add(new Stop(Who.AGENT, "/desk/handbook/{chapter}/test/{attempt}", test(Attempt.QUESTIONS)));
        stops.add(new Stop(Who.VISITOR, "/handbook", "/handbook?shop=demo"));
        stops.add(new Stop(Who.VISITOR, "/handbook/{chapter}", "/handbook/deciding?shop=demo"));
        stops.add(new Stop(
                Who.VISITOR,
                "/track/{token}/messages",
                link(anyClaim(), Instant.parse("2099-01-01T00:00:00Z")) + "/messages"));
        var talk = longestTalk();
        stops.add(new Stop(
                Who.VISITOR,
                "/track/{token}/messages",
                link(talk, Instant.parse("2099-01-01T00:00:00Z")) + beforeTheLast(talk)));
        stops.add(new Stop(Who.AGENT, "/desk/claims/{id}/messages", "/desk/claims/" + talk.id() + beforeTheLast(talk)));
        stops.add(new Stop(
                Who.AGENT,
                "/desk/claims/{id}/messages",
                "/desk/claims/" + anyClaim().id() + "/messages"));
        return stops;
    }

    private Claim longestTalk() {
        return byState().values().stream()
                .max(Comparator.comparingInt(
                        claim -> messages.all(merchant, claim.id()).toList().size()))
                .orElseThrow();
    }

    private String beforeTheLast(Claim talk) {
        return "/messages?after="
                + messages.all(merchant, talk.id()).toList().getLast().id();
    }

    /** A test of the agent’s, of which so many questions are answered. */
    private String test(int answers) {
        var agent = accounts.all(merchant).stream()
                .filter(account -> account.email().equals("agent@example.com"))
                .findFirst()
                .orElseThrow();
        var viewer = new Viewer(merchant, new Actor.Staff(agent.id(), agent.name()), agent.roles());
        var chapter = List.of("causes", "remedies", "why").get(Math.min(answers, 2));
        var attempt = attempts.begin(viewer, chapter);
        for (int i = attempt.answers().size(); i < answers; i++) {
            attempts.answer(viewer, attempt.id(), i, 0);
        }
        return "/desk/handbook/" + chapter + "/test/" + attempt.id();
    }

    /** The other side of a swap was written to. Their link. */
    private String outreach() {
        if (found().isEmpty()) {
            var key = keys.create(merchant, "Pages", Set.of(Role.values()));
            new SwapBench(Api.sample(port).withKey(key)).kettlesClaim();
        }
        var found = await().atMost(Duration.ofSeconds(20)).until(this::found, all -> !all.isEmpty());
        return Objects.requireNonNull(outreaches
                .write(merchant, found.getFirst().id(), new Actor.Product())
                .path());
    }

    /** A practice play of the sample agent: half way, or badly ended. */
    private String practised(boolean over) {
        var agent = accounts.holding(merchant, Role.AGENT).stream()
                .filter(account -> account.email().startsWith("agent@"))
                .findFirst()
                .orElseThrow();
        var viewer = new Viewer(merchant, new Actor.Staff(agent.id(), agent.name()), agent.roles());
        var id = plays.start(viewer, over ? Lesson.ONE_SHORT : Lesson.NEIGHBOUR, Locale.ENGLISH)
                .id();
        Stream.of(Fact.values())
                .filter(fact -> fact != Fact.CUSTOMER)
                .forEach(fact -> plays.look(viewer, id, fact, null));
        plays.write(viewer, id, "I am having it looked at.", null);
        if (over) {
            plays.refuse(viewer, id, "We packed everything.", null);
            plays.end(viewer, id, null);
        }
        return "/desk/practice/" + id;
    }

    private List<Outreach> found() {
        return outreaches
                .page(merchant, Set.of(Outreach.State.OPEN, Outreach.State.WRITTEN), null, 10)
                .items();
    }

    /** From somebody else than the customer of a claim, with a file. */
    private String cameByMail() {
        var id = Ids.next();
        transactions.run(merchant, () -> {
            jdbc.sql("""
                            INSERT INTO correspondence.post
                                   (merchant_id, id, fingerprint, source, arrived_at, bytes, complete, sender, sender_name,
                                    subject, body, whole, nature, state, why, claim_id)
                            VALUES (?, ?, ?, 'INBOX/1/1', now(), 30000000, false, 'eve@example.com', 'Eve', 'Re: your claim',
                                    'Please send it to my new address.', 'Please send it to my new address.\n> Hello',
                                    'PERSON', 'UNSORTED', 'OTHER_SENDER', ?)""")
                    .params(merchant.value(), id, id.toString(), anyClaim().id())
                    .update();
            jdbc.sql("""
                            INSERT INTO correspondence.enclosure
                                   (merchant_id, post_id, position, name, media_type, bytes, left_out)
                            VALUES (?, ?, 0, 'a-very-long-name-of-a-scanned-invoice.pdf', 'application/pdf', 120000, 'TYPE')""").params(merchant.value(), id).update();
        });
        return "/desk/post/" + id;
    }

    private String comesBack() {
        var key = keys.create(merchant, "Pages", Set.of(Role.values()));
        return "/desk/returns/" + new Shop(Api.sample(port).withKey(key)).comesBack("PAGES-" + UUID.randomUUID());
    }

    /** In which one thing was done that nobody asked for. */
    private String books() {
        transactions.run(merchant, () -> jdbc.sql("""
                                INSERT INTO settlement.sandbox_effect (
                                    merchant_id, idempotency_key, work, reference, done_at)
                                VALUES (?, 'by-hand', '{"@type": "Voucher", "orderNumber": "A-1", "shop": "demo",
                                        "amount": {"minor": 500, "currency": "GBP"}}', 'VC-BY-HAND', now())
                                ON CONFLICT DO NOTHING
                                """).param(merchant.value()).update());
        var today = LocalDate.now(merchants.find(merchant).zone());
        reconciliations.compare(merchant, today, new Actor.Product());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !reconciliations
                        .differences(merchant, null, false, null, 1)
                        .items()
                        .isEmpty());
        return "/desk/reconciliation";
    }

    /** One that waits for its review. */
    private String policy() {
        var author = new Actor.Staff(new UUID(1, 1), "Sam");
        var generous = policies.shipped(Area.GB).replace("&lt;= 10<", "&lt;= 30<");
        var draft = policies.draft(merchant, Area.GB, generous, "More goodwill", author);
        var today = LocalDate.now(ZoneId.of("Europe/London")).plusDays(1);
        policies.handIn(merchant, draft.id(), today, null, author, draft.version());
        return "/desk/policies/" + draft.id();
    }

    /** Rules that were tried on a simulated merchant, with many claims that came out otherwise. */
    private String replayed(String mapping) {
        var tables = policies.shipped(Area.GB).replace("&lt;= 10<", "&lt;= 30<");
        var author = new Actor.Staff(new UUID(1, 1), "Sam");
        var draft = policies.draft(merchant, Area.GB, tables, "Keep up to 30", author);
        var from = LocalDate.of(2026, 3, 1);
        var run = replays.start(merchant, Area.GB, draft.id(), "simulated", from, from.plusDays(30), author);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !replays.find(merchant, run.id()).orElseThrow().isUnderWay());
        return mapping.replace("{id}", run.id().toString());
    }

    private UUID draft() {
        return policies.draft(merchant, Area.CN, null, "", new Actor.Staff(new UUID(1, 1), "Sam"))
                .id();
    }

    private String learned() {
        var cause = new ClaimCommand.RecordCause(CauseCode.OD_04, null);
        claims.handle(merchant, anyClaim().id(), cause, new Actor.Product(), null);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> investigations.learned(merchant).stream().anyMatch(each -> each.cases() > 0));
        return "/desk/learned";
    }

    /** Its link. */
    private String question() {
        var lot = UUID.randomUUID().toString();
        var opening =
                new Tasks.Opening(TaskQuestion.QUARANTINE_LOT, "A-03-2", "SKU-7", null, lot, null, null, null, null);
        return tasks.open(merchant, anyClaim().id(), opening, new Actor.Product())
                .path();
    }

    /** A parcel that went its whole way, and was heavier than it should have been; and one of which little is known. */
    private String parcel() {
        var way = new Fulfilment("PAGES", Instant.parse("2026-10-05T08:00:00Z"));
        var shipped = Instant.parse("2026-10-05T10:00:00Z");
        var lines = List.of(new Parcel.Line(new Sku("SKU-7"), 1), new Parcel.Line(new Sku("MUG-RED-350"), 1));
        traces.put(
                merchant,
                List.of(
                        new Parcel(
                                way.trackingNumber(1),
                                way.orderNumber(1),
                                "Swift Parcel",
                                Sscc.parse(way.sscc(1)).orElseThrow(),
                                "Leeds",
                                shipped,
                                shipped.plus(Duration.ofDays(1)),
                                420,
                                401,
                                703,
                                lines),
                        new Parcel(
                                "PAGES/BARE",
                                "NO-ORDER",
                                "Swift Parcel",
                                null,
                                "Leeds",
                                shipped,
                                null,
                                null,
                                null,
                                null,
                                List.of())));
        capture(Fulfilment.document(way.events(1).toArray(String[]::new)));
        return way.trackingNumber(1);
    }

    private UUID captureWithErrors() {
        return capture(Fulfilment.document("""
                        {"type":"ObjectEvent","eventTime":"2026-10-05T10:00:00Z","eventTimeZoneOffset":"+00:00",\
                        "action":"SMASH","epcList":["no uri at all"]}""")).id();
    }

    private Capture capture(String document) {
        var content = new java.io.ByteArrayInputStream(document.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return captures.receive(merchant, content, Capture.ErrorBehaviour.PROCEED);
    }

    private Page arrive(Who who, String language) {
        var page = Browser.desk("http://127.0.0.1:" + port, language);
        page.onConsoleMessage(message -> {
            // That a page answers "not found" is what some of these stops are about.
            if (!isMeasured
                    && message.type().equals("error")
                    && !message.location().startsWith(page.url())) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " " + error));
        if (who != Who.VISITOR) {
            var name = who.name().toLowerCase(java.util.Locale.ROOT);
            page.navigate("/login");
            page.locator("[name=email]").fill(name + "@example.com");
            page.locator("[name=password]").fill(name);
            page.locator("main [type=submit]").click();
            page.waitForURL(address -> !address.endsWith("/login"));
        }
        return page;
    }

    /** The shop’s own version of a text. */
    private String rewrittenTemplate() {
        var ours = templates.versions(merchant, "money", Locale.ENGLISH);
        if (ours.size() == 1) {
            var shipped = ours.getFirst();
            var body = shipped.body().replace("That is a fair question, and this", "This") + "\n\nDo write again.";
            var form =
                    new MessageTemplates.Form(shipped.name(), shipped.purpose().name(), body, "");
            templates.save(merchant, "money", Locale.ENGLISH, form, 0, new Actor.Staff(new UUID(1, 1), "Sue"));
        }
        return "/admin/messages/money/en/versions/1";
    }

    /** Which cannot be filled in. */
    private static void mistypeTemplate(Page page) {
        page.locator("#f-body").fill("{{customer.shoe-size}}\n<b>");
        page.locator("#template .btn-primary").click();
        page.locator("#f-body[aria-invalid=true]").waitFor();
    }

    /** Which is refused. */
    private static void nightShift(Page page) {
        page.locator("[name=hours][value=week]").check();
        page.locator("[name=monday]").fill("22:00-06:00");
        page.locator("form[action='/admin/calendar'] [type=submit]").click();
        page.locator("#f-monday-error").waitFor();
    }

    /** Promises that were broken, and work that was put aside. */
    private void muchIsLate(Page page) {
        var claim = anyClaim().id();
        transactions.run(merchant, () -> {
            jdbc.sql("""
                            UPDATE claims.clock SET rung = 'BROKEN', due_at = now() - interval '2 days', next_at = NULL
                             WHERE merchant_id = ? AND state = 'RUNNING'""").param(merchant.value()).update();
            jdbc.sql("""
                            INSERT INTO claims.stumble (merchant_id, claim_id, task, tries, since, again_at)
                            SELECT ?, ?, task, 12, now() - interval '1 day', now() + interval '5 hours'
                              FROM unnest(ARRAY['WORDS', 'SILENCE', 'PROMISE']) AS task
                            ON CONFLICT DO NOTHING""").params(merchant.value(), claim).update();
        });
        page.reload();
        page.locator("[aria-labelledby='desk.watch.broken'] tbody tr").first().waitFor();
        page.locator("[aria-labelledby='desk.watch.stumbled'] tbody tr").first().waitFor();
    }

    private static void mistypePassword(Page page) {
        page.locator("[name=email]").fill(UUID.randomUUID() + "@example.com");
        page.locator("[name=password]").fill("not this one");
        page.locator("main [type=submit]").click();
        page.locator("[role=alert]").waitFor();
    }

    private static void sayNothing(Page page) {
        page.locator(".go [value=NEXT]").click();
        page.locator("#f-orderNumber-error").waitFor();
    }

    private void sayWhatCame(Page page) {
        var stop = tour.stops().getFirst();
        page.locator("[name=orderNumber]").fill(stop.orderNumber());
        page.locator("[name=contact]").fill(stop.email());
        page.locator(".go [value=NEXT]").click();
        page.locator("label[for=pick-0]").click();
        page.locator("label[for=p-0-WRONG_VARIANT]").click();
        var photo = tour.photo(stop.photos().getFirst()).orElseThrow();
        page.locator("#photo-file").setInputFiles(new FilePayload("box.jpg", "image/jpeg", photo));
        page.locator(".reading-text b").first().waitFor();
    }

    private void wish(Page page) {
        sayWhatCame(page);
        page.locator(".go [value=NEXT]").click();
        page.locator("label[for=d-RESHIP]").click();
    }

    private static void takeMail(Page page) {
        page.locator("[name=statement]").fill("Wrong colour in both my orders. Money back please. ada@example.com");
        page.locator("[value=READ]").first().click();
        page.locator("main q").first().waitFor();
    }

    private void takeCall(Page page) {
        page.locator("[name=email]").fill("ada@example.com");
        page.locator("[name=look]").fill(tour.stops().getFirst().orderNumber());
        page.locator("#p-POSTCODE, #p-EMAIL, #p-PHONE").first().check();
        page.locator("[name=came]").fill("mug");
        page.locator("#say-NEXT .call-aloud").first().waitFor();
    }

    private static void importWithErrors(Page page) {
        var file = "sku,name,price,currency\nS-1,Lamp,12.00,GBP\n,Nameless,1.00,GBP\nS-2,Dear,much,GBP\n";
        page.locator("[name=kind]").selectOption("PRODUCTS");
        page.locator("[name=file]")
                .setInputFiles(new FilePayload(
                        "lamps.csv", "text/csv", file.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        page.locator("main form [type=submit]").click();
        page.locator("#errors-title").waitFor();
    }

    private static void inviteNobody(Page page) {
        page.locator("[name=name]").fill(" ");
        page.locator("[name=email]").fill("taken@example");
        page.locator("main form [type=submit]").click();
        page.locator("[aria-invalid=true]").first().waitFor();
    }

    /** Everything that waits folded away, the answers to an offer one after the other. */
    private static void unfold(Page page) {
        page.evaluate("document.querySelectorAll('main details').forEach(part => part.open = true)");
    }

    private Map<ClaimState.Name, Claim> byState() {
        var search = new ClaimSearch(null, null, Set.of(), null, null, ClaimSearch.Sort.FILED, null, 100);
        return claims.search(merchant, search).items().stream()
                .collect(Collectors.toMap(claim -> claim.state().name(), claim -> claim, (one, _) -> one));
    }

    private Claim anyClaim() {
        return byState().values().iterator().next();
    }

    private String link(Claim claim, Instant until) {
        return customerLinks.issue(merchant, claim.id(), until);
    }

    private String report() {
        return reportLinks
                .issue(merchant, tour.stops().getFirst().orderNumber())
                .path();
    }

    /** One that waits for an answer. */
    private String dataRequests() {
        erasures.request(merchant, anyClaim().id(), "Please delete everything.", new Actor.Customer());
        return "/desk/data-requests";
    }

    private String invitation() {
        return accounts.invite(merchant, UUID.randomUUID() + "@example.org", "Sam Doe", EnumSet.of(Role.AGENT));
    }

    /** As the first start prints it on a database without accounts; here there are some already. */
    private String setUp() {
        var secret = Secret.random();
        transactions.run(
                merchant,
                () -> links.insertOneTime(
                        merchant,
                        secret.hash(),
                        null,
                        OneTimeLinks.Purpose.SETUP,
                        Instant.now().plus(Duration.ofHours(1))));
        return secret.text();
    }
}
