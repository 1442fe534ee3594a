package org.redress.rota.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Account;
import org.redress.claims.Channel;
import org.redress.kernel.Problem;
import org.redress.rota.Member;
import org.redress.rota.Rota;
import org.redress.ui.Frame;

/**
 * Who works when, and on what.
 *
 * @param own the reader’s account
 * @param mayAll whether the reader speaks for all
 */
public record RotaPage(
        Frame frame,
        List<Rota.Place> places,
        boolean byItself,
        @Nullable UUID own,
        boolean mayAll) {
    public static final List<String> LANGUAGES = List.of("en", "zh");

    public boolean mayChange(Rota.Place place) {
        return mayAll || place.account().id().equals(own);
    }

    public boolean isAway(Rota.Place place) {
        return place.member().isAway(frame.words().now());
    }

    public String languages(Member member) {
        var w = frame.words();
        return member.languages().isEmpty()
                ? w.say("rota.all")
                : w.list(member.languages().stream()
                        .sorted()
                        .map(each -> w.say("rota.language." + each))
                        .toList());
    }

    public String channels(Set<Channel> channels) {
        var w = frame.words();
        return channels.isEmpty()
                ? w.say("rota.all")
                : w.list(channels.stream()
                        .sorted()
                        .map(each -> w.say("claims.channel", each))
                        .toList());
    }

    public String matters(Set<Problem> matters) {
        var w = frame.words();
        return matters.isEmpty()
                ? w.say("rota.all")
                : w.list(matters.stream()
                        .sorted()
                        .map(each -> w.say("claims.problem", each))
                        .toList());
    }

    public @Nullable String deputy(Member member) {
        return places.stream()
                .map(Rota.Place::account)
                .filter(account -> Objects.equals(account.id(), member.deputy()))
                .map(Account::name)
                .findFirst()
                .orElse(null);
    }

    /** As a field for date and time takes it, in the reader’s place. */
    public String local(java.time.@Nullable Instant at) {
        return at == null
                ? ""
                : at.atZone(frame.words().zone())
                        .toLocalDateTime()
                        .withSecond(0)
                        .withNano(0)
                        .toString();
    }
}
