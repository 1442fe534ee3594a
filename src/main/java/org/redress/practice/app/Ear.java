package org.redress.practice.app;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.manners.Advice;
import org.redress.manners.Coach;
import org.redress.manners.Draft;
import org.redress.manners.Matter;
import org.redress.manners.Rule;
import org.redress.practice.Fact;
import org.redress.practice.Move;
import org.redress.practice.Play;
import org.redress.practice.model.Truth;
import org.redress.rehearsal.KnownCase;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyOption;
import org.springframework.stereotype.Component;

/** How what the player writes sounds to the customer: the coach reads it with what is known of the case. */
@Component
class Ear {
    private final Coach coach;

    Ear(Coach coach) {
        this.coach = coach;
    }

    /**
     * By the sequence of the move.
     *
     * @param options what the rules of the shop find for this case: no day before the soonest of the fair ones can be kept
     */
    Map<Integer, List<Advice>> hears(
            Play play, List<Move> moves, KnownCase known, String claimNumber, ZoneId zone, List<RemedyOption> options) {
        var etaDays = soonest(Truth.of(play.lesson()), options);
        var heard = new HashMap<Integer, List<Advice>>();
        for (var move : moves) {
            if (move.kind().isMessage()) {
                var today = LocalDate.ofInstant(play.at(move), zone);
                var soonest = etaDays.isPresent() ? today.plusDays(etaDays.getAsInt()) : null;
                heard.put(
                        move.sequence(),
                        coach.read(draft(play, move), matter(known, claimNumber, moves, move, today, soonest)));
            }
        }
        return heard;
    }

    static boolean isHurt(Map<Integer, List<Advice>> heard, int sequence) {
        return heard.getOrDefault(sequence, List.of()).stream()
                .anyMatch(advice -> advice.rule().kind() == Rule.Kind.HURTS);
    }

    private static Draft draft(Play play, Move move) {
        var purpose = switch (move.kind()) {
            case ASKED -> Draft.Purpose.ASK;
            case OFFERED -> Draft.Purpose.OFFER;
            case REFUSED -> Draft.Purpose.DECLINE;
            case WROTE, LOOKED, CUSTOMER, SECOND, ENDED -> Draft.Purpose.REPLY;
        };
        return new Draft(move.words(), play.language(), purpose);
    }

    private static OptionalInt soonest(Truth truth, List<RemedyOption> options) {
        return options.stream()
                .filter(option -> truth.isFair(
                        option.plan().remedies().stream().map(Remedy::kind).collect(Collectors.toSet())))
                .mapToInt(RemedyOption::etaDays)
                .min();
    }

    private static Matter matter(
            KnownCase known,
            String claimNumber,
            List<Move> moves,
            Move until,
            LocalDate today,
            @Nullable LocalDate soonest) {
        var order = known.order();
        var customer = order.customer();
        var to = order.shipTo();
        var looked = new HashSet<String>();
        moves.stream()
                .filter(move -> move.kind() == Move.Kind.LOOKED && move.sequence() < until.sequence())
                .forEach(move -> looked.add(move.detail()));
        var cause = Stream.of(Fact.SCANS, Fact.SCALE, Fact.SHELF, Fact.BENCH, Fact.RETURNS)
                .anyMatch(fact -> looked.contains(fact.name()));
        var address = Stream.of(to.street(), to.city(), to.postcode())
                .filter(Objects::nonNull)
                .toList();
        return new Matter(
                new Matter.Person(customer.name(), null, customer.phone(), address),
                Set.of(claimNumber, order.orderNumber(), known.parcel().trackingNumber()),
                List.of(known.ordered(), known.came()),
                null,
                cause,
                !looked.isEmpty(),
                today,
                soonest,
                order.paid(),
                others(known));
    }

    private static Matter.Others others(KnownCase known) {
        var other = known.other();
        return other == null
                ? Matter.Others.nobody()
                : new Matter.Others(
                        List.of(new Matter.Person(other.name(), null, other.phone(), List.of())),
                        Set.of(other.orderNumber()),
                        Set.of());
    }
}
