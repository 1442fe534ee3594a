package org.redress.practice.app;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchants;
import org.redress.access.Viewer;
import org.redress.claims.Claim;
import org.redress.claims.ClaimCommand;
import org.redress.claims.ClaimState;
import org.redress.claims.Claims;
import org.redress.claims.Offer;
import org.redress.database.MerchantTransactions;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceKind;
import org.redress.evidence.PictureSize;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.manners.Advice;
import org.redress.practice.Fact;
import org.redress.practice.Move;
import org.redress.practice.Play;
import org.redress.practice.Plays;
import org.redress.practice.Scene;
import org.redress.practice.model.Customer;
import org.redress.practice.model.Scoring;
import org.redress.practice.model.Truth;
import org.redress.practice.store.PlayTable;
import org.redress.rehearsal.KnownCase;
import org.redress.rehearsal.KnownCases;
import org.redress.rehearsal.Lesson;
import org.redress.remedy.Remedy;
import org.redress.ui.Languages;
import org.redress.ui.Words;
import org.springframework.stereotype.Component;

/**
 * The claim and what is done in the play are written together, in the merchant for practice, where the rules may say no. That a
 * play is over, and what it was worth, is written afterwards, in the player’s own; whoever looks next makes up for it where that
 * was missed.
 */
@Component
class PlayDesk implements Plays {
    private static final Duration LONGEST_WORK = Duration.ofMinutes(15);

    private final PlayTable table;
    private final Ground ground;
    private final Ear ear;
    private final KnownCases cases;
    private final Claims claims;
    private final Evidence evidence;
    private final Merchants merchants;
    private final Languages languages;
    private final MerchantTransactions transactions;
    private final InstantSource clock;

