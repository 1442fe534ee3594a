package org.redress.claims.web.portal;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.claims.StatementReading;
import org.redress.claims.StatementReading.Came;
import org.redress.claims.StatementReading.NamedOrder;
import org.redress.claims.StatementReading.Suggestion;
import org.redress.kernel.Problem;
import org.redress.kernel.Sku;
import org.redress.orders.Product;

/**
 * What the customer’s own words say, taken over into the form: as if they had tapped it, so that they can tap otherwise.
 * Nothing that they have tapped themselves is touched.
 */
public record OwnWords(Optional<StatementReading> reading) {
    static final OwnWords NONE = new OwnWords(Optional.empty());

    OwnWords(StatementReading reading) {
        this(Optional.of(reading));
    }

    /** Where the words say nothing that helps, that is said too. */
    Faults faults() {
        var faults = new Faults();
        if (reading.isEmpty() || reading.get().isSilent()) {
            faults.add("pick", "portal.own.nothing");
        }
        return faults;
    }

    /** @param draft with the rows of step 2 */
    Draft fill(Draft draft) {
        if (reading.isEmpty()) {
            return draft;
        }
        var read = reading.get();
        var rows = draft.rows().stream().anyMatch(OwnWords::isTapped)
                ? draft.rows()
                : draft.rows().stream().map(row -> fill(row, read)).toList();
        var demand =
                draft.demand() == null ? read.demand().map(Suggestion::value).orElse(null) : draft.demand();
        return new Draft(
                draft.form(),
                draft.orderNumber(),
                draft.contact(),
                rows,
                draft.photos(),
                demand,
                draft.statement(),
                draft.name(),
                draft.link());
    }

    private static boolean isTapped(Draft.Row row) {
        return row.picked() && (row.problem() != null || !row.key().equals(Draft.UNLISTED));
    }

    private static Draft.Row fill(Draft.Row row, StatementReading read) {
        var problem = read.problem().map(Suggestion::value).orElse(null);
        return switch (row.key()) {
            case Draft.EXTRA ->
                problem == Problem.EXTRA_ITEM ? filled(row, true, problem, row.ordered(), read.came()) : row;
            case Draft.PARCEL ->
                problem != null && GoodsPage.OF_PARCEL.contains(problem)
                        ? filled(row, true, problem, row.ordered(), null)
                        : row;
            case Draft.UNLISTED -> filled(row, row.picked(), problem, ordered(row, read), read.came());
            default -> article(row, problem, read);
        };
    }

    /** An article that is not named keeps the problem ready for whoever taps it. */
    private static Draft.Row article(Draft.Row row, @Nullable Problem problem, StatementReading read) {
        boolean named =
                article(read).filter(sku -> sku.value().equals(row.sku())).isPresent();
        if (problem == null) {
            return filled(row, named, row.problem(), row.ordered(), null);
        }
        return GoodsPage.OF_ARTICLE.contains(problem)
                ? filled(row, named, problem, row.ordered(), named ? read.came() : null)
                : row;
    }

    private static Draft.Row filled(
            Draft.Row row, boolean picked, @Nullable Problem problem, String ordered, @Nullable Came came) {
        var sku = came == null ? null : came.sku();
        var count = came == null ? null : came.quantity();
        return new Draft.Row(
                row.key(),
                picked,
                row.sku(),
                ordered,
                problem == null ? row.problem() : problem,
                row.quantity(),
                sku == null ? row.cameSku() : sku.value(),
                came == null || sku != null ? row.came() : came.words(),
                count == null ? row.cameCount() : String.valueOf(count));
    }

    /** What was ordered where we do not know the order: an article that the words name, and that is not what came. */
    private static String ordered(Draft.Row row, StatementReading read) {
        var came = read.came();
        return row.ordered().isEmpty()
                ? read.articles().stream()
                        .map(Product::sku)
                        .filter(sku -> came == null || !sku.equals(came.sku()))
                        .map(Sku::value)
                        .findFirst()
                        .orElse("")
                : row.ordered();
    }

    private static Optional<Sku> article(StatementReading read) {
        return read.orders().stream()
                .map(NamedOrder::article)
                .flatMap(Stream::ofNullable)
                .map(Suggestion::value)
                .findFirst();
    }

    /** The article that the words name, for the page; null where there is none. */
    public @Nullable Suggestion<Sku> named() {
        return reading.stream()
                .flatMap(read -> read.orders().stream())
                .map(NamedOrder::article)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }
}
