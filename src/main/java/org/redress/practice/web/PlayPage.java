package org.redress.practice.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.claims.PlanWords;
import org.redress.claims.Verification;
import org.redress.claims.Verification.Code;
import org.redress.evidence.EvidenceItem;
import org.redress.kernel.Phrase;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.practice.Fact;
import org.redress.practice.Move;
import org.redress.practice.Part;
import org.redress.practice.Play;
import org.redress.practice.Reason;
import org.redress.practice.Result;
import org.redress.practice.Scene;
import org.redress.rehearsal.Lesson;
import org.redress.remedy.Remedy;
import org.redress.remedy.RemedyOption;
import org.redress.ui.Frame;
import org.redress.ui.Words;

/** What {@code practice/play.jte} shows: of the truth nothing before it is over. */
public record PlayPage(Frame frame, Scene scene) {
    private static final List<Fact> RECORDS =
            Arrays.stream(Fact.values()).filter(Fact::isRecord).toList();
    private static final List<Fact> QUESTIONS =
            Arrays.stream(Fact.values()).filter(Fact::isAskedOfWarehouse).toList();

    private Words words() {
        return frame.words();
    }

    public Play play() {
        return scene.play();
    }

    public Lesson lesson() {
        return play().lesson();
    }

    public String path() {
        return PracticePages.PATH + "/" + play().id();
    }

    public @Nullable Result result() {
        return play().result();
    }

    public List<Fact> records() {
        return RECORDS;
    }

    public List<Fact> questions() {
        return QUESTIONS;
    }

    /** A text of the case: its gaps are the article, what came, the customer, and the day that is promised in the model answer. */
    public String tell(String key) {
        return words().say(key, gaps());
    }

    private Object[] gaps() {
        var other = scene.known().other();
        return new Object[] {
            scene.known().ordered(),
            scene.known().came(),
            scene.known().order().customer().name(),
            day(),
            scene.known().order().paid(),
            other == null ? "" : other.orderNumber(),
            other == null ? "" : other.name(),
            scene.known().order().orderNumber()
        };
    }

    /** By then the customer has what the model answer offers, by the rules of the shop; or hears whether the photo will do. */
    private LocalDate day() {
        return inDays(options().stream()
                .filter(this::isMeant)
                .mapToInt(RemedyOption::etaDays)
                .max()
                .orElse(1));
    }

    /** Whether it is what the model answer offers. */
    private boolean isMeant(RemedyOption option) {
        return switch (lesson()) {
            case ALLERGEN, WHERE_IS_MY_MONEY -> option.plan().has(Remedy.Kind.REFUND);
            case NEIGHBOUR, WRONG_SIZE, CROSSED_LABELS, WRONG_SHELF, ONE_SHORT, ANGRY ->
                option.plan().sendsGoods();
            case DARK_PHOTO, OWN_MISTAKE -> false;
        };
    }

    /** By the clock of the play. */
    private LocalDate inDays(int days) {
        return play().now().atZone(words().zone()).toLocalDate().plusDays(days);
    }

    /** The day by which the customer can have it, where they wait for something. */
    public Optional<LocalDate> by(RemedyOption option) {
        return option.etaDays() > 0 ? Optional.of(inDays(option.etaDays())) : Optional.empty();
    }

    public String statement() {
        return tell("practice." + lesson() + ".statement");
    }

    /** What was said and decided, in order. */
    public List<Said> conversation() {
        return play().moves().stream().flatMap(move -> said(move).stream()).toList();
    }

    /** @param own whether the player wrote it */
    public record Said(String by, String text, Move move, boolean own) {}

    private Optional<Said> said(Move move) {
        return switch (move.kind()) {
            case WROTE, ASKED, OFFERED, REFUSED ->
                Optional.of(
                        new Said(words().say("practice.by." + move.kind(), offered(move)), move.words(), move, true));
            case CUSTOMER ->
                Optional.of(new Said(scene.known().order().customer().name(), tell(move.detail()), move, false));
            case SECOND ->
                Optional.of(new Said(
                        words().say("practice.second"), tell("practice.second." + move.detail()), move, false));
            case LOOKED, ENDED -> Optional.empty();
        };
    }

    private List<Phrase> offered(Move move) {
        return Arrays.stream(move.detail().split(",", -1))
                .filter(kind -> !kind.isEmpty())
                .map(kind -> Phrase.of("remedy.kind." + kind))
                .toList();
    }