    PlayDesk(
            PlayTable table,
            Ground ground,
            Ear ear,
            KnownCases cases,
            Claims claims,
            Evidence evidence,
            Merchants merchants,
            Languages languages,
            MerchantTransactions transactions,
            InstantSource clock) {
        this.table = table;
        this.ground = ground;
        this.ear = ear;
        this.cases = cases;
        this.claims = claims;
        this.evidence = evidence;
        this.merchants = merchants;
        this.languages = languages;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Play start(Viewer viewer, Lesson lesson, Locale language) {
        if (!(viewer.actor() instanceof Actor.Staff(var account, var name))) {
            throw new Refused(Refusal.forbidden());
        }
        var merchant = viewer.merchant();
        var running = transactions.call(merchant, () -> table.running(merchant, account, lesson));
        return running.orElseGet(() -> begin(merchant, account, name, lesson, Languages.nearest(language)));
    }

    /** Of several that are begun at once the first counts; the claims of the others are nobody’s. */
    private Play begin(MerchantId merchant, UUID account, String name, Lesson lesson, Locale language) {
        var now = clock.instant();
        var told = ground.tell(merchant, lesson, language, now);
        var play = new Play(
                Ids.next(),
                account,
                name,
                lesson,
                language,
                told.number(),
                told.claim().id(),
                now,
                List.of(),
                null);
        return transactions.call(merchant, () -> {
            table.hold(account + " " + lesson);
            return table.running(merchant, account, lesson).orElseGet(() -> {
                table.insert(merchant, play);
                return play;
            });
        });
    }

    @Override
    public Optional<Scene> scene(Viewer viewer, UUID play) {
        return find(viewer, play).map(found -> scene(viewer.merchant(), found));
    }

    private Scene scene(MerchantId merchant, Play play) {
        var known = known(play);
        var claim = claim(merchant, play);
        var dossier = claims.dossier(claim);
        return new Scene(play, known, claim, dossier, dossier.choice().options());
    }

    private Optional<Play> find(Viewer viewer, UUID play) {
        return viewer.actor() instanceof Actor.Staff(var account, var _)
                ? transactions
                        .call(viewer.merchant(), () -> table.find(viewer.merchant(), play))
                        .filter(found -> found.account().equals(account))
                        .map(found -> whole(viewer.merchant(), found))
                : Optional.empty();
    }

    private Play whole(MerchantId merchant, Play found) {
        var place = Ground.of(merchant);
        var moves = transactions.call(place, () -> table.moves(place, found.id()));
        var play = found.with(moves, found.result());
        return play.isOver() || moves.isEmpty() || moves.getLast().kind() != Move.Kind.ENDED
                ? play
                : ended(merchant, play);
    }

    /** Says what it was worth; the same whenever it is said. */
    private Play ended(MerchantId merchant, Play play) {
        var known = known(play);
        var other = known.other();
        Set<String> secrets = other == null ? Set.of() : Set.of(other.name(), other.orderNumber());
        var zone = merchants.find(merchant).zone();
        var heard = heard(merchant, zone, play, play.moves(), known);
        var result = Scoring.of(Truth.of(play.lesson()), play.moves(), secrets, heard);
        var now = clock.instant();
        transactions.run(merchant, () -> table.end(merchant, play.id(), now, result));
        return play.with(play.moves(), result);
    }

    private Map<Integer, List<Advice>> heard(
            MerchantId merchant, ZoneId zone, Play play, List<Move> moves, KnownCase known) {
        return ear.hears(
                play,
                moves,
                known,
                claim(merchant, play).number(),
                zone,
                claims.remedyOptions(Ground.of(merchant), play.claim()).options());
    }

    private KnownCase known(Play play) {
        return cases.open(play.lesson(), play.language(), play.number(), play.startedAt());
    }

    private Claim claim(MerchantId merchant, Play play) {
        return claims.find(Ground.of(merchant), play.claim()).orElseThrow();
    }

    @Override
    public List<Play> own(Viewer viewer, int limit) {
        return viewer.actor() instanceof Actor.Staff(var account, var _)
                ? transactions.call(viewer.merchant(), () -> table.own(viewer.merchant(), account, limit))
                : List.of();
    }

    @Override
    public List<Play> all(Viewer viewer, int limit) {
        return transactions.call(viewer.merchant(), () -> table.over(viewer.merchant(), limit));
    }

    @Override
    public void look(Viewer viewer, UUID play, Fact fact, @Nullable Integer seen) {
        var turn = turn(viewer, play);
        if (fact == Fact.CUSTOMER) {
            throw new Refused(Refusal.absent());
        }
        if (turn.play.hasLookedAt(fact)) {
            return;
        }
        turn.keep(seen, () -> {
            turn.adds(Move.Kind.LOOKED, fact.name(), "");
            turn.waits(fact.takes());
        });
    }

    @Override
    public void write(Viewer viewer, UUID play, String text, @Nullable Integer seen) {
        var turn = turn(viewer, play);
        var written = typed(text);
        turn.keep(
                seen,
                () -> turn.hears(
                        turn.customerAfter(Move.Kind.WROTE, "", written).toMessage()));
    }

    @Override
    public void ask(Viewer viewer, UUID play, String text, @Nullable Integer seen) {
        var turn = turn(viewer, play);
        var asks = typed(text);
        turn.keep(seen, () -> {
            var answer = turn.customerAfter(Move.Kind.ASKED, "", asks).toQuestion();
            turn.byPlayer(new ClaimCommand.AskInformation(List.of(EvidenceKind.ITEM_BARCODE.name()), asks));
            turn.byCustomer(new ClaimCommand.ProvideInformation(turn.said(answer.key())));
            if (answer.sends()) {
                var files = ground.received(turn.place, turn.known.later());
                evidence.attach(turn.place, turn.play.claim(), files);
                turn.byCustomer(new ClaimCommand.AddEvidence(files.keySet()));
            }
            turn.hears(answer);
        });
    }

    @Override
    public void offer(Viewer viewer, UUID play, String option, String text, @Nullable Integer seen) {
        var turn = turn(viewer, play);
        var note = typed(text);
        turn.keep(seen, () -> {
            var chosen = claims.remedyOptions(turn.place, turn.play.claim())
                    .option(option)
                    .orElseThrow(() ->
                            new Refused(Refusal.invalid("option", "REQUIRED", Phrase.of("practice.refusal.option"))));
            Set<Remedy.Kind> kinds =
                    chosen.plan().remedies().stream().map(Remedy::kind).collect(Collectors.toSet());
            var detail = kinds.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
            var answer = turn.customerAfter(Move.Kind.OFFERED, detail, note).toOffer(kinds);
            turn.accept();
            var offered = claims.offer(turn.place, turn.play.claim(), chosen.plan(), note, turn.player(), null)
                    .currentOffer();
            if (offered != null && offered.state() == Offer.State.AWAITING_APPROVAL) {
                turn.act(new ClaimCommand.DecideApproval(offered.id(), true, null), turn.second());
            }
            if (offered != null && !answer.ends()) {
                turn.byCustomer(new ClaimCommand.DeclineOffer(offered.id(), turn.said(answer.key())));
            }
            turn.hears(answer);
        });
    }

    @Override
    public void refuse(Viewer viewer, UUID play, String text, @Nullable Integer seen) {
        var turn = turn(viewer, play);
        var reason = typed(text);
        turn.keep(seen, () -> {
            var answer = turn.customerAfter(Move.Kind.REFUSED, "", reason).toRefusal();
            turn.byPlayer(new ClaimCommand.Reject(reason));
            turn.act(new ClaimCommand.ReviewRejection(!turn.truth.ours(), null), turn.second());
            turn.adds(Move.Kind.SECOND, turn.truth.ours() ? "OVERRULED" : "CONFIRMED", "");
            if (!turn.truth.ours()) {
                turn.hears(answer);
            }
        });
    }

    @Override
    public void end(Viewer viewer, UUID play, @Nullable Integer seen) {
        var turn = turn(viewer, play);
        turn.keep(seen, () -> turn.over = true);
    }

    @Override
    public Optional<InputStream> picture(Viewer viewer, UUID play, UUID file, PictureSize size) {
        var place = Ground.of(viewer.merchant());
        return find(viewer, play)
                .filter(found -> evidence.find(place, new EvidenceId(file))
                        .filter(item -> found.claim().equals(item.claim()))
                        .isPresent())
                .flatMap(_ -> evidence.picture(place, new EvidenceId(file), size));
    }

    private static String typed(String text) {
        var typed = text.strip();
        if (typed.isEmpty() || typed.length() > LONGEST_TEXT) {
            throw new Refused(Refusal.invalid("text", "REQUIRED", Phrase.of("practice.refusal.text")));
        }
        return typed;
    }

    private Turn turn(Viewer viewer, UUID play) {
        var found = find(viewer, play).orElseThrow(() -> new Refused(Refusal.absent()));
        if (found.isOver()) {
            throw new Refused(Refusal.conflict("PLAY_OVER", Phrase.of("practice.refusal.over")));
        }
        return new Turn(viewer, found);
    }

    /** One act of the player and what it leads to. */
    private final class Turn {
        private final Viewer viewer;
        private final Play play;
        private final KnownCase known;
        private final Truth truth;
        private final MerchantId place;
        private final Words words;
        private final ZoneId zone;
        private final Instant now = clock.instant();
        private final List<Move> added = new ArrayList<>();
        private long minute;
        private boolean over;

        Turn(Viewer viewer, Play play) {
            this.viewer = viewer;
            this.play = play;
            this.known = known(play);
            this.truth = Truth.of(play.lesson());
            this.place = Ground.of(viewer.merchant());
            this.zone = merchants.find(viewer.merchant()).zone();
            this.words = languages.words(play.language(), zone);
            this.minute = play.minute() + worked().toMinutes();
        }

        /** What they took since their last act; whoever went for lunch is not late for it. */
        private Duration worked() {
            var since = play.moves().isEmpty()
                    ? play.startedAt()
                    : play.moves().getLast().at();
            var took = Duration.between(since, now);
            if (took.compareTo(LONGEST_WORK) > 0) {
                return LONGEST_WORK;
            }
            return took.compareTo(Duration.ofMinutes(1)) < 0 ? Duration.ofMinutes(1) : took;
        }

        void adds(Move.Kind kind, String detail, String words) {
            added.add(new Move(play.moves().size() + added.size() + 1, minute, kind, detail, words, now));
        }

        void waits(Duration span) {
            minute += span.toMinutes();
            if (!span.isZero()) {
                // The answer is there when it has been waited for.
                var last = added.removeLast();
                added.add(new Move(last.sequence(), minute, last.kind(), last.detail(), last.words(), last.at()));
            }
        }

        List<Move> all() {
            return Stream.concat(play.moves().stream(), added.stream()).toList();
        }

        /** The customer, who has heard the last message and judges it by what went before. */
        Customer customer() {
            var last = added.getLast();
            var heard = heard(viewer.merchant(), zone, play, all(), known);
            return new Customer(truth, play.moves(), Ear.isHurt(heard, last.sequence()));
        }

        Customer customerAfter(Move.Kind kind, String detail, String words) {
            adds(kind, detail, words);
            return customer();
        }

        void hears(Customer.Answer answer) {
            minute += answer.after().toMinutes();
            adds(Move.Kind.CUSTOMER, answer.key(), "");
            over = answer.ends();
        }

        String said(String key) {
            return words.say(
                    key, known.ordered(), known.came(), known.order().customer().name());
        }

        void accept() {
            if (claim(viewer.merchant(), play).state() instanceof ClaimState.Submitted) {
                byPlayer(new ClaimCommand.Accept(null));
            }
        }

        void byPlayer(ClaimCommand command) {
            act(command, player());
        }

        /** At the desk whoever was overruled leaves it to a colleague. Here they go on, and the claim takes them for one. */
        Actor player() {
            long overruled = overruled();
            return overruled == 0
                    ? viewer.actor()
                    : new Actor.Staff(new UUID(1, overruled), words.say("practice.colleague"));
        }

        /** The other pair of eyes that a no and a large offer need. */
        Actor second() {
            return new Actor.Staff(new UUID(2, overruled()), words.say("practice.second"));
        }

        private long overruled() {
            return play.moves().stream()
                    .filter(move ->
                            move.kind() == Move.Kind.SECOND && move.detail().equals("OVERRULED"))
                    .count();
        }

        void byCustomer(ClaimCommand command) {
            act(command, new Actor.Customer());
        }

        void act(ClaimCommand command, Actor actor) {
            claims.handle(place, play.claim(), command, actor, null);
        }

        /** All of it or nothing. */
        void keep(@Nullable Integer seen, Runnable acts) {
            var moves = transactions.call(place, () -> {
                table.hold(play.id().toString());
                int stand = table.countMoves(place, play.id());
                if (stand != play.moves().size() || (seen != null && seen != stand)) {
                    throw new Refused(Refusal.conflict("PLAY_MOVED", Phrase.of("practice.refusal.moved")));
                }
                acts.run();
                if (over) {
                    adds(Move.Kind.ENDED, "", "");
                }
                table.insert(place, play.id(), added);
                return all();
            });
            if (over) {
                ended(viewer.merchant(), play.with(moves, null));
            }
        }
    }
}
