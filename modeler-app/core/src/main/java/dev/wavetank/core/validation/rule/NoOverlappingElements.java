package dev.wavetank.core.validation.rule;

import static dev.wavetank.core.validation.ElementWords.describe;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.validation.Severity;

/// Elements do not lie on top of each other.
final class NoOverlappingElements implements Rule {
    @Override
    public String name() {
        return "no-overlapping-elements";
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
        for (Plane plane : surroundings.diagram().planes()) {
            Overlaps.find(plane, surroundings.diagram())
                    .forEach((covered, covering) -> report.add(
                            covered,
                            describe(covered) + " and " + describe(covering)
                                    + " lie on top of each other. Move one of them."));
        }
    }
}
