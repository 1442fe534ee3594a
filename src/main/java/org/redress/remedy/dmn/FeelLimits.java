package org.redress.remedy.dmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.BetweenNode;
import org.kie.dmn.feel.lang.ast.BooleanNode;
import org.kie.dmn.feel.lang.ast.DashNode;
import org.kie.dmn.feel.lang.ast.ForExpressionNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.IfExpressionNode;
import org.kie.dmn.feel.lang.ast.InNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.InfixOperator;
import org.kie.dmn.feel.lang.ast.IterationContextNode;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NameDefNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NullNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.QuantifiedExpressionNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.SignedUnaryNode;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.lang.ast.UndefinedValueNode;
import org.kie.dmn.feel.lang.impl.FEELEventListenersManager;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.lang.types.DefaultBuiltinFEELTypeRegistry;
import org.kie.dmn.feel.parser.feel11.ASTBuilderVisitor;
import org.kie.dmn.feel.parser.feel11.FEELParser;
import org.redress.kernel.Phrase;

/**
 * What a cell may say in FEEL: comparisons, arithmetic and the functions named here, over the columns of its own table.
 * Whatever could run for long, reach outside or read a clock is refused before it is ever evaluated.
 */
public final class FeelLimits {
    /** The functions that a cell may call; docs/remedy.md lists them, and each is tested. */
    public static final Set<String> FUNCTIONS = Set.of(
            "abs",
            "ceiling",
            "contains",
            "count",
            "decimal",
            "ends with",
            "even",
            "floor",
            "list contains",
            "lower case",
            "max",
            "mean",
            "min",
            "modulo",
            "not",
            "odd",
            "round down",
            "round half down",
            "round half up",
            "round up",
            "starts with",
            "string length",
            "substring",
            "sum",
            "upper case");

    /** How many items all the loops of a cell may go over, one within the other. */
    static final int MOST_ITEMS = 1_000;

    private static final int DEEPEST = 20;
    private static final int MOST_NODES = 2_000;

    private static final List<Class<? extends ASTNode>> PLAIN = List.of(
            DashNode.class,
            UnaryTestListNode.class,
            UnaryTestNode.class,
            RangeNode.class,
            NumberNode.class,
            StringNode.class,
            BooleanNode.class,
            NullNode.class,
            UndefinedValueNode.class,
            SignedUnaryNode.class,
            ListNode.class,
            BetweenNode.class,
            InNode.class,
            IfExpressionNode.class,
            NameDefNode.class);

    private final Map<String, Type> names;
    private int nodes;

    private FeelLimits(Map<String, Type> names) {
        this.names = names;
    }

    /** What a cell holds that it must not, or null. */
    static @Nullable Phrase offence(String cell, List<TableShape.Column> columns, boolean isTest) {
        var names = new HashMap<String, Type>();
        columns.forEach(column -> names.put(column.name(), type(column)));
        if (isTest) {
            names.put("?", BuiltInType.UNKNOWN);
        }
        var parsed = parse(cell, names, isTest);
        return parsed == null
                ? Phrase.of("remedy.finding.feel-syntax", cell)
                : new FeelLimits(names).offence(parsed, 0, Set.of(), 1);
    }

    /** The cell as a tree, or null where it is no FEEL. */
    static @Nullable BaseNode parse(String cell, Map<String, Type> names, boolean isTest) {
        var errors = new ArrayList<FEELEvent>();
        var listeners = new FEELEventListenersManager();
        listeners.addListener(errors::add);
        var registry = DefaultBuiltinFEELTypeRegistry.INSTANCE;
        try {
            var parser = FEELParser.parse(listeners, cell, names, Map.of(), List.of(), List.of(), registry);
            ParseTree tree = isTest ? parser.unaryTestsRoot() : parser.compilation_unit();
            var node = new ASTBuilderVisitor(names, registry).visit(tree);
            return errors.stream().anyMatch(event -> event.getSeverity() == FEELEvent.Severity.ERROR) ? null : node;
        } catch (RuntimeException | StackOverflowError notFeel) {
            return null;
        }
    }

