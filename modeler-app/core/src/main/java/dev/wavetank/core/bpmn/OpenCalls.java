package dev.wavetank.core.bpmn;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Call activities that are drawn open: the process that they call stands inside of them, on the same sheet, as
/// the content of a sub-process does (BPMN 2.0 section 10.3.6).
///
/// A process that has a pool or a sheet of its own is not shown that way, nor is one inside of itself; of several
/// calls the first one shows it.
public final class OpenCalls {
    private OpenCalls() {}

    /// The process that stands inside the element, if that is an open call activity.
    public static Optional<BpmnElement> process(Diagram diagram, BpmnElement call) {
        return call.type() != BpmnType.CALL_ACTIVITY
                ? Optional.empty()
                : call.reference("calledElement")
                        .flatMap(diagram::element)
                        .filter(process -> of(diagram, process.id())
                                .filter(shown -> shown.id().equals(call.id()))
                                .isPresent());
    }

    /// The call activity inside of which the process is drawn.
    public static Optional<BpmnElement> of(Diagram diagram, ElementId process) {
        Optional<BpmnElement> called = diagram.element(process).filter(it -> it.type() == BpmnType.PROCESS);
        if (called.isEmpty() || diagram.mentions(process).isEmpty() || isShownElsewhere(diagram, called.get())) {
            return Optional.empty();
        }
        return diagram.mentions(process).stream()
                .flatMap(id -> diagram.element(id).stream())
                .filter(call -> call.type() == BpmnType.CALL_ACTIVITY)
                .filter(call -> diagram.shape(call.id()).filter(Shape::expanded).isPresent())
                .filter(call -> !isInside(diagram, call, called.get()))
                .findFirst();
    }

    private static boolean isShownElsewhere(Diagram diagram, BpmnElement process) {
        boolean pool = diagram.mentions(process.id()).stream()
                .flatMap(id -> diagram.element(id).stream())
                .anyMatch(it -> it.type() == BpmnType.PARTICIPANT);
        return pool
                || diagram.sheets().stream()
                        .flatMap(sheet -> sheet.attribute("bpmnElement").stream())
                        .anyMatch(shown -> ElementId.reference(shown).equals(process.id()));
    }

    /// Whether the call stands in the process that it calls.
    private static boolean isInside(Diagram diagram, BpmnElement call, BpmnElement process) {
        Set<Integer> seen = new HashSet<>();
        OptionalInt at = OptionalInt.of(call.xml().key());
        while (at.isPresent() && seen.add(at.getAsInt())) {
            if (at.getAsInt() == process.xml().key()) {
                return true;
            }
            at = diagram.parentKey(at.getAsInt());
        }
        return false;
    }
}
