package org.redress.claims.web.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchant;
import org.redress.access.Merchants;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Calls;
import org.redress.claims.Calls.Prospect;
import org.redress.claims.Claim;
import org.redress.claims.ClaimEvent;
import org.redress.claims.ClaimFilter;
import org.redress.claims.ClaimSearch;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.claims.Filed;
import org.redress.claims.Filing;
import org.redress.claims.Filings;
import org.redress.claims.Heard;
import org.redress.claims.Statements;
import org.redress.claims.web.desk.Articles;
import org.redress.claims.web.desk.Contacts;
import org.redress.claims.web.desk.Names;
import org.redress.claims.web.desk.NewClaimLines;
import org.redress.claims.web.desk.Swap;
import org.redress.database.MerchantTransactions;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceId;
import org.redress.kernel.Gtin;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.kernel.Sku;
import org.redress.orders.Order;
import org.redress.orders.OrderSummary;
import org.redress.orders.Orders;
import org.redress.orders.Product;
import org.redress.orders.Products;
import org.redress.traces.Parcel;
import org.redress.traces.Traces;
import org.redress.ui.Frame;
import org.redress.ui.Languages;
import org.redress.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * A guided conversation on the phone or at the counter. {@code go} says what for: READ looks up and says what comes next,
 * REGISTER files.
 */
@Controller
@RequestMapping("/desk/calls")
@Requires(Role.AGENT)
class CallPages {
    private static final int MOST_ORDERS = 10;
    private static final int MOST_ARTICLES = 6;
    private static final int MOST_SAME = 5;

    private final Calls calls;
    private final Claims claims;
    private final Filings filings;
    private final Statements statements;
    private final Orders orders;
    private final Products products;
    private final Traces traces;
    private final Evidence evidence;
    private final Articles articles;
    private final Merchants merchants;
    private final Languages languages;
    private final MerchantTransactions transactions;
    private final InstantSource clock;

