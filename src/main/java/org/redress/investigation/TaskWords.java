package org.redress.investigation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Phrase;
import org.redress.kernel.Sku;
import org.redress.orders.Product;
import org.redress.traces.Place;

/** Says a task: what is asked, and what was found. Never anything of a customer. */
public final class TaskWords {
    private static final String KEY = "investigation.task.";

    private final Task task;
    private final Map<Sku, Product> products;

    public TaskWords(Task task, Map<Sku, Product> products) {
        this.task = task;
        this.products = products;
    }

    /** The articles of these tasks, to be looked up at once. */
    public static Set<Sku> articles(Collection<Task> tasks) {
        var articles = new LinkedHashSet<Sku>();
        tasks.stream()
                .map(Task::subject)
                .flatMap(subject -> Stream.of(subject.sku(), subject.otherSku()).mapMulti(TaskWords::known))
                .forEach(articles::add);
        return articles;
    }

    private static void known(@Nullable Sku sku, Consumer<Sku> into) {
        if (sku != null) {
            into.accept(sku);
        }
    }

    /** What people call an article; its number where the catalogue does not know it. */
    public String name(@Nullable Sku sku) {
        var product = sku == null ? null : products.get(sku);
        return product != null ? product.name() : sku == null ? "" : sku.value();
    }

    /** Its barcode as it is mostly printed, in 13 digits; null where it has none. */
    public @Nullable String barcode(Sku sku) {
        var product = products.get(sku);
        return product == null || product.gtin() == null
                ? null
                : product.gtin().digits().replaceFirst("^0", "");
    }

    public Phrase question() {
        var subject = task.subject();
        var sku = subject.sku();
        var moment = subject.moment();
        return switch (task.question()) {
            case RECOUNT, COUNT ->
                subject.otherSku() == null
                        ? ask("COUNT", name(sku), place())
                        : ask("RECOUNT", name(sku), place(), name(subject.otherSku()));
            case LOT_CHECK -> sku == null ? ask("LOT_CHECK", lot()) : ask("LOT_CHECK.article", lot(), name(sku));
            case ORDER_LINES -> ask("ORDER_LINES", text(subject.order()));
            case CARRIER_PROOF -> ask("CARRIER_PROOF", text(subject.parcel()));
            case CARRIER_WEIGHT -> ask("CARRIER_WEIGHT", text(subject.parcel()));
            case BENCH_VIDEO ->
                moment == null
                        ? ask("BENCH_VIDEO", place(), text(subject.parcel()))
                        : ask("BENCH_VIDEO.moment", place(), text(subject.parcel()), moment);
            case QUARANTINE_LOT ->
                sku == null
                        ? ask("QUARANTINE_LOT", lot(), place())
                        : ask("QUARANTINE_LOT.article", lot(), place(), name(sku));
            case HOLD_ORDER ->
                sku == null
                        ? ask("HOLD_ORDER", text(subject.order()))
                        : ask("HOLD_ORDER.article", text(subject.order()), name(sku));
            case RELEASE_ORDER -> ask("RELEASE_ORDER", text(subject.order()));
        };
    }

    private static Phrase ask(String question, Object... gaps) {
        return Phrase.of(KEY + "ask." + question, gaps);
    }

    /** How people call the slot or bench. */
    public Phrase place() {
        return Place.of(text(task.subject().slot()));
    }

    private String lot() {
        return text(task.subject().lot());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** What was found; nothing where it is not answered. */
    public List<Phrase> answer() {
        return switch (task.reply()) {
            case TaskReply.Counted counted -> counted(counted);
            case TaskReply.Weighed(int grams) -> List.of(Phrase.of(KEY + "found.grams", grams));
            case TaskReply.Said(boolean yes) -> List.of(said(yes));
            case TaskReply.CannotTell _ -> List.of(Phrase.of(KEY + "found.unknown"));
            case null -> List.of();
        };
    }

    private List<Phrase> counted(TaskReply.Counted counted) {
        var subject = task.subject();
        var found = new ArrayList<Phrase>();
        found.add(Phrase.of(KEY + "found.units", name(subject.sku()), counted.units()));
        if (counted.others() != null) {
            found.add(Phrase.of(KEY + "found.units", name(subject.otherSku()), counted.others()));
        }
        if (counted.books() != null) {
            found.add(Phrase.of(KEY + "found.books", counted.books()));
        }
        return found;
    }

    /** What yes or no means to this question. */
    public Phrase said(boolean yes) {
        var question = task.question();
        // A weight may be said in words too: that it is another.
        return Phrase.of(KEY + "say." + question + (yes ? ".yes" : ".no"));
    }
}
