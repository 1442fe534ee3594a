package org.redress.claims.web.queue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Account;
import org.redress.access.Accounts;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.ClaimAct;
import org.redress.claims.ClaimFilter;
import org.redress.claims.ClaimSearch;
import org.redress.claims.Claims;
import org.redress.claims.Feelings;
import org.redress.claims.Promises;
import org.redress.claims.SavedView;
import org.redress.claims.SavedViews;
import org.redress.claims.web.desk.Articles;
import org.redress.claims.web.desk.Contacts;
import org.redress.claims.web.desk.Swap;
import org.redress.database.MerchantTransactions;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceItem;
import org.redress.kernel.Ids;
import org.redress.kernel.Page;
import org.redress.kernel.Phrase;
import org.redress.ui.Flash;
import org.redress.ui.Frame;
import org.redress.ui.Words;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The queue, and the questions to it that are kept. */
@Controller
@Requires({Role.AGENT, Role.SUPERVISOR})
class QueuePages {
    static final String QUEUE = "/desk/claims";
    private static final String DESK = "/desk";
    private static final int MOST_JUMPS = 8;

    private final MerchantTransactions transactions;
    private final Claims claims;
    private final Feelings feelings;
    private final Promises promises;
    private final SavedViews saved;
    private final Evidence evidence;
    private final Accounts accounts;
    private final Articles articles;

    QueuePages(
            MerchantTransactions transactions,
            Claims claims,
            Feelings feelings,
            Promises promises,
            SavedViews saved,
            Evidence evidence,
            Accounts accounts,
            Articles articles) {
        this.transactions = transactions;
        this.claims = claims;
        this.feelings = feelings;
        this.promises = promises;
        this.saved = saved;
        this.evidence = evidence;
        this.accounts = accounts;
        this.articles = articles;
    }

    /** Leads everybody to where their work is. */
    @GetMapping(DESK)
    @Requires({Role.AGENT, Role.SUPERVISOR, Role.ADMIN, Role.WAREHOUSE})
    String desk(Viewer viewer) {
        var home = viewer.home();
        return "redirect:" + (home.equals(DESK) ? QUEUE : home);
    }

    @GetMapping(QUEUE)
    String queue(
            @RequestParam MultiValueMap<String, String> address,
            @RequestParam @Nullable String after,
            Frame frame,
            Viewer viewer,
            Model model) {
        var ask = QueueAsk.read(address);
        // One transaction for the whole page: claims, photos and names see the same moment.
        model.addAttribute("page", transactions.call(viewer.merchant(), () -> page(ask, after, frame, viewer)));
        return "claims/queue";
    }

    private QueuePage page(QueueAsk ask, @Nullable String after, Frame frame, Viewer viewer) {
        var page = claims.search(viewer.merchant(), ask.search(viewer, frame.words(), after));
        var staff = accounts.all(viewer.merchant());
        return new QueuePage(
                frame,
                ask,
                new QueuePage.Tabs(ask, QueueAsk.views(viewer), saved.of(viewer), List.of()),
                rows(page, staff, frame, viewer),
                staff.stream()
                        .filter(one -> one.canLogIn() && one.has(Role.AGENT))
                        .toList(),
                Accounts.names(staff),
                ClaimAct.ASSIGN.isOpenTo(viewer),
                viewer.has(Role.SUPERVISOR),
                page.next());
    }

    private List<QueuePage.Row> rows(Page<Claim> page, List<Account> staff, Frame frame, Viewer viewer) {
        return rows(page.items(), staff, frame, viewer);
    }

    private List<QueuePage.Row> rows(Collection<Claim> some, List<Account> staff, Frame frame, Viewer viewer) {
        var ids = some.stream().map(Claim::id).toList();
        var files = evidence.ofClaims(viewer.merchant(), ids);
        var pressing = claims.pressing(viewer.merchant(), some);
        var unanswered = promises.unanswered(viewer.merchant(), ids);
        var felt = feelings.of(viewer.merchant(), ids);
        var names = articles.of(viewer.merchant(), some, List.of(), Map.of());
        var colleagues = Accounts.names(staff);
        return some.stream()
                .map(claim -> new QueuePage.Row(
                        claim,
                        Swap.of(claim, names, frame.words()),
                        files.getOrDefault(claim.id(), List.of()).stream()
                                .filter(EvidenceItem::isPicture)
                                .findFirst()
                                .orElse(null),
                        Contacts.customer(claim),
                        claim.assignee() == null ? null : colleagues.get(claim.assignee()),
                        pressing.get(claim.id()),
                        felt.getOrDefault(claim.id(), List.of()).stream()
                                .findFirst()
                                .orElse(null),
                        unanswered.get(claim.id())))
                .toList();
    }