    /** What the reader was told by the warehouse. */
    public String answer(Fact fact) {
        var own = "practice.told." + lesson() + "." + fact;
        return tell(words().knows(own) ? own : "practice.answer." + fact);
    }

    public Duration used() {
        return Duration.ofMinutes(Math.max(1, play().minute()));
    }

    /** What a record says, line by line, as the desk says it. */
    public List<String> says(Fact fact) {
        return switch (fact) {
            case ORDER -> order();
            case PRODUCT -> products();
            // As long as one is being read nobody knows what it shows.
            case PHOTO -> isPhotoPending() ? List.of() : checks(Code.PHOTO_BARCODE);
            case SCALE -> checks(Code.WEIGHT);
            case SCANS -> scans();
            case PARCEL -> parcel();
            case BENCH, RETURNS, SHELF, CUSTOMER -> List.of(answer(fact));
        };
    }

    private List<String> order() {
        var order = scene.known().order();
        var lines = new ArrayList<String>();
        lines.add(words().say("practice.order", order.orderNumber(), order.placedAt(), order.paid()));
        order.lines()
                .forEach(line ->
                        lines.add(words().say("practice.order.line", line.quantity(), name(line.sku()), line.total())));
        return lines;
    }

    private List<String> products() {
        var known = scene.known();
        return scene.dossier().products().values().stream()
                .filter(product ->
                        product.name().equals(known.ordered()) || product.name().equals(known.came()))
                .map(product -> words().say("practice.product", product.name(), hazard(product)))
                .toList();
    }

    private String hazard(Product product) {
        return product.hazard() == null
                ? words().say("practice.product.harmless")
                : words().say("claims.hazard", product.hazard());
    }

    private List<String> scans() {
        var lines = new ArrayList<>(checks(Code.WAREHOUSE_RECORD));
        scene.dossier().verification().discrepancies().stream()
                .filter(each -> each.ordered() != null && each.ordered() > 0)
                .map(each -> words().say(
                                "practice.scans.line",
                                each.name(),
                                each.ordered(),
                                units(each.picked()),
                                units(each.packed())))
                .forEach(lines::add);
        return lines;
    }

    private static String units(@Nullable Integer units) {
        return units == null ? "–" : String.valueOf(units);
    }

    private List<String> parcel() {
        var parcel = scene.known().parcel();
        var lines = new ArrayList<String>();
        lines.add(words().say("practice.parcel", parcel.trackingNumber(), parcel.carrier(), parcel.shippedAt()));
        var delivered = parcel.deliveredAt();
        if (delivered != null) {
            lines.add(words().say("practice.parcel.delivered", delivered));
        }
        return lines;
    }

    private List<String> checks(Code code) {
        var found = scene.dossier().verification().checks().stream()
                .filter(check -> check.code() == code)
                .map(Verification.Check::explanation)
                .map(words()::say)
                .toList();
        return found.isEmpty() ? List.of(words().say("practice.nothing")) : found;
    }

    private String name(Sku sku) {
        var product = scene.dossier().products().get(sku);
        return product == null ? sku.value() : product.name();
    }

    /** Those that can be shown already. */
    public List<EvidenceItem> photos() {
        return scene.dossier().files().stream().filter(file -> !isPending(file)).toList();
    }

    public boolean isPhotoPending() {
        return scene.dossier().files().stream().anyMatch(PlayPage::isPending);
    }

    private static boolean isPending(EvidenceItem file) {
        return file.readState() == EvidenceItem.ReadState.PENDING;
    }

    public String photo(UUID file, String size) {
        return path() + "/photos/" + file + "/" + size;
    }

    public List<RemedyOption> options() {
        return scene.options();
    }

    public List<String> lines(RemedyOption option) {
        Function<Sku, String> names = this::name;
        return option.plan().remedies().stream()
                .map(remedy -> PlanWords.say(remedy, words(), names))
                .toList();
    }

    public List<Reason> reasons(Part part) {
        var result = result();
        return result == null
                ? List.of()
                : result.reasons().stream()
                        .filter(reason -> reason.part() == part)
                        .toList();
    }

    public String say(Reason reason) {
        return words().say(reason.key(), reason.gaps().stream().map(this::gap).toArray());
    }

    private Object gap(String gap) {
        if (gap.startsWith("@")) {
            return new Phrase(gap.substring(1), List.of(gaps()));
        }
        return gap.startsWith("~") ? Duration.ofMinutes(Long.parseLong(gap.substring(1))) : gap;
    }
}
