package dev.wavetank.core.paint.notation;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Font;
import dev.wavetank.core.paint.text.TextBlock;
import dev.wavetank.core.paint.text.TextLayout;
import java.util.Optional;
import java.util.function.Function;

/// What is written beside elements, and where.
public final class Labels {
    private static final double GAP = 4;

    private Labels() {}

    /// The text beside a shape: its name, for data also its state, for a group its category value.
    public static Optional<String> of(BpmnElement element, Function<ElementId, Optional<BpmnElement>> elements) {
        if (!element.type().hasExternalLabel() && !isConversation(element.type())) {
            return Optional.empty();
        }
        Optional<String> name = switch (element.type()) {
            case GROUP ->
                element.reference("categoryValueRef").flatMap(elements).flatMap(value -> value.attribute("value"));
            case DATA_OBJECT_REFERENCE -> nameOrThatOf(element, "dataObjectRef", elements);
            case DATA_STORE_REFERENCE -> nameOrThatOf(element, "dataStoreRef", elements);
            default -> element.name();
        };
        String state = element.dataState().map(s -> "[" + s + "]").orElse("");
        String text = (name.orElse("").strip() + "\n" + state).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    public static Optional<String> ofEdge(BpmnElement element) {
        return element.name().map(String::strip).filter(name -> !name.isEmpty());
    }

    /// The text of an annotation.
    public static String annotation(BpmnElement element) {
        return element.detail("text").map(text -> text.text().strip()).orElse("");
    }

    static TextBlock place(String text, Shape shape, BpmnElement element, TextLayout texts) {
        Optional<Bounds> given = shape.labelBounds().filter(Labels::isPlace);
        if (given.isPresent()) {
            return texts.labelIn(text, given.get(), Font.EXTERNAL);
        }
        Bounds bounds = shape.bounds();
        double top = element.type() == BpmnType.GROUP ? bounds.y() + GAP : bounds.bottom() + GAP;
        return texts.labelBelow(text, bounds.center().x(), top, Font.EXTERNAL);
    }

    static Optional<TextBlock> place(String text, Edge edge, TextLayout texts) {
        Optional<Bounds> given = edge.labelBounds().filter(Labels::isPlace);
        if (given.isPresent()) {
            return given.map(box -> texts.labelIn(text, box, Font.EXTERNAL));
        }
        if (edge.waypoints().isEmpty()) {
            return Optional.empty();
        }
        Bounds size = texts.labelBelow(text, 0, 0, Font.EXTERNAL).bounds();
        Bounds box = Waypoints.label(edge.waypoints(), size.width(), size.height());
        return Optional.of(texts.labelBelow(text, box.center().x(), box.y(), Font.EXTERNAL));
    }

    /// Some tools write empty bounds for labels they do not place.
    private static boolean isPlace(Bounds bounds) {
        return bounds.width() > 0 && bounds.height() > 0;
    }

    private static boolean isConversation(BpmnType type) {
        return type == BpmnType.CONVERSATION || type == BpmnType.SUB_CONVERSATION || type == BpmnType.CALL_CONVERSATION;
    }

    private static Optional<String> nameOrThatOf(
            BpmnElement element, String reference, Function<ElementId, Optional<BpmnElement>> elements) {
        return element.name()
                .or(() -> element.reference(reference).flatMap(elements).flatMap(BpmnElement::name));
    }
}
