package dev.wavetank.core.validation.rule;

import static dev.wavetank.core.validation.ElementWords.describe;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.EventDefinition;
import dev.wavetank.core.validation.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Link events come in pairs of the same name.
final class LinkEvents implements Rule {
    @Override
    public String name() {
        return "link-events";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void check(BpmnElement element, Surroundings surroundings, Report report) {
        if (!element.type().isFlowElementsContainer()) {
            return;
        }
        Set<String> caught = new HashSet<>();
        Set<String> thrown = new HashSet<>();
        List<BpmnElement> links = surroundings.flowNodes(element).stream()
                .filter(node -> node.hasEventDefinition(EventDefinition.Kind.LINK))
                .toList();
        for (BpmnElement link : links) {
            Set<String> side = link.type().isCatchEvent() ? caught : thrown;
            if (!side.add(linkName(link)) && link.type().isCatchEvent()) {
                report.add(
                        link, describe(link) + " has the same link name as another link target. Rename one of them.");
            }
        }
        for (BpmnElement link : links) {
            Set<String> partners = link.type().isCatchEvent() ? thrown : caught;
            if (linkName(link).isEmpty()) {
                report.add(link, describe(link) + " has no link name. Give it the same name as its partner.");
            } else if (!partners.contains(linkName(link))) {
                report.add(
                        link,
                        describe(link) + " has no partner: no link event of the other kind has the name \""
                                + linkName(link) + "\".");
            }
        }
    }

    private static String linkName(BpmnElement link) {
        return link.eventDefinitions().stream()
                .flatMap(definition -> definition.xml().attribute("name").stream())
                .filter(name -> !name.isBlank())
                .findFirst()
                .or(link::name)
                .orElse("")
                .strip();
    }
}
