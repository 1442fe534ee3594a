package org.redress.claims.web.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.access.CustomerLinks;
import org.redress.access.Merchants;
import org.redress.claims.Claim;
import org.redress.claims.ClaimAct;
import org.redress.claims.ClaimCommand;
import org.redress.claims.Claims;
import org.redress.claims.Erasures;
import org.redress.claims.Filing;
import org.redress.claims.WholeFile;
import org.redress.claims.WholeFiles;
import org.redress.database.MerchantTransactions;
import org.redress.evidence.Evidence;
import org.redress.evidence.EvidenceId;
import org.redress.evidence.EvidenceKind;
import org.redress.kernel.Actor;
import org.redress.kernel.Ids;
import org.redress.kernel.Phrase;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.remedy.RemedyPlan;
import org.redress.ui.Flash;
import org.redress.ui.Frame;
import org.redress.ui.Languages;
import org.springframework.http.HttpHeaders;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A claim for the customer who holds its link: where it stands, and every act that is theirs. A link opens its own claim
 * and nothing else; each act is judged by the lifecycle again, whatever the page showed.
 */
@Controller
@RequestMapping("/track/{token}")
class TrackController {
    private final CustomerLinks links;
    private final Merchants merchants;
    private final Claims claims;
    private final Evidence evidence;
    private final MerchantTransactions transactions;
    private final Languages languages;
    private final TrackPages pages;
    private final Photos photos;
    private final TrackFile trackFile;
    private final WholeFiles files;
    private final Erasures erasures;

    TrackController(
            CustomerLinks links,
            Merchants merchants,
            Claims claims,
            Evidence evidence,
            MerchantTransactions transactions,
            Languages languages,
            TrackPages pages,
            Photos photos,
            TrackFile trackFile,
            WholeFiles files,
            Erasures erasures) {
        this.links = links;
        this.merchants = merchants;
        this.claims = claims;
        this.evidence = evidence;
        this.transactions = transactions;
        this.languages = languages;
        this.pages = pages;
        this.photos = photos;
        this.trackFile = trackFile;
        this.files = files;
        this.erasures = erasures;
    }

    @GetMapping
    ModelAndView track(Frame frame, @PathVariable String token, HttpServletResponse response) {
        keepPrivate(response);
        var opened = open(token);
        // One transaction for the whole page: everything on it sees the same moment.
        return transactions.call(opened.merchant(), () -> {
            var shop = Shop.of(merchants.find(opened.merchant()));
            if (opened.expired()) {
                var gone = new ModelAndView("portal/gone", Map.of("page", new GonePage(frame, shop, false)));
                gone.setStatus(HttpStatus.GONE);
                return gone;
            }
            var page = pages.page(frame.at(shop.zone()), shop, path(token), claim(opened));
            return new ModelAndView("portal/track", Map.of("page", page));
        });
    }

    /** The changing part, for a page that looks again; nothing where nothing has moved. */
    @GetMapping("/status")
    ModelAndView status(
            Frame frame,
            @PathVariable String token,
            @RequestParam(defaultValue = "0") int version,
            HttpServletResponse response) {
        keepPrivate(response);
        var opened = live(token);
        return transactions.call(opened.merchant(), () -> {
            var claim = claim(opened);
            if (claim.version() == version) {
                response.setStatus(HttpStatus.NO_CONTENT.value());
                return new ModelAndView((_, _, _) -> {});
            }
            var shop = Shop.of(merchants.find(claim.merchant()));
            return new ModelAndView(
                    "portal/_claim", Map.of("page", pages.page(frame.at(shop.zone()), shop, path(token), claim)));
        });
    }

    /** All of it to keep: their own words, what we offered and decided, and what they agreed to. */
    @GetMapping("/file.{ending}")
    void file(Frame frame, @PathVariable String token, @PathVariable String ending, HttpServletResponse response)
            throws IOException {
        var form = WholeFile.Form.of(ending).orElseThrow(() -> new Refused(Refusal.absent()));
        var opened = live(token);
        var file = transactions.call(opened.merchant(), () -> {
            var shop = Shop.of(merchants.find(opened.merchant()));
            return trackFile.of(claim(opened), shop, frame.words().in(shop.zone()));
        });
        keepPrivate(response);
        files.send(file, form, response);
    }

    @PostMapping("/offers/{offer}/acceptance")
    ModelAndView accept(
            @PathVariable String token,
            @PathVariable String offer,
            @RequestParam String consent,
            @RequestParam(defaultValue = "0") int seen,
            RedirectAttributes redirect) {
        return act(token, seen, redirect, "portal.flash.accepted", claim -> {
            var text = consent.replace("\r\n", "\n").strip();
            if (!isWhatTheyRead(claim, text)) {
                throw new Refused(moved());
            }
            return new ClaimCommand.AcceptOffer(id(offer), text);
        });
    }

