package org.redress.claims.app;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchants;
import org.redress.claims.Bystanders;
import org.redress.claims.Claim;
import org.redress.claims.Filing;
import org.redress.claims.Matters;
import org.redress.claims.Verdict;
import org.redress.claims.model.Facts;
import org.redress.claims.store.ClaimTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Money;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.manners.Advice;
import org.redress.manners.Coach;
import org.redress.manners.Draft;
import org.redress.manners.Matter;
import org.redress.manners.Matter.Others;
import org.redress.manners.Matter.Person;
import org.redress.orders.Order;
import org.redress.orders.Orders;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyOption;
import org.redress.traces.Parcel;
import org.redress.traces.TraceEvent;
import org.redress.traces.Traces;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what a message on a claim may speak of, and what never. */
@Component
class MatterDesk implements Matters {
    /** Of the orders that the same mistake may have touched, so many of the likeliest are looked at. */
    private static final int MOST_BYSTANDERS = 50;

    private final MerchantTransactions transactions;
    private final Merchants merchants;
    private final CaseFile caseFile;
    private final ClaimTable claims;
    private final Orders orders;
    private final Traces traces;
    private final ObjectProvider<Bystanders> bystanders;
    private final Coach coach;
    private final InstantSource clock;

    MatterDesk(
            MerchantTransactions transactions,
            Merchants merchants,
            CaseFile caseFile,
            ClaimTable claims,
            Orders orders,
            Traces traces,
            ObjectProvider<Bystanders> bystanders,
            Coach coach,
            InstantSource clock) {
        this.transactions = transactions;
        this.merchants = merchants;
        this.caseFile = caseFile;
        this.claims = claims;
        this.orders = orders;
        this.traces = traces;
        this.bystanders = bystanders;
        this.coach = coach;
        this.clock = clock;
    }

    @Override
    public Matter of(Claim claim) {
        return transactions.call(claim.merchant(), () -> {
            var known = caseFile.judgement(claim);
            return matter(claim, known.facts(), known.others(), known.choice().options());
        });
    }

    /** The same without what could be offered, which costs most: no secret is in it. */
    private Matter secrets(Claim claim) {
        return transactions.call(claim.merchant(), () -> {
            var others = caseFile.others(claim);
            return matter(claim, caseFile.facts(claim, others), others, List.of());
        });
    }

    private Matter matter(Claim claim, Facts facts, List<Claim> onOrder, List<RemedyOption> options) {
        var today = LocalDate.ofInstant(
                clock.instant(), merchants.find(claim.merchant()).zone());
        return new Matter(
                customer(claim, facts),
                numbers(claim, facts, onOrder),
                articles(facts),
                null,
                claim.cause() != null,
                !facts.evidence().isEmpty() || claim.verdict() == Verdict.CONFIRMED,
                today,
                soonest(options, today),
                most(options),
                others(claim, facts));
    }

    @Override
    public void checkConfidential(Claim claim, @Nullable String words, String pointer) {
        if (words == null || words.isBlank()) {
            return;
        }
        var draft = new Draft(words, Draft.Purpose.REPLY);
        coach.leaks(draft, secrets(claim)).stream()
                .filter(Advice::isLock)
                .findFirst()
                .ifPresent(advice -> {
                    throw new Refused(Refusal.invalid(
                            pointer, "CONFIDENTIAL", Phrase.of("claims.fault.confidential", advice.said())));
                });
    }

    private static Person customer(Claim claim, Facts facts) {
        var contact = claim.filing().contact();
        var order = facts.order();
        var ordered = order.map(Order::customer);
        return new Person(
                contact.name() == null ? ordered.map(Order.Customer::name).orElse(null) : contact.name(),
                contact.email() == null ? ordered.map(Order.Customer::email).orElse(null) : contact.email(),
                contact.phone() == null ? ordered.map(Order.Customer::phone).orElse(null) : contact.phone(),
                order.map(MatterDesk::address).orElse(List.of()));
    }

