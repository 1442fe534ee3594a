package org.redress.remedy.dmn;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.redress.kernel.Phrase;
import org.redress.remedy.Finding;
import org.redress.remedy.dmn.TableShape.Column;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/**
 * A DMN file as it was written, looked at before any engine sees it: it may hold the known tables and nothing else, no
 * import, no function of its own, no reference outside.
 */
final class PolicySource {
    static final int LONGEST = 1_000_000;
    private static final int MOST_ROWS = 500;
    private static final int LONGEST_CELL = 1_000;
    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    /** All that a file may be made of; drawings of it, in their own namespaces, are passed over. */
    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "description",
            "inputData",
            "variable",
            "decision",
            "informationRequirement",
            "requiredInput",
            "decisionTable",
            "input",
            "inputExpression",
            "inputValues",
            "output",
            "outputValues",
            "annotation",
            "rule",
            "inputEntry",
            "outputEntry",
            "annotationEntry",
            "text",
            "extensionElements");

    private static final Set<String> DRAWINGS = Set.of(
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/",
            "http://bpmn.io/schema/dmn/biodi/2.0");

    /**
     * @param cells inputs, then outputs, as written
     * @param source what the row names as its law or promise
     */
    record Row(String id, int number, List<String> cells, String source) {
        /** Another where a cell is another. */
        String mark() {
            return Integer.toHexString(cells.hashCode());
        }
    }

    record Table(TableShape shape, String policy, List<Row> rows) {}

    private final List<Finding> findings = new ArrayList<>();
    private final Map<TableShape, Table> tables = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();

    private String name = "";

    private PolicySource() {}

    static PolicySource read(String xml, List<TableShape> wanted) {
        var source = new PolicySource();
        if (xml.length() > LONGEST) {
            source.fault(null, null, "TOO_LARGE", "too-large", LONGEST);
            return source;
        }
        var document = source.parse(xml);
        if (document != null) {
            var root = document.getDocumentElement();
            if (!DMN.equals(root.getNamespaceURI()) || !"definitions".equals(root.getLocalName())) {
                source.fault(null, null, "NOT_DMN", "not-dmn");
                return source;
            }
            source.name = root.getAttribute("id");
            source.look(root);
            children(root, "decision").forEach(decision -> source.decision(decision, wanted));
            wanted.stream()
                    .filter(shape -> !source.tables.containsKey(shape))
                    .forEach(shape -> source.fault(shape.table(), null, "TABLE_MISSING", "table-missing"));
        }
        return source;
    }

    List<Finding> findings() {
        return findings;
    }

    /** The id that the file gives itself; empty where it has none. */
    String name() {
        return name;
    }

    Map<TableShape, Table> tables() {
        return tables;
    }

    private @Nullable Document parse(String xml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setXIncludeAware(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xml)));
        } catch (org.xml.sax.SAXException | java.io.IOException | javax.xml.parsers.ParserConfigurationException e) {
            fault(null, null, "NOT_XML", "not-xml");
            return null;
        }
    }

    private void look(Element element) {
        var namespace = element.getNamespaceURI();
        if (namespace != null && DRAWINGS.contains(namespace)) {
            return;
        }
        var name = element.getLocalName();
        if (!DMN.equals(namespace) || !ELEMENTS.contains(name)) {
            fault(null, null, "NOT_ALLOWED", "not-allowed", name);
            return;
        }
        for (var attribute : List.of("expressionLanguage", "typeLanguage")) {
            var language = element.getAttribute(attribute);
            if (!language.isEmpty() && !language.toLowerCase(Locale.ROOT).contains("feel")) {
                fault(null, null, "LANGUAGE", "language", language);
            }
        }
        children(element).forEach(this::look);
    }

    private void decision(Element decision, List<TableShape> wanted) {
        var name = decision.getAttribute("name");
        var shape = TableShape.of(name).filter(wanted::contains).orElse(null);
        if (shape == null) {
            fault(null, null, "TABLE_UNKNOWN", "table-unknown", name);
            return;
        }
        var table = children(decision, "decisionTable").findFirst().orElse(null);
        if (table == null || tables.containsKey(shape)) {
            fault(name, null, "NO_TABLE", "no-table");
            return;
        }
        var policy = table.getAttribute("hitPolicy").isEmpty() ? "UNIQUE" : table.getAttribute("hitPolicy");
        if (!shape.hit().policies().contains(policy)
                || !table.getAttribute("aggregation").isEmpty()) {
            fault(
                    name,
                    null,
                    "HIT_POLICY",
                    "hit-policy",
                    String.join(", ", shape.hit().policies()));
        }
        var inputs = children(table, "input")
                .map(input -> children(input, "inputExpression")
                        .findFirst()
                        .map(PolicySource::text)
                        .orElse(""))
                .toList();
        var outputs = children(table, "output")
                .map(output -> output.getAttribute("name"))
                .toList();
        columns(shape, inputs, shape.inputs());
        columns(shape, outputs, shape.outputs());
        types(
                shape,
                shape.inputs(),
                children(table, "input")
                        .flatMap(input -> children(input, "inputExpression").limit(1))
                        .toList());
        types(shape, shape.outputs(), children(table, "output").toList());
        tables.put(shape, new Table(shape, policy, rows(shape, table)));
    }

    private void columns(TableShape shape, List<String> found, List<Column> wanted) {
        var names = wanted.stream().map(Column::name).toList();
        if (!found.equals(names)) {
            fault(shape.table(), null, "COLUMNS", "columns", String.join(", ", names));
        }
    }

    private void types(TableShape shape, List<Column> wanted, List<Element> found) {
        for (int i = 0; i < Math.min(wanted.size(), found.size()); i++) {
            var column = wanted.get(i);
            var type = found.get(i).getAttribute("typeRef");
            if (!type.isEmpty() && !type.equals(column.type().feel())) {
                fault(
                        shape.table(),
                        null,
                        "COLUMN_TYPE",
                        "column-type",
                        column.name(),
                        column.type().feel());
            }
        }
    }

    private List<Row> rows(TableShape shape, Element table) {
        var rows = new ArrayList<Row>();
        children(table, "rule").forEach(rule -> {
            var number = rows.size() + 1;
            var cells = Stream.concat(children(rule, "inputEntry"), children(rule, "outputEntry"))
                    .map(PolicySource::text)
                    .toList();
            var source = children(rule, "description")
                    .findFirst()
                    .map(Element::getTextContent)
                    .orElse("")
                    .strip();
            var id = rule.getAttribute("id");
            if (source.isEmpty()) {
                fault(shape.table(), number, "NO_SOURCE", "no-source");
            }
            if (id.isBlank() || id.length() > 100 || !ids.add(id)) {
                fault(shape.table(), number, "ROW_ID", "row-id");
            }
            if (cells.size() != shape.inputs().size() + shape.outputs().size()) {
                fault(shape.table(), number, "CELLS", "cells");
            }
            if (source.length() > LONGEST_CELL || cells.stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
                fault(shape.table(), number, "CELL_TOO_LONG", "cell-too-long", LONGEST_CELL);
            }
            rows.add(new Row(id, number, cells, source));
        });
        if (rows.size() > MOST_ROWS) {
            fault(shape.table(), null, "TOO_MANY_ROWS", "too-many-rows", MOST_ROWS);
        }
        return rows;
    }

    private void fault(@Nullable String table, @Nullable Integer row, String code, String text, Object... gaps) {
        findings.add(new Finding(table, row, code, Phrase.of("remedy.finding." + text, gaps)));
    }

    /** The text of a cell, or "-" where it is empty. */
    private static String text(Element entry) {
        var text = children(entry, "text")
                .findFirst()
                .map(Element::getTextContent)
                .orElse("")
                .strip();
        return text.isEmpty() ? "-" : text;
    }

    private static Stream<Element> children(Element parent, String name) {
        return children(parent)
                .filter(child -> name.equals(child.getLocalName()) && DMN.equals(child.getNamespaceURI()));
    }

    private static Stream<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children.stream();
    }
}
