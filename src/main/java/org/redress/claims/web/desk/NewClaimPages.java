package org.redress.claims.web.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.Filed;
import org.redress.claims.Filing;
import org.redress.claims.Filings;
import org.redress.claims.StatementReading;
import org.redress.claims.StatementReading.NamedOrder;
import org.redress.claims.Statements;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Demand;
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
import org.redress.ui.Flash;
import org.redress.ui.Frame;
import org.redress.ui.JsonBody;
import org.redress.ui.Languages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Takes in what reaches an agent by mail, phone or chat. {@code go} says what for: READ looks the words up, REGISTER files
 * a claim for each order that is ticked, so that each has its own remedy and its own clock, or one without an order.
 */
@Controller
@RequestMapping(NewClaimPages.PATH)
@Requires(Role.AGENT)
class NewClaimPages {
    static final String PATH = "/desk/claims/new";

    /** Orders of the same customer that are offered where the text names none. */
    private static final int FURTHER = 5;

    private final Statements statements;
    private final Filings filings;
    private final Orders orders;
    private final Products products;
    private final MerchantTransactions transactions;

    NewClaimPages(
            Statements statements,
            Filings filings,
            Orders orders,
            Products products,
            MerchantTransactions transactions) {
        this.statements = statements;
        this.filings = filings;
        this.orders = orders;
        this.products = products;
        this.transactions = transactions;
    }

    @GetMapping
    ModelAndView fresh(Frame frame, Viewer viewer) {
        return page(frame, viewer.merchant(), NewClaim.fresh(), null, null, null);
    }

    @PostMapping
    ModelAndView take(
            Frame frame,
            Viewer viewer,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(defaultValue = "READ") String go,
            RedirectAttributes redirect) {
        var typed = NewClaim.read(fields);
        var merchant = viewer.merchant();
        if (typed.statement().codePointCount(0, typed.statement().length()) > Filing.LONGEST_TEXT
                || !fields.values().stream()
                        .flatMap(List::stream)
                        .allMatch(text -> text == null || JsonBody.isStorable(text))) {
            return page(
                    frame,
                    merchant,
                    NewClaim.fresh(),
                    null,
                    Phrase.of("desk.fault.text-long", Filing.LONGEST_TEXT),
                    null);
        }
        if (!go.equals("REGISTER")) {
            return transactions.call(merchant, () -> read(frame, merchant, typed, null));
        }
        if (!typed.isSeen() && saysMore(merchant, typed)) {
            return transactions.call(merchant, () -> read(frame, merchant, typed, Phrase.of("desk.new.look")));
        }
        try {
            check(typed);
            var filed = transactions.call(merchant, () -> register(viewer, typed));
            return registered(filed, redirect);
        } catch (Refused refused) {
            if (refused.refusal().kind() != Refusal.Kind.INVALID) {
                throw refused;
            }
            var reading = typed.statement().isEmpty() ? null : statements.read(merchant, typed.statement());
            return page(frame, merchant, typed, reading, reason(refused.refusal()), null);
        }
    }

    private static void check(NewClaim typed) {
        if (!typed.email().isEmpty() && !typed.email().matches("[^@\\s]+@[^@\\s]+")) {
            throw new Refused(Refusal.invalid("/email", "NOT_AN_EMAIL", Phrase.of("claims.fault.email")));
        }
    }

    /** Whether the words say something that the form does not: then the agent looks at it first. */
    private boolean saysMore(MerchantId merchant, NewClaim typed) {
        if (typed.statement().isEmpty()) {
            return false;
        }
        var reading = statements.read(merchant, typed.statement());
        var read = typed.with(reading, List.of());
        boolean other = reading.unknownOrders().stream()
                .anyMatch(number ->
                        !number.equals(typed.number()) && !typed.orders().containsKey(number));
        return other || !read.saysLike(typed);
    }

    private static Phrase reason(Refusal refusal) {
        return refusal.faults().isEmpty()
                ? refusal.reason()
                : refusal.faults().getFirst().message();
    }