    /** What is agreed to must be our own words, in either language, about the offer as it stands. */
    private boolean isWhatTheyRead(Claim claim, String text) {
        return Languages.ALL.stream()
                .map(language -> languages.words(language, ZoneOffset.UTC))
                .flatMap(words -> pages.consent(claim, words).stream())
                .anyMatch(text::equals);
    }

    @PostMapping("/offers/{offer}/decline")
    ModelAndView decline(
            @PathVariable String token,
            @PathVariable String offer,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "0") int seen,
            RedirectAttributes redirect) {
        return act(
                token,
                seen,
                redirect,
                "portal.flash.declined",
                _ -> new ClaimCommand.DeclineOffer(id(offer), text(note)));
    }

    @PostMapping("/offers/{offer}/counter")
    ModelAndView counter(
            @PathVariable String token,
            @PathVariable String offer,
            @RequestParam(defaultValue = "") String option,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "0") int seen,
            RedirectAttributes redirect) {
        return act(token, seen, redirect, "portal.flash.countered", claim -> {
            var wish = pages.option(claim, option).orElseGet(RemedyPlan::nothing);
            if (wish.isNothing() && note.isBlank()) {
                throw new Refused(Refusal.invalid("/note", "MISSING", Phrase.of("portal.fault.counter")));
            }
            return new ClaimCommand.CounterOffer(id(offer), wish, text(note));
        });
    }

    /** A message, a photo, or both. */
    @PostMapping("/information")
    ModelAndView information(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String message,
            @RequestParam(defaultValue = "ITEM") EvidenceKind kind,
            @RequestParam(name = "photo", required = false) Optional<List<MultipartFile>> files,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(defaultValue = "0") int seen,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return add(token, message, kind, files, fields, seen, request, redirect, "portal.fault.answer");
    }

    @PostMapping("/evidence")
    ModelAndView evidence(
            @PathVariable String token,
            @RequestParam(defaultValue = "ITEM") EvidenceKind kind,
            @RequestParam(name = "photo", required = false) Optional<List<MultipartFile>> files,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return add(token, "", kind, files, fields, null, request, redirect, "portal.fault.no-photo");
    }

    private ModelAndView add(
            String token,
            String message,
            EvidenceKind kind,
            Optional<List<MultipartFile>> files,
            MultiValueMap<String, String> fields,
            @Nullable Integer seen,
            HttpServletRequest request,
            RedirectAttributes redirect,
            String ifEmpty) {
        // Before the act and outside of its transaction: what has arrived is there, whatever becomes of the act.
        var merchant = live(token).merchant();
        var faults = new Faults();
        var received = photos.finish(merchant, fields, faults);
        received.addAll(photos.receive(merchant, files.orElseGet(List::of), request.getRemoteAddr(), faults));
        return carryOut(token, seen, redirect, "portal.flash.added", claim -> {
            if (!faults.isEmpty() && received.isEmpty()) {
                throw new Refused(Refusal.invalid(
                        "/photo", "REFUSED", faults.all().values().iterator().next()));
            }
            if (received.isEmpty() && message.isBlank()) {
                throw new Refused(Refusal.invalid("/message", "MISSING", Phrase.of(ifEmpty)));
            }
            var commands = new ArrayList<ClaimCommand>();
            if (!message.isBlank()) {
                commands.add(new ClaimCommand.ProvideInformation(longText(message)));
            }
            var kinds = new LinkedHashMap<EvidenceId, EvidenceKind>();
            received.forEach(
                    photo -> kinds.put(photo.id(), photo.kind() == EvidenceKind.VIDEO ? EvidenceKind.VIDEO : kind));
            if (!kinds.isEmpty()) {
                evidence.attach(claim.merchant(), claim.id(), kinds);
                commands.add(new ClaimCommand.AddEvidence(Set.copyOf(kinds.keySet())));
            }
            return commands;
        });
    }

    @PostMapping("/satisfaction")
    ModelAndView satisfaction(
            @PathVariable String token,
            @RequestParam(defaultValue = "0") int score,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "0") int seen,
            RedirectAttributes redirect) {
        return act(token, seen, redirect, score >= 4 ? "portal.flash.happy" : "portal.flash.unhappy", _ -> {
            if (score < 1 || score > 5) {
                throw new Refused(Refusal.invalid("/score", "OUT_OF_RANGE", Phrase.of("portal.fault.score")));
            }
            return new ClaimCommand.RateSatisfaction(score, text(comment));
        });
    }

    @PostMapping("/appeal")
    ModelAndView appeal(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int seen,
            RedirectAttributes redirect) {
        return act(token, seen, redirect, "portal.flash.appeal", _ -> new ClaimCommand.Appeal(text(reason)));
    }

    /** @param comment what stands in the form that asks how it went: from there, too, one click reopens it */
    @PostMapping("/reopening")
    ModelAndView reopen(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "0") int seen,
            RedirectAttributes redirect) {
        var why = reason.isBlank() ? comment : reason;
        return act(token, seen, redirect, "portal.flash.reopened", _ -> new ClaimCommand.Reopen(text(why)));
    }

    /** Leads to the claim that this one goes on under, where the same customer told both. */
    @PostMapping("/continuation")
    ModelAndView goOn(@PathVariable String token) {
        var claim = claim(live(token));
        var into = claims.goesOnAs(claim).orElseThrow(() -> new Refused(Refusal.absent()));
        return SeeOther.at(claims.trackPath(into));
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int seen,
            RedirectAttributes redirect) {
        return act(token, seen, redirect, "portal.flash.withdrawn", _ -> new ClaimCommand.Withdraw(text(reason)));
    }

    @PostMapping("/escalation")
    ModelAndView escalate(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int seen,
            RedirectAttributes redirect) {
        return act(token, seen, redirect, "portal.flash.escalated", _ -> new ClaimCommand.Escalate(text(reason)));
    }

    /** Not an act of the case: it goes on as it is. */
    @PostMapping("/erasure")
    ModelAndView erase(
            @PathVariable String token, @RequestParam(defaultValue = "") String note, RedirectAttributes redirect) {
        var opened = live(token);
        try {
            erasures.request(opened.merchant(), opened.claim(), text(note), new Actor.Customer());
            Flash.done(redirect, Phrase.of("portal.flash.erasure"));
        } catch (Refused refused) {
            Flash.refusedAsTyped(redirect, said(refused.refusal()));
        }
        return SeeOther.at(path(token));
    }

    private ModelAndView act(
            String token, int seen, RedirectAttributes redirect, String done, Function<Claim, ClaimCommand> command) {
        return carryOut(token, seen, redirect, done, claim -> List.of(command.apply(claim)));
    }

    /** All commands or none. A clear no is said on the page that follows. */
    private ModelAndView carryOut(
            String token,
            @Nullable Integer seen,
            RedirectAttributes redirect,
            String done,
            Function<Claim, List<ClaimCommand>> commands) {
        var opened = live(token);
        try {
            transactions.run(opened.merchant(), () -> {
                var claim = claim(opened);
                if (seen != null && lastTold(claim) > seen) {
                    throw new Refused(moved());
                }
                for (var command : commands.apply(claim)) {
                    if (!ClaimAct.of(command).isCustomers()) {
                        throw new Refused(Refusal.absent());
                    }
                    claims.handle(opened.merchant(), opened.claim(), command, new Actor.Customer(), null);
                }
            });
            Flash.done(redirect, Phrase.of(done));
        } catch (Refused refused) {
            Flash.refusedAsTyped(redirect, said(refused.refusal()));
        }
        return SeeOther.at(path(token));
    }

    private int lastTold(Claim claim) {
        var told = pages.story(claim, languages.words(Languages.ENGLISH, ZoneOffset.UTC));
        return told.isEmpty() ? 0 : told.getLast().sequence();
    }

    private static Phrase said(Refusal refusal) {
        return switch (refusal.kind()) {
            case INVALID ->
                refusal.faults().isEmpty()
                        ? refusal.reason()
                        : refusal.faults().getFirst().message();
            case CONFLICT, STALE -> Phrase.of("portal.flash.moved");
            case TOO_LARGE, UNSUPPORTED, TOO_MANY -> refusal.reason();
            case ABSENT, FORBIDDEN -> throw new Refused(refusal);
        };
    }

    private static Refusal moved() {
        return new Refusal(Refusal.Kind.STALE, "STALE", Phrase.of("portal.flash.moved"), List.of());
    }

    private CustomerLinks.Opened open(String token) {
        return links.open(token).orElseThrow(() -> new Refused(Refusal.absent()));
    }

    private CustomerLinks.Opened live(String token) {
        return links.open(token).filter(opened -> !opened.expired()).orElseThrow(() -> new Refused(Refusal.absent()));
    }

    private Claim claim(CustomerLinks.Opened opened) {
        return claims.find(opened.merchant(), opened.claim()).orElseThrow(() -> new Refused(Refusal.absent()));
    }

    private static UUID id(String text) {
        return Ids.parse(text).orElseThrow(() -> new Refused(Refusal.absent()));
    }

    private static @Nullable String text(String typed) {
        var text = longText(typed);
        return text.isEmpty() ? null : text;
    }

    private static String longText(String typed) {
        var text = typed.replace("\r\n", "\n").replace("\0", "").strip();
        if (text.codePointCount(0, text.length()) > Filing.LONGEST_TEXT) {
            throw new Refused(
                    Refusal.invalid("/text", "TOO_LONG", Phrase.of("portal.fault.too-long", Filing.LONGEST_TEXT)));
        }
        return text;
    }

    private static String path(String token) {
        return "/track/" + token;
    }

    /** The address is the key: it is not kept, not indexed and not passed on. */
    static void keepPrivate(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
