package dev.wavetank.core.paint.notation;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.paint.Argb;
import dev.wavetank.core.paint.Outline;
import dev.wavetank.core.paint.Theme;
import dev.wavetank.core.paint.text.TextLayout;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Draws any shape or edge of a plane as BPMN 2.0 shows it. Stateless apart from the theme and the measure of
/// text.
public final class Notation {
    private final Theme theme;
    private final TextLayout texts;

    public Notation(Theme theme, TextLayout texts) {
        this.theme = theme;
        this.texts = texts;
    }

    public TextLayout texts() {
        return texts;
    }

    /// The shape without a label beside it.
    public void shape(
            Sketch sketch,
            Shape shape,
            Optional<BpmnElement> element,
            Function<ElementId, Optional<BpmnElement>> elements) {
        Look look = Look.of(theme, shape.fill(), shape.stroke());
        Bounds bounds = shape.bounds();
        if (element.isEmpty()) {
            ArtifactNotation.unknown(sketch, bounds, "", look, texts);
            return;
        }
        BpmnElement it = element.get();
        String name = it.name().orElse("").strip();
        BpmnType type = it.type();
        switch (type) {
            case PARTICIPANT -> participant(sketch, shape, it, name, look);
            case LANE -> {
                Look faint = look.on(Argb.mix(theme.canvas(), look.fill(), 0.35));
                PoolNotation.lane(sketch, bounds, shape.horizontal(), name, look.colored() ? faint : look, texts);
            }
            case CHOREOGRAPHY_TASK, CALL_CHOREOGRAPHY, SUB_CHOREOGRAPHY -> {
                ActivityForm form = Forms.activity(it, shape, elements);
                ChoreographyNotation.activity(sketch, bounds, form, name, look, texts);
            }
            case DATA_OBJECT, DATA_OBJECT_REFERENCE ->
                DataNotation.object(sketch, bounds, isCollection(it, elements), Optional.empty(), look);
            case DATA_INPUT -> DataNotation.object(sketch, bounds, it.isCollection(), Optional.of("data-input"), look);
            case DATA_OUTPUT ->
                DataNotation.object(sketch, bounds, it.isCollection(), Optional.of("data-output"), look);
            case DATA_STORE, DATA_STORE_REFERENCE -> DataNotation.store(sketch, bounds, look);
            case TEXT_ANNOTATION -> ArtifactNotation.annotation(sketch, bounds, Labels.annotation(it), look, texts);
            case GROUP -> ArtifactNotation.group(sketch, bounds, look);
            case CONVERSATION, SUB_CONVERSATION, CALL_CONVERSATION ->
                ChoreographyNotation.conversation(
                        sketch,
                        bounds,
                        type == BpmnType.CALL_CONVERSATION,
                        type == BpmnType.SUB_CONVERSATION ? List.of("sub-process") : List.of(),
                        look);
            default -> {
                if (type.isEvent()) {
                    EventNotation.draw(sketch, bounds, Forms.event(it, elements), look);
                } else if (type.isGateway()) {
                    GatewayNotation.draw(sketch, bounds, Forms.gatewayIcon(it, shape.markerVisible()), look);
                } else if (type.isActivity()) {
                    ActivityNotation.draw(sketch, bounds, Forms.activity(it, shape, elements), name, look, texts);
                } else {
                    ArtifactNotation.unknown(sketch, bounds, name, look, texts);
                }
            }
        }
    }

    /// @param jumps where the line crosses others that it jumps over
    public void edge(
            Sketch sketch, Edge edge, Optional<BpmnElement> element, Optional<BpmnElement> source, List<Point> jumps) {
        int ink = edgeInk(edge);
        EdgeForm form = element.map(it -> Forms.edge(it, source)).orElse(EdgeForm.ASSOCIATION);
        EdgeNotation.draw(sketch, edge.waypoints(), jumps, form, ink, theme.canvas());
        if (edge.waypoints().size() > 1) {
            edge.messageKind()
                    .ifPresent(kind -> EdgeNotation.envelope(
                            sketch, edge.waypoints(), kind.equals("non_initiating"), ink, theme.canvas()));
        }
    }

    /// The name beside a shape; nothing if it has none or carries it inside.
    public void label(
            Sketch sketch, Shape shape, BpmnElement element, Function<ElementId, Optional<BpmnElement>> elements) {
        int ink = Look.of(theme, Optional.of("none"), shape.stroke()).label();
        Labels.of(element, elements).ifPresent(text -> sketch.text(Labels.place(text, shape, element, texts), ink));
    }

    public void label(Sketch sketch, Edge edge, BpmnElement element) {
        int ink = edge.stroke().isPresent() ? edgeInk(edge) : theme.label();
        Labels.ofEdge(element).flatMap(text -> Labels.place(text, edge, texts)).ifPresent(block -> {
            if (Waypoints.cross(edge.waypoints(), block.bounds())) {
                sketch.detailFill(Outline.box(block.bounds().inflate(1), 2), Argb.fade(theme.canvas(), 0.85));
            }
            sketch.text(block, ink);
        });
    }

    private int edgeInk(Edge edge) {
        return edge.stroke()
                .flatMap(Argb::parse)
                .map(given -> Look.visible(given, theme.canvas(), theme.edge()))
                .orElse(theme.edge());
    }

    private void participant(Sketch sketch, Shape shape, BpmnElement participant, String name, Look look) {
        Optional<String> band = shape.xml().attribute("participantBandKind");
        if (band.isPresent()) {
            boolean top = band.get().startsWith("top");
            boolean initiating =
                    band.get().endsWith("_initiating") && !band.get().endsWith("non_initiating");
            ChoreographyNotation.band(sketch, shape.bounds(), top, initiating, name, look, texts);
            return;
        }
        Look paper = look.colored() ? look : look.withFill(theme.pool());
        boolean open = participant.process().isPresent();
        PoolNotation.pool(
                sketch, shape.bounds(), shape.horizontal(), open, participant.isMultiple(), name, paper, texts);
    }

    private static boolean isCollection(BpmnElement data, Function<ElementId, Optional<BpmnElement>> elements) {
        return data.isCollection()
                || data.reference("dataObjectRef")
                        .flatMap(elements)
                        .filter(BpmnElement::isCollection)
                        .isPresent();
    }
}
