package org.redress.remedy;

import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.kernel.Money;
import org.redress.kernel.Sku;

/** All that is done for the customer in one go: what is offered, agreed and carried out together. */
public record RemedyPlan(List<Remedy> remedies) {
    private static final Set<Remedy.Kind> SENDS = EnumSet.of(Remedy.Kind.RESHIP, Remedy.Kind.EXCHANGE);
    private static final Set<Remedy.Kind> REFUNDS = EnumSet.of(Remedy.Kind.REFUND, Remedy.Kind.PARTIAL_REFUND);

    public RemedyPlan {
        remedies = List.copyOf(remedies);
    }

    public static RemedyPlan nothing() {
        return new RemedyPlan(List.of());
    }

    public boolean isNothing() {
        return remedies.isEmpty();
    }

    public boolean has(Remedy.Kind kind) {
        return remedies.stream().anyMatch(remedy -> remedy.kind() == kind);
    }

    /** Whether the carrier fetches what goes back. */
    public boolean isPickedUp() {
        return remedies.stream().anyMatch(remedy -> remedy.means() == Remedy.Means.PICK_UP);
    }

    /** The articles that are sent, exchanged, returned or kept. */
    public Set<Sku> skus() {
        return remedies.stream()
                .flatMap(remedy -> remedy.goods().stream())
                .map(Remedy.Goods::sku)
                .collect(Collectors.toSet());
    }

    /** Whether goods leave the warehouse. */
    public boolean sendsGoods() {
        return remedies.stream().anyMatch(remedy -> SENDS.contains(remedy.kind()));
    }

    /** All money that goes back by the payments: refunds and compensation, without vouchers. */
    public Money money(Currency currency) {
        return sum(remedies.stream().filter(Remedy::paysBack), currency);
    }

    /** What is given to be spent with us. */
    public Money vouchers(Currency currency) {
        return sum(remedies.stream().filter(remedy -> remedy.means() == Remedy.Means.VOUCHER), currency);
    }

    /** Money that goes back for goods: refunds in full and in part, without compensation. */
    public Money refunds(Currency currency) {
        return sum(remedies.stream().filter(remedy -> REFUNDS.contains(remedy.kind())), currency);
    }

    /** Money and vouchers that are given on top. */
    public Money compensation(Currency currency) {
        return sum(remedies.stream().filter(remedy -> remedy.kind() == Remedy.Kind.COMPENSATION), currency);
    }

    /** Units of an article that are sent. */
    public long sent(Sku sku) {
        return units(SENDS, sku);
    }

    /** Units of an article that a refund in full names. */
    public long refunded(Sku sku) {
        return units(EnumSet.of(Remedy.Kind.REFUND), sku);
    }

    private long units(Set<Remedy.Kind> kinds, Sku sku) {
        return remedies.stream()
                .filter(remedy -> kinds.contains(remedy.kind()))
                .flatMap(remedy -> remedy.goods().stream())
                .filter(goods -> goods.sku().equals(sku))
                .mapToLong(Remedy.Goods::quantity)
                .sum();
    }

    private static Money sum(Stream<Remedy> remedies, Currency currency) {
        return remedies.map(Remedy::amount)
                .flatMap(Stream::ofNullable)
                .filter(amount -> amount.currency().equals(currency))
                .reduce(Money.zero(currency), Money::plus);
    }
}
