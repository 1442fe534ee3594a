package org.redress.correspondence.app;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchants;
import org.redress.access.Viewer;
import org.redress.claims.CaseSeen;
import org.redress.claims.Claim;
import org.redress.claims.ClaimEvent;
import org.redress.claims.Claims;
import org.redress.claims.Containments;
import org.redress.correspondence.Drafted;
import org.redress.correspondence.MessageTemplate;
import org.redress.correspondence.MessageTemplates;
import org.redress.correspondence.Start;
import org.redress.correspondence.TemplateChoice;
import org.redress.correspondence.TemplateGap;
import org.redress.correspondence.TemplateVersion;
import org.redress.correspondence.TextPart;
import org.redress.correspondence.model.MessageRules;
import org.redress.correspondence.model.ShippedTemplate;
import org.redress.correspondence.model.TemplateFacts;
import org.redress.correspondence.model.TemplateRules;
import org.redress.correspondence.model.TemplateText;
import org.redress.correspondence.model.TextComparison;
import org.redress.correspondence.store.TemplateTable;
import org.redress.database.MerchantTransactions;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.MerchantId;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Languages;
import org.springframework.stereotype.Component;

@Component
class TemplateDesk implements MessageTemplates {
    /** What every case knows: the rest may be missing from the made-up one. */
    private static final EnumSet<TemplateGap> ALWAYS = EnumSet.of(
            TemplateGap.CLAIM_NUMBER,
            TemplateGap.PROBLEM,
            TemplateGap.SERIOUSNESS,
            TemplateGap.APOLOGY,
            TemplateGap.LINK,
            TemplateGap.SHOP_NAME,
            TemplateGap.AGENT_NAME);

    private final Claims claims;
    private final Containments containments;
    private final Merchants merchants;
    private final TemplateTable table;
    private final ShippedTexts shipped;
    private final ArticleNames names;
    private final Languages languages;
    private final MerchantTransactions transactions;
    private final InstantSource clock;

