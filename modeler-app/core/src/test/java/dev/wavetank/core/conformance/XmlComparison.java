package dev.wavetank.core.conformance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.diff.Comparison;
import org.xmlunit.diff.ComparisonResult;
import org.xmlunit.diff.ComparisonType;
import org.xmlunit.diff.DefaultNodeMatcher;
import org.xmlunit.diff.Difference;
import org.xmlunit.diff.DifferenceEvaluators;

/// Compares two BPMN files by the rules of the OMG Model Interchange Working Group: elements are matched by tag and
/// id, some by tag alone since their ids are generated; a few attributes may come and go with the program; everything
/// else counts, coordinates and the order of children included.
final class XmlComparison {
    private static final Set<String> GENERATED_IDS = Set.of(
            "definitions",
            "collaboration",
            "BPMNPlane",
            "BPMNDiagram",
            "globalTask",
            "ioSpecification",
            "dataState",
            "transformation",
            "laneSet",
            "documentation");
    private static final Set<String> ID_TYPED = Set.of("id", "dataStoreRef", "bpmnElement");
    private static final Map<String, Set<String>> IGNORED =
            Map.of("definitions", Set.of("exporter", "exporterVersion", "expressionLanguage"));
    private static final Map<String, Set<String>> ADDED_DEFAULTS = Map.of(
            "definitions",
            Set.of("typeLanguage", "expressionLanguage"),
            "process",
            Set.of("isClosed", "isExecutable", "processType"));

    private XmlComparison() {}

    /// One line for each difference.
    static List<String> differences(byte[] reference, byte[] other) {
        var diff = DiffBuilder.compare(reference)
                .withTest(other)
                .ignoreWhitespace()
                .withNodeMatcher(new DefaultNodeMatcher(XmlComparison::match))
                .withAttributeFilter(attribute -> !isListed(IGNORED, attribute))
                .withDifferenceEvaluator(DifferenceEvaluators.chain(DifferenceEvaluators.Default, XmlComparison::judge))
                .checkForSimilar()
                .build();
        return StreamSupport.stream(diff.getDifferences().spliterator(), false)
                .map(Difference::toString)
                .toList();
    }

    private static boolean match(Element control, Element test) {
        return control.getLocalName().equals(test.getLocalName())
                && String.valueOf(control.getNamespaceURI()).equals(String.valueOf(test.getNamespaceURI()))
                && (GENERATED_IDS.contains(control.getLocalName())
                        || control.getAttribute("id").equals(test.getAttribute("id")));
    }

    private static ComparisonResult judge(Comparison comparison, ComparisonResult outcome) {
        return switch (comparison.getType()) {
            case CHILD_NODELIST_SEQUENCE -> outcome == ComparisonResult.EQUAL ? outcome : ComparisonResult.DIFFERENT;
            case ELEMENT_NUM_ATTRIBUTES -> ComparisonResult.EQUAL;
            case ATTR_VALUE -> isOtherId(comparison) ? ComparisonResult.EQUAL : outcome;
            case ATTR_NAME_LOOKUP -> isAddedDefault(comparison) ? ComparisonResult.EQUAL : outcome;
            default -> outcome;
        };
    }

    private static boolean isOtherId(Comparison comparison) {
        Node control = comparison.getControlDetails().getTarget();
        return control instanceof Attr attribute
                && ID_TYPED.contains(attribute.getLocalName())
                && !String.valueOf(comparison.getControlDetails().getValue()).isEmpty()
                && !String.valueOf(comparison.getTestDetails().getValue()).isEmpty();
    }

    /// An attribute that only the other file has.
    private static boolean isAddedDefault(Comparison comparison) {
        return comparison.getType() == ComparisonType.ATTR_NAME_LOOKUP
                && comparison.getControlDetails().getValue() == null
                && comparison.getTestDetails().getTarget() instanceof Element element
                && ADDED_DEFAULTS
                        .getOrDefault(element.getLocalName(), Set.of())
                        .contains(String.valueOf(comparison.getTestDetails().getValue()));
    }

    private static boolean isListed(Map<String, Set<String>> list, Attr attribute) {
        return list.getOrDefault(attribute.getOwnerElement().getLocalName(), Set.of())
                .contains(attribute.getLocalName());
    }
}