    static Type type(TableShape.Column column) {
        return switch (column.type()) {
            case STRING -> BuiltInType.STRING;
            case NUMBER -> BuiltInType.NUMBER;
            case BOOLEAN -> BuiltInType.BOOLEAN;
        };
    }

    private @Nullable Phrase offence(ASTNode node, int depth, Set<String> locals, long times) {
        if (depth > DEEPEST || ++nodes > MOST_NODES) {
            return Phrase.of("remedy.finding.feel-long");
        }
        return switch (node) {
            case NameRefNode name ->
                names.containsKey(name.getText()) || locals.contains(name.getText())
                        ? null
                        : Phrase.of("remedy.finding.feel-name", name.getText());
            case FunctionInvocationNode call -> called(call, depth, locals, times);
            case InfixOpNode infix
            when infix.getOperator() == InfixOperator.POW -> Phrase.of("remedy.finding.feel-not-allowed", said(infix));
            case InfixOpNode infix -> children(infix, depth, locals, times);
            case ForExpressionNode loop ->
                looped(loop.getIterationContexts(), List.of(loop.getExpression()), depth, locals, times);
            case QuantifiedExpressionNode some ->
                looped(some.getIterationContexts(), List.of(some.getExpression()), depth, locals, times);
            default ->
                PLAIN.contains(node.getClass())
                        ? children(node, depth, locals, times)
                        : Phrase.of("remedy.finding.feel-not-allowed", said(node));
        };
    }

    private static String said(ASTNode node) {
        return node.getText() == null ? node.getClass().getSimpleName() : node.getText();
    }

    private @Nullable Phrase children(ASTNode node, int depth, Set<String> locals, long times) {
        for (var child : node.getChildrenNode()) {
            var offence = offence(child, depth + 1, locals, times);
            if (offence != null) {
                return offence;
            }
        }
        return null;
    }

    private @Nullable Phrase called(FunctionInvocationNode call, int depth, Set<String> locals, long times) {
        return FUNCTIONS.contains(call.getName().getText())
                ? children(call.getParams(), depth, locals, times)
                : Phrase.of("remedy.finding.feel-function", call.getName().getText());
    }

    /** A loop's length has to be written in the cell. */
    private @Nullable Phrase looped(
            List<IterationContextNode> contexts, List<BaseNode> bodies, int depth, Set<String> locals, long times) {
        var known = new HashSet<>(locals);
        known.add("partial");
        long all = times;
        for (var context : contexts) {
            var length = length(context);
            if (length == null) {
                return Phrase.of("remedy.finding.feel-loop", MOST_ITEMS);
            }
            all *= Math.max(1, length);
            if (all > MOST_ITEMS) {
                return Phrase.of("remedy.finding.feel-loop", MOST_ITEMS);
            }
            if (context.getExpression() instanceof ListNode list) {
                var offence = children(list, depth, known, all);
                if (offence != null) {
                    return offence;
                }
            }
            known.add(context.getName().getText());
        }
        for (var body : bodies) {
            var offence = offence(body, depth + 1, known, all);
            if (offence != null) {
                return offence;
            }
        }
        return null;
    }

    private static @Nullable Long length(IterationContextNode context) {
        var over = context.getExpression();
        var end = context.getRangeEndExpr();
        if (end != null) {
            return span(over, end);
        }
        return switch (over) {
            case ListNode list -> (long) list.getElements().size();
            case RangeNode range -> span(range.getStart(), range.getEnd());
            default -> null;
        };
    }

    private static @Nullable Long span(BaseNode from, BaseNode to) {
        return from instanceof NumberNode first && to instanceof NumberNode last
                ? Math.abs(last.getValue().subtract(first.getValue()).longValue()) + 1
                : null;
    }
}
