package org.redress.remedy.dmn;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kie.api.io.ResourceType;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** The tables of one file, compiled: asked a question, they say which rows answer and what. */
final class DecisionTables {
    /** Answers kept for each table; a question is a cell, so that few tables ever have as many. */
    private static final int MOST_KEPT = 10_000;

    /** A row that answers. */
    record Hit(PolicySource.Row row, Map<String, Object> outputs) {}

    /** A question that the engine could not answer. */
    static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unanswered(String what) {
            super(what);
        }
    }

    private final Map<TableShape, PolicySource.Table> sources;
    private final Map<TableShape, Cells> cells = new EnumMap<>(TableShape.class);
    private final Map<TableShape, Cache<List<Object>, List<Hit>>> answers = new EnumMap<>(TableShape.class);
    private final DMNRuntime runtime;
    private final DMNModel model;
    private final ThreadLocal<List<String>> selected = ThreadLocal.withInitial(List::of);

    private DecisionTables(Map<TableShape, PolicySource.Table> sources, DMNRuntime runtime) {
        this.sources = sources;
        this.runtime = runtime;
        this.model = runtime.getModels().getFirst();
        sources.forEach((shape, table) -> {
            cells.put(shape, Cells.of(table));
            answers.put(shape, Caffeine.newBuilder().maximumSize(MOST_KEPT).build());
        });
        runtime.addListener(new DMNRuntimeEventListener() {
            @Override
            public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
                selected.set(List.copyOf(event.getSelectedIds()));
            }
        });
    }

    /** @param xml has been looked through and compiles */
    static DecisionTables compile(String xml, Map<TableShape, PolicySource.Table> sources) {
        var resource = ResourceFactory.newByteArrayResource(xml.getBytes(StandardCharsets.UTF_8));
        resource.setResourceType(ResourceType.DMN);
        resource.setSourcePath("policy.dmn");
        var runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(IllegalStateException::new);
        return new DecisionTables(sources, runtime);
    }

    /** @param question one value for each input: text, {@link BigDecimal} or {@link Boolean} */
    List<Hit> ask(TableShape shape, Object... question) {
        var asked = List.of(question);
        var key = known(cells, shape).key(asked);
        var kept = known(answers, shape);
        var answer = kept.getIfPresent(key);
        if (answer == null) {
            answer = evaluate(shape, asked);
            kept.put(key, answer);
        }
        return answer;
    }

    List<Hit> evaluate(TableShape shape, List<?> question) {
        var source = known(sources, shape);
        if (source.rows().isEmpty()) {
            return List.of();
        }
        var context = runtime.newContext();
        for (int i = 0; i < question.size(); i++) {
            context.set(shape.inputs().get(i).name(), question.get(i));
        }
        selected.set(List.of());
        var result = runtime.evaluateByName(model, context, shape.table());
        var decision = Objects.requireNonNull(result.getDecisionResultByName(shape.table()));
        if (decision.hasErrors()) {
            throw new Unanswered(decision.getMessages().getFirst().getText());
        }
        return hits(source, decision.getResult());
    }

    private List<Hit> hits(PolicySource.Table source, @org.jspecify.annotations.Nullable Object result) {
        var rows = new HashMap<String, PolicySource.Row>();
        source.rows().forEach(row -> rows.put(row.id(), row));
        var results = result instanceof List<?> many ? many : result == null ? List.of() : List.of(result);
        var ids = selected.get();
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < Math.min(results.size(), ids.size()); i++) {
            var row = Objects.requireNonNull(rows.get(ids.get(i)));
            hits.add(new Hit(row, outputs(source.shape(), Objects.requireNonNull(results.get(i)))));
        }
        return List.copyOf(hits);
    }

    /** A table with one output answers with its value alone. */
    private static Map<String, Object> outputs(TableShape shape, Object result) {
        var outputs = new HashMap<String, Object>();
        for (var column : shape.outputs()) {
            var value = result instanceof Map<?, ?> map ? map.get(column.name()) : result;
            if (value != null) {
                outputs.put(column.name(), value);
            }
        }
        return Map.copyOf(outputs);
    }

    PolicySource.Table source(TableShape shape) {
        return known(sources, shape);
    }

    Cells cells(TableShape shape) {
        return known(cells, shape);
    }

    boolean has(TableShape shape) {
        return sources.containsKey(shape);
    }

    private static <T> T known(Map<TableShape, T> map, TableShape shape) {
        return Objects.requireNonNull(map.get(shape), shape::table);
    }
}
