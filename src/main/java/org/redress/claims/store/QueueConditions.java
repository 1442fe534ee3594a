package org.redress.claims.store;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.redress.claims.ClaimFilter;
import org.redress.clock.Practice;
import org.redress.kernel.Ids;

/** A filter as conditions on claims.claim c. Its parameters are named by where the conditions stand in the query. */
final class QueueConditions {
    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    private final String name;
    private final Map<String, Object> parameters;
    private final StringBuilder sql = new StringBuilder();

    QueueConditions(String name, Map<String, Object> parameters) {
        this.name = name;
        this.parameters = parameters;
    }

    /** Each begins with AND. Words are not among them: they are found first. */
    String of(ClaimFilter filter) {
        sql.setLength(0);
        any("c.state", filter.states(), Enum::name);
        any("c.owed_by", filter.owedBy(), Enum::name);
        any("c.channel", filter.channels(), Enum::name);
        any("c.verdict", filter.verdicts(), Enum::name);
        any("c.severity", filter.severities(), Enum::name);
        if (filter.assignee() != null) {
            sql.append(" AND c.assignee = ").append(parameter("assignee", filter.assignee()));
        }
        if (filter.unassigned()) {
            sql.append(" AND c.assignee IS NULL");
        }
        if (filter.orderNumber() != null) {
            sql.append(" AND c.order_number = ").append(parameter("order", filter.orderNumber()));
        }
        if (filter.unanswered()) {
            // One of its own, so that it is found from the few clocks that run and not looked for among all claims.
            sql.append(" AND c.id IN (SELECT k.claim_id FROM claims.clock k WHERE k.merchant_id = :merchant"
                    + " AND k.promise = 'REPLY' AND k.state = 'RUNNING')");
        }
        if (filter.forSeniors()) {
            sql.append(" AND (c.follows IS NOT NULL OR c.escalated)");
        }
        if (filter.language() != null) {
            sql.append(" AND left(c.language, 2) = ").append(parameter("language", filter.language()));
        }
        if (filter.dueBefore() != null) {
            sql.append(" AND c.due_at < ").append(parameter("dueBefore", Timestamp.from(filter.dueBefore())));
        }
        if (filter.filedFrom() != null) {
            sql.append(" AND c.filed_at >= ").append(parameter("filedFrom", Timestamp.from(filter.filedFrom())));
        }
        if (filter.filedBefore() != null) {
            sql.append(" AND c.filed_at < ").append(parameter("filedBefore", Timestamp.from(filter.filedBefore())));
        }
        sql.append(mintedWithin(filter));
        if (!filter.problems().isEmpty()) {
            sql.append(
                    " AND EXISTS (SELECT 1 FROM claims.line l WHERE l.merchant_id = :merchant AND l.claim_id = c.id");
            any("l.problem", filter.problems(), Enum::name);
            sql.append(")");
        }
        return sql.toString();
    }

    /**
     * Ids hold the real time when they were made, a moment before the claim was filed, and further before it only where the
     * clock is practised with: the index that has claims by age begins and ends here.
     */
    String mintedWithin(ClaimFilter filter) {
        var from = filter.filedFrom();
        var before = filter.filedBefore();
        return (from == null
                        ? ""
                        : " AND c.id >= "
                                + parameter(
                                        "mintedFrom",
                                        Ids.firstOf(from.minus(Practice.MOST).minus(A_MOMENT))))
                + (before == null
                        ? ""
                        : " AND c.id < " + parameter("mintedBefore", Ids.firstOf(before.plus(A_MOMENT))));
    }

    private <T> void any(String column, Collection<T> values, Function<T, String> text) {
        if (values.isEmpty()) {
            return;
        }
        var key = column.substring(2);
        if (values.size() == 1) {
            sql.append(" AND ").append(column).append(" = ");
            sql.append(parameter(key, text.apply(values.iterator().next())));
        } else {
            sql.append(" AND ").append(column).append(" IN (");
            sql.append(parameter(key, values.stream().map(text).toList())).append(")");
        }
    }

    private String parameter(String key, Object value) {
        var unique = name + parameters.size() + key;
        parameters.put(unique, value);
        return ":" + unique;
    }
}
