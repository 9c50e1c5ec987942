package dev.wavetank.app.canvas;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.interaction.InteractionState;
import dev.wavetank.core.interaction.Preview;
import dev.wavetank.core.interaction.SnapGuide;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/// What a gesture that is under way would do, as the tools tell it: ghosts of shapes and lines, the lasso, the
/// space that is made, guides, and whether the thing under the mouse takes what is dragged.
final class PreviewLayer {
    private final CanvasModel model;
    /// In drawing order.
    private final Map<String, Path> paths = new LinkedHashMap<>();

    PreviewLayer(CanvasView view) {
        this.model = view.model();
        for (String style : List.of(
                "space-made",
                "space-taken",
                "target-ok",
                "target-no",
                "drag-ghost",
                "ghost-edge",
                "ghost-message",
                "ghost-association",
                "guide",
                "lasso")) {
            paths.put(style, Lines.path(style));
        }
        view.addLayer(new Group(List.copyOf(paths.values())), this::place);
        model.interactionProperty().subscribe(_ -> view.refreshOverlay());
    }

    private void place() {
        Map<String, List<PathElement>> drawn = new LinkedHashMap<>();
        paths.keySet().forEach(style -> drawn.put(style, new ArrayList<>()));
        model.interactionProperty().get().ifPresent(state -> draw(state, drawn));
        paths.forEach((style, path) -> {
            List<PathElement> elements = drawn.getOrDefault(style, List.of());
            if (!elements.isEmpty() || !path.getElements().isEmpty()) {
                path.getElements().setAll(elements);
            }
        });
    }

    private void draw(InteractionState state, Map<String, List<PathElement>> to) {
        for (Preview preview : state.previews()) {
            switch (preview) {
                case Preview.Ghost(ElementId id, Bounds at) -> shape(to, type(id), at);
                case Preview.LabelGhost(var _, Bounds at) -> box(to, "drag-ghost", at);
                case Preview.NewShape(NodeKind kind, Bounds at) -> shape(to, kind.type(), at);
                case Preview.Appended(NodeKind kind, Bounds at, List<Point> line) -> {
                    shape(to, kind.type(), at);
                    line(to, "ghost-edge", line);
                }
                case Preview.Line(List<Point> points, Optional<BpmnType> kind) -> line(to, style(kind), points);
                case Preview.Marquee(Bounds area) -> box(to, "lasso", area);
                case Preview.Space(Bounds area, boolean made) -> space(to, area, made);
                case Preview.DropTarget(ElementId id, boolean accepts) ->
                    target(to, accepts ? "target-ok" : "target-no", id);
            }
        }
        state.guides().forEach(guide -> guide(to, guide));
    }

    private static String style(Optional<BpmnType> connection) {
        return connection
                .map(type -> switch (type) {
                    case MESSAGE_FLOW -> "ghost-message";
                    case SEQUENCE_FLOW -> "ghost-edge";
                    default -> "ghost-association";
                })
                .orElse("ghost-edge");
    }

    /// Around a shape, or along the flow into which something would be put.
    private void target(Map<String, List<PathElement>> to, String style, ElementId id) {
        List<Point> line = model.waypoints(id);
        if (line.isEmpty()) {
            model.bounds(id)
                    .ifPresent(
                            at -> box(to, style, at.inflate(3 / model.viewport().scale())));
        } else {
            line(to, style, line);
        }
    }

    private void space(Map<String, List<PathElement>> to, Bounds area, boolean made) {
        Bounds seen = model.viewport().visible().inflate(10);
        if (area.intersects(seen)) {
            double left = Math.max(area.x(), seen.x());
            double top = Math.max(area.y(), seen.y());
            double right = Math.min(area.right(), seen.right());
            double bottom = Math.min(area.bottom(), seen.bottom());
            box(to, made ? "space-made" : "space-taken", new Bounds(left, top, right - left, bottom - top));
        }
    }

    private BpmnType type(ElementId id) {
        return model.session().diagram().element(id).map(BpmnElement::type).orElse(BpmnType.UNKNOWN);
    }

    private void shape(Map<String, List<PathElement>> to, BpmnType type, Bounds at) {
        if (at.intersects(model.viewport().visible().inflate(10))) {
            Lines.addShape(
                    to.computeIfAbsent("drag-ghost", _ -> new ArrayList<>()),
                    type,
                    model.viewport().toScreen(at));
        }
    }

    private void box(Map<String, List<PathElement>> to, String style, Bounds at) {
        if (at.intersects(model.viewport().visible().inflate(10))) {
            Lines.addBox(
                    to.computeIfAbsent(style, _ -> new ArrayList<>()),
                    model.viewport().toScreen(at));
        }
    }

    private void line(Map<String, List<PathElement>> to, String style, List<Point> points) {
        Lines.addLine(to.computeIfAbsent(style, _ -> new ArrayList<>()), points, model.viewport()::toScreen);
    }

    private void guide(Map<String, List<PathElement>> to, SnapGuide guide) {
        Bounds seen = model.viewport().visible();
        line(
                to,
                "guide",
                guide.vertical()
                        ? List.of(new Point(guide.coordinate(), seen.y()), new Point(guide.coordinate(), seen.bottom()))
                        : List.of(
                                new Point(seen.x(), guide.coordinate()), new Point(seen.right(), guide.coordinate())));
    }
}