    /** The tabs with how many claims are in each: asked for once the page is there. */
    @GetMapping(QUEUE + "/tabs")
    String tabs(@RequestParam MultiValueMap<String, String> address, Frame frame, Viewer viewer, Model model) {
        var ask = QueueAsk.read(address);
        var views = QueueAsk.views(viewer);
        var kept = saved.of(viewer);
        var asks = Stream.concat(
                        views.stream().map(QueueAsk::of),
                        kept.stream().map(SavedView::asks).map(QueueAsk::read))
                .map(each -> each.search(viewer, frame.words(), null).filter())
                .toList();
        model.addAttribute("frame", frame);
        model.addAttribute("tabs", new QueuePage.Tabs(ask, views, kept, counted(viewer, asks)));
        return "claims/_tabs";
    }

    private static boolean isCountable(ClaimFilter ask) {
        return ask.text() == null && (ask.isOpenOnly() || ask.unanswered());
    }

    /** Only what asks for open work and no words is counted; null stands for the others. */
    private List<Claims.@Nullable Count> counted(Viewer viewer, List<ClaimFilter> asks) {
        var countable = IntStream.range(0, asks.size())
                .filter(place -> isCountable(asks.get(place)))
                .boxed()
                .toList();
        var counts = claims.counts(
                viewer.merchant(), countable.stream().map(asks::get).toList());
        var byPlace = new HashMap<Integer, Claims.Count>();
        for (int i = 0; i < countable.size(); i++) {
            byPlace.put(countable.get(i), counts.get(i));
        }
        var all = new ArrayList<Claims.@Nullable Count>();
        for (int place = 0; place < asks.size(); place++) {
            all.add(byPlace.get(place));
        }
        return all;
    }

    /** Some claims as they stand now, for a page that shows the queue already: nothing else on it is asked for again. */
    @GetMapping(QUEUE + "/rows")
    String rows(
            @RequestParam MultiValueMap<String, String> address,
            @RequestParam(defaultValue = "") List<String> id,
            Frame frame,
            Viewer viewer,
            Model model) {
        var ask = QueueAsk.read(address);
        var ids = id.stream()
                .limit(Page.LARGEST)
                .flatMap(text -> Ids.parse(text).stream())
                .toList();
        model.addAttribute("page", transactions.call(viewer.merchant(), () -> {
            var some = claims.all(viewer.merchant(), ids);
            return new QueuePage.Rows(
                    frame, rows(some, accounts.all(viewer.merchant()), frame, viewer), here(ask, ids, frame, viewer));
        }));
        return "claims/_rows";
    }

    private Set<UUID> here(QueueAsk ask, List<UUID> ids, Frame frame, Viewer viewer) {
        return claims.matching(
                viewer.merchant(), ask.search(viewer, frame.words(), null).filter(), ids);
    }

    /** The claims that a few letters may mean, for the palette. */
    @GetMapping(path = QUEUE + "/jump", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<Jump> jump(@RequestParam(defaultValue = "") String q, Viewer viewer, Words words) {
        var known = claims.byNumber(viewer.merchant(), q);
        var some = known.map(List::of).orElseGet(() -> found(q, viewer, words));
        var names = articles.of(viewer.merchant(), some, List.of(), Map.of());
        return some.stream()
                .map(claim -> new Jump(
                        claim.number(),
                        Stream.of(
                                        Contacts.customer(claim),
                                        Objects.requireNonNullElse(
                                                Swap.of(claim, names, words).ordered(), ""),
                                        words.say("claims.state", claim.state().name()))
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining(" · ")),
                        QUEUE + "/" + claim.id()))
                .toList();
    }

    private List<Claim> found(String text, Viewer viewer, Words words) {
        var ask = QueueAsk.read("view=all&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        var search = ask.search(viewer, words, null);
        return ask.text().isEmpty()
                ? List.of()
                : claims.search(viewer.merchant(), new ClaimSearch(search.filter(), search.sort(), null, MOST_JUMPS))
                        .items();
    }

    record Jump(String text, String more, String href) {}

    @PostMapping(QUEUE + "/views")
    RedirectView keep(
            @RequestParam String name,
            @RequestParam String asks,
            @RequestParam(defaultValue = "false") boolean forAll,
            Viewer viewer,
            RedirectAttributes redirect) {
        var ask = QueueAsk.read(asks);
        var kept = saved.keep(viewer, name, ask.query(), forAll);
        Flash.done(redirect, Phrase.of("desk.view.kept", kept.name()));
        return seeOther(ask);
    }

    @PostMapping(QUEUE + "/views/{id}/removal")
    RedirectView forget(@PathVariable UUID id, Viewer viewer, RedirectAttributes redirect) {
        saved.forget(viewer, id);
        Flash.done(redirect, Phrase.of("desk.view.forgotten"));
        return seeOther(QueueAsk.of(QueueAsk.View.OURS));
    }

    static RedirectView seeOther(QueueAsk ask) {
        var view = new RedirectView(QUEUE + "?" + ask.query());
        view.setStatusCode(org.springframework.http.HttpStatus.SEE_OTHER);
        return view;
    }
}
