package dev.wavetank.core.validation.rule;

import static dev.wavetank.core.validation.ElementWords.describe;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.validation.Severity;
import java.util.HashSet;
import java.util.Set;

/// Messages, signals, errors and escalations have a name of their own.
final class GlobalReferences implements Rule {
    @Override
    public String name() {
        return "global-references";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(BpmnElement element, Surroundings surroundings, Report report) {
        if (element.type() != BpmnType.DEFINITIONS) {
            return;
        }
        Set<ElementId> used = new HashSet<>();
        for (BpmnElement each : surroundings.diagram().elements()) {
            each.eventDefinitions().forEach(definition -> definition.reference().ifPresent(used::add));
            each.reference("messageRef").ifPresent(used::add);
        }
        Set<String> names = new HashSet<>();
        for (BpmnElement global : surroundings.diagram().children(element.id())) {
            if (isGlobal(global)) {
                checkGlobal(global, names, used, report);
            }
        }
    }

    private static void checkGlobal(BpmnElement global, Set<String> names, Set<ElementId> used, Report report) {
        String name = global.name().orElse("").strip();
        if (name.isEmpty()) {
            report.add(global, describe(global) + " has no name. Give it one, since it is correlated by its name.");
        } else if (!names.add(global.type() + " " + name)) {
            report.add(
                    global, describe(global) + " exists twice. Refer to one of them everywhere and delete the other.");
        }
        if (!used.contains(global.id())) {
            report.add(global, describe(global) + " is used nowhere. Delete it, or refer to it from an event.");
        }
    }

    private static boolean isGlobal(BpmnElement element) {
        return element.type() == BpmnType.MESSAGE
                || element.type() == BpmnType.SIGNAL
                || element.type() == BpmnType.ERROR
                || element.type() == BpmnType.ESCALATION;
    }
}
