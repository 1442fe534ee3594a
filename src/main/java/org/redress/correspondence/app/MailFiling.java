package org.redress.correspondence.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.access.Merchants;
import org.redress.claims.Channel;
import org.redress.claims.Filing;
import org.redress.claims.StatementReading;
import org.redress.claims.Statements;
import org.redress.kernel.Demand;
import org.redress.kernel.MerchantId;
import org.redress.orders.Orders;
import org.springframework.stereotype.Component;

/**
 * What a mail files. An order that it names counts only where its sender is that order’s customer: whatever is known of it is
 * restated in the answer.
 */
@Component
class MailFiling {
    private final Statements statements;
    private final Orders orders;
    private final Merchants merchants;

    MailFiling(Statements statements, Orders orders, Merchants merchants) {
        this.statements = statements;
        this.orders = orders;
        this.merchants = merchants;
    }

    /** @param says whether the mail itself says that something is wrong */
    record Draft(Filing filing, boolean says) {}

    /**
     * @param language of the mail, as its headers say
     * @param about the order that we wrote to the sender about, or null
     */
    Draft of(
            MerchantId merchant,
            String address,
            @Nullable String name,
            String subject,
            String text,
            @Nullable String language,
            @Nullable String about) {
        var statement = statement(subject, text);
        var reading = statements.read(merchant, statement);
        var order = reading.orders().stream()
                .filter(named -> named.order().customer().isReachedBy(address))
                .findFirst();
        var filing = new Filing(
                order.map(named -> named.order().orderNumber())
                        .or(() -> Optional.ofNullable(about).filter(number -> isTheirs(merchant, number, address)))
                        .orElse(null),
                null,
                new Filing.Contact(
                        name == null
                                ? order.map(named -> named.order().customer().name())
                                        .orElse(null)
                                : name,
                        address,
                        null),
                Channel.EMAIL,
                statement,
                reading.demand().map(StatementReading.Suggestion::value).orElse(Demand.UNDECIDED),
                null,
                null,
                null,
                order.map(named -> lines(named, reading)).orElse(List.of()),
                language(merchant, reading, language),
                Map.of());
        var says = !reading.isSilent()
                || !reading.orders().isEmpty()
                || !reading.unknownOrders().isEmpty();
        return new Draft(filing, says && !statement.isBlank());
    }

    private boolean isTheirs(MerchantId merchant, String number, String address) {
        return orders.find(merchant, number)
                .filter(order -> order.customer().isReachedBy(address))
                .isPresent();
    }

    /** One line, where the words are clear about the problem and name one article of the order. */
    private static List<Filing.Line> lines(StatementReading.NamedOrder named, StatementReading reading) {
        var article = Optional.ofNullable(named.article());
        var problem = reading.problem();
        if (article.isEmpty() || problem.isEmpty()) {
            return List.of();
        }
        var came = reading.came();
        var received = came == null
                ? null
                : new Filing.Received(
                        came.sku(), null, came.words(), Math.max(1, Objects.requireNonNullElse(came.quantity(), 1)));
        return List.of(new Filing.Line(article.get().value(), 1, problem.get().value(), received));
    }

    private Locale language(MerchantId merchant, StatementReading reading, @Nullable String said) {
        if (reading.language() != null) {
            return reading.language();
        }
        return said == null ? merchants.find(merchant).language() : Locale.forLanguageTag(said);
    }

    /** What a subject says counts, too: many say it all there. */
    private static String statement(String subject, String text) {
        var said = subject.replaceFirst("(?i)^((re|fw|fwd|aw|wg|回复|答复|转发|回覆|轉寄)\\s*[:：]\\s*)+", "")
                .strip();
        var whole = said.isEmpty() || text.startsWith(said) ? text : said + "\n\n" + text;
        return Hearing.fitting(whole);
    }
}