    CallPages(
            Calls calls,
            Claims claims,
            Filings filings,
            Statements statements,
            Orders orders,
            Products products,
            Traces traces,
            Evidence evidence,
            Articles articles,
            Merchants merchants,
            Languages languages,
            MerchantTransactions transactions,
            InstantSource clock) {
        this.calls = calls;
        this.claims = claims;
        this.filings = filings;
        this.statements = statements;
        this.orders = orders;
        this.products = products;
        this.traces = traces;
        this.evidence = evidence;
        this.articles = articles;
        this.merchants = merchants;
        this.languages = languages;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/new")
    ModelAndView fresh(Frame frame, Viewer viewer) {
        var call = Call.fresh(clock.instant(), frame.words().locale());
        return transactions.call(viewer.merchant(), () -> page(frame, viewer, call, true, Map.of(), null));
    }

    @PostMapping("/new")
    ModelAndView take(
            Frame frame,
            Viewer viewer,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable List<MultipartFile> photo,
            @RequestParam(defaultValue = "READ") String go) {
        var merchant = viewer.merchant();
        var faults = new LinkedHashMap<String, Phrase>();
        var typed = Call.read(fields);
        var call = typed.withFiles(received(merchant, photo == null ? List.of() : photo, faults));
        if (!go.equals("REGISTER")) {
            return shown(frame, viewer, call, faults, null);
        }
        return filing(frame, viewer, call, faults);
    }

    private List<EvidenceId> received(
            MerchantId merchant, Collection<MultipartFile> photos, Map<String, Phrase> faults) {
        var files = new ArrayList<EvidenceId>();
        for (var photo : photos) {
            if (!photo.isEmpty()) {
                try (var content = photo.getInputStream()) {
                    var name = Objects.requireNonNullElse(photo.getOriginalFilename(), "");
                    files.add(evidence.receive(merchant, name, content).id());
                } catch (Refused refused) {
                    faults.put("photo", reason(refused.refusal()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return files;
    }

    private static Phrase reason(Refusal refusal) {
        return refusal.faults().isEmpty()
                ? refusal.reason()
                : refusal.faults().getFirst().message();
    }

    private ModelAndView filing(Frame frame, Viewer viewer, Call typed, Map<String, Phrase> faults) {
        var merchant = viewer.merchant();
        var sent = new Filings.Sent(typed.form(), typed.typed());
        var before = filings.before(merchant, sent);
        if (before.isPresent()) {
            return called(before.get());
        }
        var call = filled(merchant, typed);
        if (!call.typed().equals(typed.typed())) {
            return shown(frame, viewer, call, faults, Phrase.of("desk.new.look"));
        }
        var order = order(merchant, call).orElse(null);
        var unseen = same(merchant, call).stream().anyMatch(claim -> isSame(claim, order) && !call.isShown(claim.id()));
        if (unseen) {
            return shown(frame, viewer, call, faults, Phrase.of("calls.same.look"));
        }
        var made = made(merchant, call, order);
        faults.putAll(made.faults());
        if (!faults.isEmpty()) {
            return shown(frame, viewer, call, faults, null);
        }
        try {
            return called(calls.file(viewer, sent, made.filing(made.lines()), made.heard(), call.into()));
        } catch (Refused refused) {
            if (refused.refusal().kind() == Refusal.Kind.FORBIDDEN) {
                throw refused;
            }
            faults.put("", reason(refused.refusal()));
            return shown(frame, viewer, call, faults, null);
        }
    }

    private static ModelAndView called(Filed filed) {
        var there = new RedirectView("/desk/calls/" + filed.claim().id());
        there.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(there);
    }

    private ModelAndView shown(
            Frame frame, Viewer viewer, Call call, Map<String, Phrase> faults, @Nullable Phrase note) {
        return transactions.call(viewer.merchant(), () -> page(frame, viewer, call, false, faults, note));
    }

    private CallFiling made(MerchantId merchant, Call call, @Nullable Order order) {
        return new CallFiling(
                call,
                order,
                came(merchant, call).map(Product::sku).orElse(null),
                merchants.find(merchant).zone(),
                clock.instant());
    }

    /** What came, where the catalogue has it under this number. */
    private Optional<Product> came(MerchantId merchant, Call call) {
        return NewClaimLines.sku(call.about())
                .flatMap(sku -> Optional.ofNullable(
                        products.find(merchant, List.of(sku)).get(sku)));
    }

    private Optional<Order> order(MerchantId merchant, Call call) {
        var number = call.order();
        return number.isEmpty()
                ? Optional.empty()
                : orders.find(merchant, number).or(() -> orders.find(merchant, number.toUpperCase(Locale.ROOT)));
    }

    /** With what follows from what was said, where the agent has not chosen otherwise. */
    private Call filled(MerchantId merchant, Call typed) {
        var call = typed;
        if (!call.isRead()) {
            call = call.with(statements.read(merchant, call.statement()));
        }
        if (call.order().isEmpty() && !call.isOrderChosen()) {
            var said = call.look();
            var found = said.isEmpty() ? List.<OrderSummary>of() : found(merchant, call);
            if (found.size() == 1 && found.getFirst().orderNumber().equalsIgnoreCase(said)) {
                call = call.with("order", found.getFirst().orderNumber());
            }
        }
        return call;
    }

    /** As the caller says it: a number, an address, a phone number or a name; else by how they are reached. */
    private List<OrderSummary> found(MerchantId merchant, Call call) {
        var said = call.look().isEmpty()
                ? Stream.of(call.phone(), call.email(), call.name())
                : Stream.of(call.look(), call.look().toUpperCase(Locale.ROOT));
        var found = new LinkedHashMap<String, OrderSummary>();
        for (var text : said.filter(each -> each.length() > 1).distinct().toList()) {
            if (found.isEmpty()) {
                orders.search(merchant, text, null, MOST_ORDERS)
                        .items()
                        .forEach(order -> found.put(order.orderNumber(), order));
            }
            if (found.isEmpty()) {
                orders.under(merchant, text, MOST_ORDERS).forEach(order -> found.put(order.orderNumber(), order));
            }
        }
        return List.copyOf(found.values());
    }

    private List<Product> like(MerchantId merchant, Call call) {
        var said = call.came();
        if (said.length() < 2) {
            return List.of();
        }
        var gtin = Gtin.parse(said.replaceAll("[\\s-]", ""));
        return gtin.isPresent()
                ? products.byGtin(merchant, List.of(gtin.get())).getOrDefault(gtin.get(), List.of()).stream()
                        .limit(MOST_ARTICLES)
                        .toList()
                : products.search(merchant, said, MOST_ARTICLES);
    }

    private List<Claim> same(MerchantId merchant, Call call) {
        var found = new LinkedHashMap<Object, Claim>();
        var asks = new ArrayList<ClaimFilter>();
        order(merchant, call).ifPresent(order -> asks.add(ClaimFilter.ALL.order(order.orderNumber())));
        Stream.of(call.email(), call.phone())
                .filter(contact -> contact.length() > 4)
                .forEach(contact -> asks.add(ClaimFilter.ALL.text(contact)));
        for (var ask : asks) {
            claims.search(merchant, new ClaimSearch(ask, ClaimSearch.Sort.FILED, null, MOST_SAME))
                    .items()
                    .forEach(claim -> found.putIfAbsent(claim.id(), claim));
        }
        return found.values().stream().limit(MOST_SAME).toList();
    }

    /** Whether a new claim can go on under it. */
    private static boolean isSame(Claim claim, @Nullable Order order) {
        var state = claim.state().name();
        return order != null
                && order.orderNumber().equals(claim.filing().orderNumber())
                && state != ClaimState.Name.CLOSED
                && state != ClaimState.Name.REJECTED;
    }

    private ModelAndView page(
            Frame frame, Viewer viewer, Call typed, boolean fresh, Map<String, Phrase> faults, @Nullable Phrase note) {
        var merchant = viewer.merchant();
        var us = merchants.find(merchant);
        var call = filled(merchant, typed);
        var found = found(merchant, call);
        var order = order(merchant, call).orElse(null);
        var came = came(merchant, call);
        var same = same(merchant, call);
        var prospect = prospect(merchant, call, order);
        var names = names(merchant, order, came, prospect);
        var parcel = order == null ? null : parcel(merchant, order);
        var hazard = came.filter(product -> product.hazard() != null).isPresent();
        var script = new CallScript(
                call,
                us.name(),
                Objects.requireNonNullElse(frame.reader(), us.name()),
                found.size(),
                order,
                parcel,
                names,
                came.map(Product::name).orElse(call.came()),
                hazard,
                prospect,
                us.zone());
        var page = new CallPage(
                frame,
                talk(call.language(), us),
                fresh,
                call,
                script,
                found,
                order,
                names,
                like(merchant, call),
                rows(merchant, same, order, frame.words()),
                faults,
                note);
        var answer = new ModelAndView(frame.partial() ? "claims/call-parts" : "claims/call", Map.of("page", page));
        answer.setStatus(faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return answer;
    }

    private Words talk(Locale language, Merchant us) {
        return languages.words(language, us.zone());
    }

    private Names names(
            MerchantId merchant, @Nullable Order order, Optional<Product> came, @Nullable Prospect prospect) {
        var skus = new LinkedHashSet<Sku>();
        if (order != null) {
            order.lines().forEach(line -> skus.add(line.sku()));
        }
        came.ifPresent(product -> skus.add(product.sku()));
        if (prospect != null) {
            prospect.choice()
                    .options()
                    .forEach(option -> skus.addAll(option.plan().skus()));
        }
        return articles.of(merchant, skus);
    }

    private @Nullable Parcel parcel(MerchantId merchant, Order order) {
        var parcels = traces.trail(merchant, order.orderNumber()).parcels();
        return parcels.size() == 1 ? parcels.getFirst() : null;
    }

    /** What can be said now; nothing as long as nobody could be answered, or something is amiss. */
    private @Nullable Prospect prospect(MerchantId merchant, Call call, @Nullable Order order) {
        var made = made(merchant, call, order);
        var lines = made.faults().containsKey("goods") ? List.<Filing.Line>of() : made.lines();
        return calls.prospect(merchant, made.filing(lines)).orElse(null);
    }

    private List<CallPage.Same> rows(MerchantId merchant, List<Claim> same, @Nullable Order order, Words words) {
        var named = articles.of(merchant, same, List.of(), Map.of());
        return same.stream()
                .map(claim -> {
                    var swap = Swap.of(claim, named, words);
                    var what = swap.ordered() == null
                            ? swap.came()
                            : words.say("calls.same.swap", swap.ordered(), swap.came());
                    return new CallPage.Same(
                            claim.id(),
                            claim.number(),
                            words.say("claims.state", claim.state().name()),
                            claim.filedAt(),
                            Contacts.masked(claim.filing().contact()),
                            what,
                            isSame(claim, order));
                })
                .toList();
    }

    @GetMapping("/{id}")
    ModelAndView called(Frame frame, Viewer viewer, @PathVariable String id) {
        var merchant = viewer.merchant();
        var claim = Ids.parse(id)
                .flatMap(known -> claims.find(merchant, known))
                .orElseThrow(() -> new Refused(Refusal.absent()));
        var place = claims.timeline(merchant, claim.id()).stream()
                .flatMap(entry -> entry.event() instanceof ClaimEvent.CallTaken(var heard)
                        ? Stream.of(heard.place())
                        : Stream.of())
                .findFirst()
                .orElse(Heard.Place.PHONE);
        var told = claims.goesOnAs(claim).orElse(claim);
        var into = claim.state() instanceof ClaimState.Merged merged
                ? claims.find(merchant, merged.into()).orElse(claim)
                : claim;
        var email = Objects.requireNonNullElse(claim.filing().contact().email(), "");
        var due = Set.of(ClaimState.Name.SUBMITTED, ClaimState.Name.ACCEPTED)
                        .contains(into.state().name())
                ? into.owed().due()
                : null;
        var said = CallScript.afterwards(told.number(), email, due, place);
        var talk = talk(claim.filing().language(), merchants.find(merchant));
        return new ModelAndView(
                "claims/called", Map.of("page", new CalledPage(frame, talk, told.number(), into, said)));
    }
}