    private ModelAndView read(Frame frame, MerchantId merchant, NewClaim typed, @Nullable Phrase note) {
        var reading = statements.read(merchant, typed.statement());
        var claim = typed.with(reading, List.of());
        if (!typed.number().isEmpty()) {
            var known = find(merchant, typed.number());
            var number = known.map(Order::orderNumber).orElse(typed.number());
            var about = known.map(order -> statements.read(merchant, typed.statement(), Optional.of(order)));
            claim = claim.taking(
                    number, about.orElse(null), about.map(NewClaimPages::only).orElse(null));
        } else if (reading.orders().isEmpty()) {
            for (var number :
                    reading.unknownOrders().stream().limit(NewClaim.MOST_ORDERS).toList()) {
                claim = claim.taking(number, null, null);
            }
        }
        return page(frame, merchant, claim.with(reading, theirs(merchant, claim)), reading, null, note);
    }

    private static NamedOrder only(StatementReading reading) {
        return reading.orders().getFirst();
    }

    private Optional<Order> find(MerchantId merchant, String number) {
        return orders.find(merchant, number).or(() -> orders.find(merchant, number.toUpperCase(Locale.ROOT)));
    }

    /** What else this customer ordered, the newest first: to choose from where they name no order. */
    private List<String> theirs(MerchantId merchant, NewClaim claim) {
        var found = new LinkedHashSet<String>();
        if (claim.taken().isEmpty()) {
            for (var contact : List.of(claim.email(), claim.phone())) {
                if (!contact.isEmpty()) {
                    orders.search(merchant, contact, null, FURTHER).items().stream()
                            .map(OrderSummary::orderNumber)
                            .forEach(found::add);
                }
            }
        }
        return List.copyOf(found);
    }

    private List<Claim> register(Viewer viewer, NewClaim typed) {
        var merchant = viewer.merchant();
        var filed = new ArrayList<Claim>();
        for (var number : typed.taken()) {
            filed.add(file(viewer, typed, number, lines(merchant, typed.about(number), number)));
        }
        if (filed.isEmpty()) {
            filed.add(file(viewer, typed, typed.number().isEmpty() ? null : typed.number(), List.of()));
        }
        return filed;
    }

    private List<Filing.Line> lines(MerchantId merchant, NewClaim.About about, String number) {
        var came = NewClaimLines.sku(about)
                .map(sku -> products.find(merchant, List.of(sku)).get(sku))
                .map(Product::sku)
                .orElse(null);
        return orders.find(merchant, number)
                .map(order -> NewClaimLines.of(about, order, came))
                .orElse(List.of());
    }

    private Claim file(Viewer viewer, NewClaim typed, @Nullable String number, List<Filing.Line> lines) {
        var filing = new Filing(
                number,
                null,
                new Filing.Contact(orNull(typed.name()), orNull(typed.email()), orNull(typed.phone())),
                typed.channel(),
                typed.statement(),
                Objects.requireNonNullElse(typed.demand(), Demand.UNDECIDED),
                null,
                null,
                null,
                lines,
                Languages.nearest(Locale.forLanguageTag(typed.language())),
                Map.of());
        var sent = new Filings.Sent(typed.form(), number + " " + typed);
        Filed filed = filings.once(viewer.merchant(), sent, filing, viewer.actor());
        return filed.claim();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static ModelAndView registered(List<Claim> claims, RedirectAttributes redirect) {
        var numbers = claims.stream().map(Claim::number).toList();
        Flash.done(
                redirect,
                claims.size() == 1
                        ? Phrase.of("desk.new.registered", numbers.getFirst())
                        : Phrase.of("desk.new.registered-several", numbers));
        var there = new RedirectView("/desk/claims/" + claims.getFirst().id());
        there.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(there);
    }

    private ModelAndView page(
            Frame frame,
            MerchantId merchant,
            NewClaim claim,
            @Nullable StatementReading reading,
            @Nullable Phrase fault,
            @Nullable Phrase note) {
        var known = new LinkedHashMap<String, Order>();
        claim.orders()
                .keySet()
                .forEach(number -> orders.find(merchant, number).ifPresent(order -> known.put(number, order)));
        var skus = new LinkedHashSet<Sku>();
        known.values().forEach(order -> order.lines().forEach(line -> skus.add(line.sku())));
        var names = new Names(skus.isEmpty() ? Map.of() : products.find(merchant, skus));
        var says = fault == null ? null : frame.words().say(fault);
        var notes = note == null ? null : frame.words().say(note);
        var answer = new ModelAndView(
                "claims/new", Map.of("page", new NewClaimPage(frame, claim, known, names, reading, says, notes)));
        answer.setStatus(fault == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return answer;
    }
}
