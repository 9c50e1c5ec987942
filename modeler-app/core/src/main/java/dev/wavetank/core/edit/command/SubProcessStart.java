package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.OpenCalls;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.rules.Sheets;
import java.util.Optional;

/// Gives a new, open and empty sub-process or call activity its start event, where one would have put it. One whose
/// activities
/// are done in any order has none.
final class SubProcessStart {
    private SubProcessStart() {}

    static void add(Transaction transaction, ElementId subProcess) {
        Diagram diagram = transaction.diagram();
        Optional<BpmnElement> element = diagram.element(subProcess)
                .filter(it -> it.type().isSubProcess() && it.type() != BpmnType.AD_HOC_SUB_PROCESS)
                .or(() -> diagram.element(subProcess).flatMap(call -> OpenCalls.process(diagram, call)));
        Optional<Shape> shape = diagram.shape(subProcess).filter(Shape::expanded);
        boolean empty = element.stream()
                .flatMap(holder -> diagram.children(holder.id()).stream())
                .noneMatch(child -> child.type().isFlowNode());
        if (element.isPresent() && shape.isPresent() && empty) {
            Bounds box = shape.get().bounds();
            Point at = new Point(
                    Math.round(box.x() + box.width() / 6), box.center().y());
            new CreateShape(
                            NodeKind.of(BpmnType.START_EVENT),
                            at,
                            Optional.of(subProcess),
                            Sheets.of(diagram, subProcess))
                    .create(transaction);
        }
    }
}
