package org.redress.practice.app;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.redress.access.Merchant;
import org.redress.access.Merchants;
import org.redress.claims.Channel;
import org.redress.claims.Claim;
import org.redress.claims.Claims;
import org.redress.claims.Filing;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.orders.Orders;
import org.redress.orders.Products;
import org.redress.practice.Play;
import org.redress.rehearsal.KnownCase;
import org.redress.rehearsal.KnownCases;
import org.redress.rehearsal.Lesson;
import org.redress.traces.Capture;
import org.redress.traces.Captures;
import org.redress.traces.Traces;
import org.redress.ui.Languages;
import org.springframework.stereotype.Component;

/**
 * The merchant that is there for the practice of another: the same currency, place and language, nobody’s orders. No offer is ever
 * agreed in it, so that nothing is paid or sent; its customers have no e-mail address, so that nothing is written.
 */
@Component
class Ground {
    private static final int CASES = 100_000;

    private final Merchants merchants;
    private final KnownCases cases;
    private final Products products;
    private final Orders orders;
    private final Traces traces;
    private final Captures captures;
    private final Evidence evidence;
    private final Claims claims;
    private final Languages languages;

    Ground(
            Merchants merchants,
            KnownCases cases,
            Products products,
            Orders orders,
            Traces traces,
            Captures captures,
            Evidence evidence,
            Claims claims,
            Languages languages) {
        this.merchants = merchants;
        this.cases = cases;
        this.products = products;
        this.orders = orders;
        this.traces = traces;
        this.captures = captures;
        this.evidence = evidence;
        this.claims = claims;
        this.languages = languages;
    }

    static MerchantId of(MerchantId merchant) {
        return new MerchantId(UUID.nameUUIDFromBytes(("practice:" + merchant).getBytes(StandardCharsets.UTF_8)));
    }

    /** A case that has just been told. */
    record Told(int number, Claim claim) {}

    Told tell(MerchantId of, Lesson lesson, Locale language, Instant now) {
        var ground = ready(of);
        int number = free(ground, lesson, language, now);
        var known = cases.open(lesson, language, number, now);
        orders.put(ground, List.of(known.order()));
        traces.put(ground, List.of(known.parcel()));
        captures.receive(
                ground,
                new ByteArrayInputStream(known.events().getBytes(StandardCharsets.UTF_8)),
                Capture.ErrorBehaviour.PROCEED);
        var words = languages.words(language, merchants.find(of).zone());
        var customer = known.order().customer();
        var statement = words.say(Phrase.of("practice." + lesson + ".statement", known.ordered(), known.came()));
        var filing = new Filing(
                known.order().orderNumber(),
                known.parcel().trackingNumber(),
                new Filing.Contact(customer.name(), null, customer.phone()),
                Channel.PORTAL,
                statement,
                known.demand(),
                now.minus(Play.WAITED),
                null,
                null,
                List.of(known.line()),
                language,
                received(ground, known.photos()));
        return new Told(
                number, claims.file(ground, filing, new Actor.Customer()).claim());
    }

    private MerchantId ready(MerchantId of) {
        var real = merchants.find(of);
        var ground = of(of);
        merchants.foundForPractice(new Merchant(
                ground,
                "practice-" + ground.toString().substring(0, 23),
                real.name(),
                real.language(),
                real.zone(),
                real.currency()));
        products.put(ground, cases.products());
        return ground;
    }

    private int free(MerchantId ground, Lesson lesson, Locale language, Instant now) {
        int number = ThreadLocalRandom.current().nextInt(CASES);
        while (orders.find(
                        ground,
                        cases.open(lesson, language, number, now).order().orderNumber())
                .isPresent()) {
            number = (number + 1) % CASES;
        }
        return number;
    }

    Map<EvidenceId, EvidenceKind> received(MerchantId ground, List<KnownCase.Photo> photos) {
        var files = new HashMap<EvidenceId, EvidenceKind>();
        for (var photo : photos) {
            var content = new ByteArrayInputStream(photo.drawn().get());
            files.put(evidence.receive(ground, photo.fileName(), content).id(), photo.kind());
        }
        return Map.copyOf(files);
    }
}
