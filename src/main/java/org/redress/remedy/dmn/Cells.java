package org.redress.remedy.dmn;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.BetweenNode;
import org.kie.dmn.feel.lang.ast.DashNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.SignedUnaryNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.lang.ast.UndefinedValueNode;

/**
 * Where the numbers of a table's columns part: two numbers between the same two limits get the same answer, so that the
 * table is asked once for both. A table that computes from its inputs has no such cells.
 */
final class Cells {
    private static final List<Class<? extends ASTNode>> LIMITS = List.of(
            DashNode.class,
            UnaryTestListNode.class,
            UnaryTestNode.class,
            RangeNode.class,
            UndefinedValueNode.class,
            BetweenNode.class,
            ListNode.class,
            SignedUnaryNode.class,
            NumberNode.class);

    private final List<@Nullable NavigableSet<BigDecimal>> limits;

    private Cells(List<@Nullable NavigableSet<BigDecimal>> limits) {
        this.limits = limits;
    }

    static Cells of(PolicySource.Table table) {
        var shape = table.shape();
        var inputs = shape.inputs();
        var names = new HashMap<String, Type>();
        inputs.forEach(column -> names.put(column.name(), FeelLimits.type(column)));
        boolean computes = table.rows().stream()
                .flatMap(row -> row.cells().stream().skip(inputs.size()))
                .map(cell -> FeelLimits.parse(cell, names, false))
                .anyMatch(cell -> cell == null || reads(cell));
        var limits = new ArrayList<@Nullable NavigableSet<BigDecimal>>();
        for (int i = 0; i < inputs.size(); i++) {
            var column = i;
            limits.add(
                    computes || inputs.get(i).type() != TableShape.Type.NUMBER
                            ? null
                            : limits(table.rows().stream()
                                    .map(row -> FeelLimits.parse(row.cells().get(column), names, true))
                                    .toList()));
        }
        return new Cells(limits);
    }

    private static boolean reads(ASTNode node) {
        if (node instanceof NameRefNode || node instanceof FunctionInvocationNode) {
            return true;
        }
        for (var child : node.getChildrenNode()) {
            if (reads(child)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable NavigableSet<BigDecimal> limits(List<? extends @Nullable ASTNode> cells) {
        var limits = new TreeSet<BigDecimal>();
        for (var cell : cells) {
            if (cell == null || !collect(cell, limits)) {
                return null;
            }
        }
        return limits;
    }

    private static boolean collect(ASTNode node, NavigableSet<BigDecimal> limits) {
        if (!LIMITS.contains(node.getClass())) {
            return false;
        }
        if (node instanceof NumberNode number) {
            limits.add(number.getValue());
            // The sign stands a node above.
            limits.add(number.getValue().negate());
        }
        for (var child : node.getChildrenNode()) {
            if (!collect(child, limits)) {
                return false;
            }
        }
        return true;
    }

    /** The question with each number as the limit it stands on, or the one below it and a half. */
    List<Object> key(List<?> question) {
        var key = new ArrayList<Object>(question.size());
        for (int i = 0; i < question.size(); i++) {
            var asked = question.get(i);
            var column = limits.get(i);
            key.add(column != null && asked instanceof BigDecimal number ? cell(number, column) : asked);
        }
        return Collections.unmodifiableList(key);
    }

    private static Object cell(BigDecimal number, NavigableSet<BigDecimal> limits) {
        var below = limits.floor(number);
        return below == null ? "" : below.compareTo(number) == 0 ? below : below + "+";
    }

    /** Numbers on and between the limits of a column, for whoever wants to try them all. */
    List<BigDecimal> samples(int column, TableShape.Column shape) {
        var samples = new TreeSet<BigDecimal>();
        samples.add(BigDecimal.valueOf(shape.from()));
        samples.add(BigDecimal.valueOf(shape.to()));
        var known = limits.get(column);
        if (known != null) {
            for (var limit : known) {
                samples.add(limit);
                samples.add(limit.add(BigDecimal.ONE));
                samples.add(limit.subtract(BigDecimal.ONE));
            }
        }
        samples.removeIf(sample -> sample.compareTo(BigDecimal.valueOf(shape.from())) < 0
                || sample.compareTo(BigDecimal.valueOf(shape.to())) > 0);
        return List.copyOf(samples);
    }
}