    /** The recipient’s name is a part of it: it may be another than the customer’s. */
    private static List<String> address(Order order) {
        var to = order.shipTo();
        return Stream.of(to.name(), to.street(), to.city(), to.postcode())
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static Set<String> numbers(Claim claim, Facts facts, List<Claim> onOrder) {
        var parcels = facts.way().trail().parcels().stream().map(Parcel::trackingNumber);
        return Stream.of(
                        Stream.of(claim.number()),
                        Stream.ofNullable(claim.filing().orderNumber()),
                        Stream.ofNullable(claim.filing().trackingNumber()),
                        onOrder.stream()
                                .filter(other -> other.filing()
                                        .contact()
                                        .isReachedAs(claim.filing().contact()))
                                .map(Claim::number),
                        parcels)
                .flatMap(each -> each)
                .collect(Collectors.toSet());
    }

    /** What was ordered, what came, and each by its number. */
    private static List<String> articles(Facts facts) {
        var said = facts.filing().lines().stream()
                .map(Filing.Line::received)
                .filter(Objects::nonNull)
                .map(Filing.Received::description);
        return Stream.concat(
                        facts.products().values().stream()
                                .flatMap(product ->
                                        Stream.of(product.name(), product.sku().value())),
                        said.flatMap(Stream::ofNullable))
                .distinct()
                .toList();
    }

    /** The earliest day on which the customer can have what the policy offers. */
    private static @Nullable LocalDate soonest(List<RemedyOption> options, LocalDate today) {
        return options.stream()
                .map(RemedyOption::etaDays)
                .min(Comparator.naturalOrder())
                .map(days -> today.plusDays(days))
                .orElse(null);
    }

    /** The most money in one option that needs nobody else’s leave. */
    private static @Nullable Money most(List<RemedyOption> options) {
        return options.stream()
                .filter(option -> !option.approvalNeeded())
                .map(MatterDesk::money)
                .flatMap(Stream::ofNullable)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Money money(RemedyOption option) {
        return option.plan().remedies().stream()
                .map(Remedy::amount)
                .flatMap(Stream::ofNullable)
                .reduce(Money::plus)
                .orElse(null);
    }

    private Others others(Claim claim, Facts facts) {
        var own = claim.filing().orderNumber();
        var numbers = bystanders
                .orderedStream()
                .flatMap(each -> each.orders(claim).stream())
                .filter(number -> !number.equals(own))
                .distinct()
                .limit(MOST_BYSTANDERS)
                .toList();
        var colleagues = facts.way().trail().events().stream()
                .map(TraceEvent::operator)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
        if (numbers.isEmpty()) {
            return new Others(List.of(), Set.of(), colleagues);
        }
        var theirs = orders.all(claim.merchant(), numbers).stream()
                .filter(order -> !isSameCustomer(order, claim, facts))
                .toList();
        return new Others(theirs.stream().map(MatterDesk::person).toList(), numbersOf(claim, theirs), colleagues);
    }

    /** Who has ordered twice may read of both. */
    private static boolean isSameCustomer(Order order, Claim claim, Facts facts) {
        var contact = claim.filing().contact();
        return Stream.of(
                        Stream.ofNullable(contact.email()),
                        Stream.ofNullable(contact.phone()),
                        facts.order().map(Order::customer).map(Order.Customer::email).stream())
                .flatMap(each -> each)
                .anyMatch(order.customer()::isReachedBy);
    }

    private static Person person(Order order) {
        var customer = order.customer();
        return new Person(customer.name(), customer.email(), customer.phone(), address(order));
    }

    private Set<String> numbersOf(Claim claim, Collection<Order> theirs) {
        var orderNumbers = theirs.stream().map(Order::orderNumber).toList();
        var numbers = new HashSet<>(orderNumbers);
        traces.parcelsOf(claim.merchant(), orderNumbers).forEach(parcel -> numbers.add(parcel.trackingNumber()));
        numbers.addAll(claims.numbersOnOrders(claim.merchant(), orderNumbers));
        return numbers;
    }
}