    TemplateDesk(
            Claims claims,
            Containments containments,
            Merchants merchants,
            TemplateTable table,
            ShippedTexts shipped,
            ArticleNames names,
            Languages languages,
            MerchantTransactions transactions,
            InstantSource clock) {
        this.claims = claims;
        this.containments = containments;
        this.merchants = merchants;
        this.table = table;
        this.shipped = shipped;
        this.names = names;
        this.languages = languages;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<TemplateChoice> forClaim(Claim claim) {
        var language = Languages.nearest(claim.filing().language());
        var names = new LinkedHashMap<String, TemplateTable.Named>();
        shipped.all().stream()
                .filter(text -> text.language().equals(language))
                .forEach(text -> names.put(
                        text.template(),
                        new TemplateTable.Named(text.template(), text.name(), text.purpose(), text.retired())));
        transactions
                .call(claim.merchant(), () -> table.names(claim.merchant(), language, clock.instant()))
                .forEach(written -> names.put(written.template(), written));
        return names.values().stream()
                .filter(named -> !named.retired())
                .map(named -> new TemplateChoice(
                        named.template(),
                        named.name(),
                        named.purpose(),
                        ShippedTemplate.fits(named.template(), named.purpose(), claim)))
                .sorted(Comparator.comparing(TemplateChoice::fits).reversed())
                .toList();
    }

    @Override
    public Start begin(Viewer writer, UUID id, String template) {
        return transactions.call(writer.merchant(), () -> {
            var claim = claims.find(writer.merchant(), id).orElseThrow(TemplateDesk::absent);
            var language = Languages.nearest(claim.filing().language());
            var version = table.inForce(writer.merchant(), template, language, clock.instant())
                    .or(() -> shipped.find(template, language))
                    .filter(found -> !found.retired())
                    .orElseThrow(TemplateDesk::absent);
            var fits = ShippedTemplate.fits(template, version.purpose(), claim);
            return new Start(version.purpose(), fits, fill(version.body(), facts(claim, writer, language)));
        });
    }

    private Map<TemplateGap, String> facts(Claim claim, Viewer writer, Locale language) {
        var merchant = merchants.find(claim.merchant());
        var called = names.of(claim);
        var known = new TemplateFacts.Known(
                lookedAt(claim),
                files(claim),
                !containments.ofClaim(claim.merchant(), claim.id()).isEmpty(),
                claim.rejection() == null ? List.of() : claims.routes(claim),
                merchant.name(),
                writer.actor() instanceof Actor.Staff(var _, var name) ? name : null,
                called);
        var words = languages.words(language, merchant.zone());
        var facts = new EnumMap<TemplateGap, String>(TemplateGap.class);
        TemplateFacts.of(claim, known, clock.instant())
                .forEach((gap, parts) -> facts.put(gap, Wording.say(parts, words, called)));
        return facts;
    }

    private List<Phrase> lookedAt(Claim claim) {
        var verification = claims.verification(claim);
        var checks = verification.checks().stream()
                .map(check -> new CaseSeen.Check(check.code(), check.outcome()))
                .toList();
        return new CaseSeen(verification.verdict(), checks, List.of(), claim.version()).lookedAt();
    }

    private int files(Claim claim) {
        return claims.timeline(claim.merchant(), claim.id()).stream()
                .mapToInt(entry -> entry.event() instanceof ClaimEvent.EvidenceAdded(var files) ? files.size() : 0)
                .sum();
    }

    /** A body that can no longer be read, because the list of gaps has shrunk since, is taken as it stands. */
    private static Drafted fill(String body, Map<TemplateGap, String> facts) {
        return switch (TemplateText.read(body)) {
            case TemplateText.Reading.Sound(var text) -> drafted(text.fill(facts));
            case TemplateText.Reading.Faulty(var faults) ->
                new Drafted(
                        body, faults.stream().map(TemplateText.Fault::message).toList());
        };
    }

    private static Drafted drafted(TemplateText.Filled filled) {
        return new Drafted(
                filled.text(),
                filled.missing().stream()
                        .map(gap -> Phrase.of("templates.missing." + gap.name()))
                        .toList());
    }

    @Override
    public List<MessageTemplate> all(MerchantId merchant) {
        var now = clock.instant();
        var texts = new LinkedHashMap<String, Map<Locale, MessageTemplate.Text>>();
        shipped.all()
                .forEach(text -> texts.computeIfAbsent(text.template(), _ -> new LinkedHashMap<>())
                        .put(text.language(), new MessageTemplate.Text(text, text)));
        for (var version : transactions.call(merchant, () -> table.standing(merchant, now))) {
            texts.computeIfAbsent(version.template(), _ -> new LinkedHashMap<>())
                    .merge(version.language(), text(version, now), TemplateDesk::join);
        }
        return texts.entrySet().stream()
                .map(each -> new MessageTemplate(each.getKey(), Map.copyOf(each.getValue())))
                .toList();
    }

    private static MessageTemplate.Text text(TemplateVersion version, Instant now) {
        return new MessageTemplate.Text(version, version.isInForce(now) ? version : null);
    }

    private static MessageTemplate.Text join(MessageTemplate.Text one, MessageTemplate.Text other) {
        return new MessageTemplate.Text(
                one.latest().number() > other.latest().number() ? one.latest() : other.latest(),
                later(one.inForce(), other.inForce()));
    }

    private static @Nullable TemplateVersion later(@Nullable TemplateVersion one, @Nullable TemplateVersion other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.number() > other.number() ? one : other;
    }

    @Override
    public Optional<MessageTemplate> find(MerchantId merchant, String template) {
        return all(merchant).stream()
                .filter(each -> each.key().equals(template))
                .findFirst();
    }

    @Override
    public List<TemplateVersion> versions(MerchantId merchant, String template, Locale language) {
        var versions = new ArrayList<>(transactions.call(merchant, () -> table.versions(merchant, template, language)));
        shipped.find(template, language).ifPresent(versions::add);
        return versions;
    }

    @Override
    public TemplateVersion save(
            MerchantId merchant, @Nullable String template, Locale language, Form form, int seen, Actor author) {
        var now = now();
        return switch (TemplateRules.check(form, merchants.find(merchant).zone(), now)) {
            case TemplateRules.Checked.Faulty(var faults) -> throw new Refused(Refusal.invalid(faults));
            case TemplateRules.Checked.Sound(var name, var purpose, var body, var inForce) ->
                transactions.call(merchant, () -> {
                    var key = key(merchant, template);
                    return add(
                            merchant,
                            new TemplateVersion(
                                    key, language, seen + 1, name, purpose, body, author, now, inForce, false));
                });
        };
    }

    private String key(MerchantId merchant, @Nullable String template) {
        var all = all(merchant);
        if (template == null) {
            if (all.size() - ShippedTemplate.values().length >= MOST) {
                throw new Refused(Refusal.conflict("TOO_MANY_TEMPLATES", Phrase.of("templates.refusal.most", MOST)));
            }
            return Ids.next().toString();
        }
        return all.stream()
                .map(MessageTemplate::key)
                .filter(template::equals)
                .findFirst()
                .orElseThrow(TemplateDesk::absent);
    }

    @Override
    public TemplateVersion restore(
            MerchantId merchant, String template, Locale language, int version, int seen, Actor author) {
        var old = version(merchant, template, language, version);
        return again(merchant, old, seen, author, false);
    }

    @Override
    public TemplateVersion retire(MerchantId merchant, String template, Locale language, int seen, Actor author) {
        var last = version(merchant, template, language, seen);
        return again(merchant, last, seen, author, true);
    }

    private TemplateVersion version(MerchantId merchant, String template, Locale language, int number) {
        return versions(merchant, template, language).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(TemplateDesk::absent);
    }

    private TemplateVersion again(MerchantId merchant, TemplateVersion old, int seen, Actor author, boolean retired) {
        var now = now();
        var next = new TemplateVersion(
                old.template(),
                old.language(),
                seen + 1,
                old.name(),
                old.purpose(),
                old.body(),
                author,
                now,
                now,
                retired);
        return transactions.call(merchant, () -> add(merchant, next));
    }

    /** The number says what its writer saw: of two who write at once, the second hears of the first. */
    private TemplateVersion add(MerchantId merchant, TemplateVersion next) {
        var last = versions(merchant, next.template(), next.language()).stream()
                .mapToInt(TemplateVersion::number)
                .max()
                .orElse(TemplateVersion.SHIPPED);
        if (next.number() != last + 1 || !table.insert(merchant, next)) {
            throw new Refused(Refusal.conflict("TEMPLATE_CHANGED", Phrase.of("templates.refusal.changed")));
        }
        return next;
    }

    @Override
    public Drafted preview(MerchantId merchant, Locale language, String body, boolean known) {
        var tidy = MessageRules.tidy(body);
        return switch (TemplateText.read(tidy)) {
            case TemplateText.Reading.Faulty _ -> throw new Refused(Refusal.invalid(TemplateRules.faults(tidy)));
            case TemplateText.Reading.Sound(var text) -> {
                var facts = new EnumMap<TemplateGap, String>(TemplateGap.class);
                facts.putAll(example(merchant, language));
                if (!known) {
                    facts.keySet().retainAll(ALWAYS);
                }
                yield drafted(text.fill(facts));
            }
        };
    }

    @Override
    public Map<TemplateGap, String> example(MerchantId merchant, Locale language) {
        var shop = merchants.find(merchant);
        var words = languages.words(language, shop.zone());
        var today = now().atZone(shop.zone()).truncatedTo(ChronoUnit.DAYS).plusHours(17);
        var example = new EnumMap<TemplateGap, String>(TemplateGap.class);
        for (var gap : TemplateGap.values()) {
            var text = switch (gap) {
                case SHOP_NAME -> shop.name();
                case LINK -> words.say("templates.link");
                case SERIOUSNESS -> words.say("templates.seriousness.HIGH");
                case APOLOGY -> words.say("templates.apology.grave");
                case CAUSE -> words.say("templates.cause.PV");
                case PREVENTION -> words.say("templates.prevention.held");
                case PROMISE_DUE -> words.time(today.plusDays(2).toInstant());
                case ANSWER_DUE -> words.time(today.plusDays(3).toInstant());
                case OFFER_UNTIL -> words.time(today.plusDays(7).toInstant());
                default -> words.say("templates.example." + gap.name());
            };
            example.put(gap, text);
        }
        return example;
    }

    @Override
    public List<TextPart> compare(String before, String after) {
        return TextComparison.between(before, after);
    }

    private static Refused absent() {
        return new Refused(Refusal.absent());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
