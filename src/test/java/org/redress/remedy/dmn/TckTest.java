package org.redress.remedy.dmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Plays the parts of the DMN Technology Compatibility Kit that policies rely on: the hit policies of the tables and the
 * functions that cells may call, as far as the kit has files of its own for them. Its test cases are under a share-alike
 * licence and not kept here: {@code -Dredress.tck=} names a checkout of github.com/dmn-tck/tck.
 */
class TckTest {
    private static final List<String> PARTS = List.of(
            "compliance-level-2/0004-simpletable-U",
            "compliance-level-2/0010-multi-output-U",
            "compliance-level-2/0105-feel-math",
            "compliance-level-2/0108-first-hitpolicy",
            "compliance-level-2/0109-ruleOrder-hitpolicy",
            "compliance-level-2/0111-first-hitpolicy-singleoutputcol",
            "compliance-level-2/0112-ruleOrder-hitpolicy-singleinoutcol",
            "compliance-level-2/0119-multi-collect-hitpolicy",
            "compliance-level-3/0050-feel-abs-function",
            "compliance-level-3/0054-feel-even-function",
            "compliance-level-3/0055-feel-odd-function",
            "compliance-level-3/0056-feel-modulo-function",
            "compliance-level-3/1100-feel-decimal-function",
            "compliance-level-3/1101-feel-floor-function",
            "compliance-level-3/1102-feel-ceiling-function",
            "compliance-level-3/1103-feel-substring-function",
            "compliance-level-3/1104-feel-string-length-function",
            "compliance-level-3/1105-feel-upper-case-function",
            "compliance-level-3/1106-feel-lower-case-function",
            "compliance-level-3/1110-feel-contains-function",
            "compliance-level-3/1141-feel-round-up-function",
            "compliance-level-3/1142-feel-round-down-function",
            "compliance-level-3/1144-feel-round-half-down-function");

    private static final List<String> KINDS = List.of("decimal", "double", "integer", "boolean", "string");

    @TestFactory
    Stream<DynamicTest> the_compatibility_kit_gets_the_answers_that_it_expects() {
        var kit = System.getProperty("redress.tck", "");
        Assumptions.assumeFalse(kit.isEmpty(), "no checkout of the DMN compatibility kit is named by redress.tck");
        return PARTS.stream().flatMap(part -> played(Path.of(kit, "TestCases", part)));
    }

    private static Stream<DynamicTest> played(Path part) {
        try (var files = Files.list(part)) {
            return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList().stream()
                    .flatMap(file -> cases(part, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<DynamicTest> cases(Path part, Path file) {
        var root = root(file);
        var model = part.resolve(text(root, "modelName"));
        var runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newFileResource(model.toFile())))
                .getOrElseThrow(IllegalStateException::new);
        return children(root, "testCase")
                .filter(TckTest::isOfOurKinds)
                .map(each ->
                        dynamicTest(part.getFileName() + " " + each.getAttribute("id"), () -> play(runtime, each)));
    }

    /** Policies know numbers, texts and truths; the kit also has dates and durations. */
    private static boolean isOfOurKinds(Element test) {
        var values = test.getElementsByTagNameNS("*", "value");
        return IntStream.range(0, values.getLength())
                .mapToObj(i -> ((Element) values.item(i)).getAttribute("xsi:type"))
                .allMatch(type -> type.isEmpty() || KINDS.contains(type.substring(type.indexOf(':') + 1)));
    }

    private static void play(DMNRuntime runtime, Element test) {
        var model = runtime.getModels().getFirst();
        var context = runtime.newContext();
        children(test, "inputNode").forEach(input -> context.set(input.getAttribute("name"), value(input)));
        var result = runtime.evaluateAll(model, context);
        children(test, "resultNode").forEach(expected -> {
            var decision = Objects.requireNonNull(result.getDecisionResultByName(expected.getAttribute("name")));
            var wanted = children(expected, "expected")
                    .findFirst()
                    .map(TckTest::value)
                    .orElse(null);
            assertThat(plain(decision.getResult()))
                    .as(expected.getAttribute("name"))
                    .isEqualTo(plain(wanted));
        });
    }

    /** Numbers are equal whatever their scale. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case List<?> list -> list.stream().map(TckTest::plain).toList();
            case Map<?, ?> map -> {
                var plain = new LinkedHashMap<Object, @Nullable Object>();
                map.forEach((key, each) -> plain.put(key, plain(each)));
                yield plain;
            }
            default -> value;
        };
    }

    private static @Nullable Object value(Element holder) {
        var list = children(holder, "list").findFirst();
        if (list.isPresent()) {
            var items = new ArrayList<@Nullable Object>();
            children(list.get(), "item").forEach(item -> items.add(value(item)));
            return items;
        }
        var components = children(holder, "component").toList();
        if (!components.isEmpty()) {
            var map = new LinkedHashMap<String, @Nullable Object>();
            components.forEach(component -> map.put(component.getAttribute("name"), value(component)));
            return map;
        }
        return children(holder, "value").findFirst().map(TckTest::scalar).orElse(null);
    }

    private static @Nullable Object scalar(Element value) {
        if (Boolean.parseBoolean(value.getAttribute("xsi:nil"))) {
            return null;
        }
        var text = value.getTextContent();
        var type = value.getAttribute("xsi:type");
        return switch (type.substring(type.indexOf(':') + 1)) {
            case "decimal", "double", "integer" -> new BigDecimal(text.strip());
            case "boolean" -> Boolean.valueOf(text.strip());
            default -> text;
        };
    }

    private static String text(Element parent, String name) {
        return children(parent, name).findFirst().orElseThrow().getTextContent().strip();
    }

    private static Stream<Element> children(Element parent, String name) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast)
                .filter(element -> name.equals(element.getLocalName()));
    }

    private static Element root(Path file) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
