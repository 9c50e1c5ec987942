package dev.wavetank.app.canvas;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.geometry.Polyline;
import dev.wavetank.core.interaction.Handle;
import dev.wavetank.core.interaction.LabelLink;
import dev.wavetank.core.rules.ShapeRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Group;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/// Shows where the one selected shape can be resized and where the one selected connection bends. It only shows:
/// the tools find the handles themselves.
final class HandleLayer {
    private static final double HALF = 4;
    private static final double BAR_HALF_LENGTH = 7;
    private static final double BAR_HALF_WIDTH = 2.5;
    /// No handle on segments that are shorter on the screen.
    private static final double SHORTEST = 36;

    private final CanvasModel model;
    private final Path handles = Lines.path("handle");
    private final Path link = Lines.path("label-link");

    HandleLayer(CanvasView view) {
        this.model = view.model();
        view.addLayer(new Group(link, handles), this::place);
    }

    private void place() {
        List<PathElement> squares = new ArrayList<>();
        List<PathElement> links = new ArrayList<>();
        Set<ElementId> selection = model.session().selectionProperty().get();
        if (selection.size() == 1 && !model.isGesturing() && !model.isNaming()) {
            ElementId id = selection.iterator().next();
            points(id).forEach(point -> square(squares, point));
            grips(id).forEach(grip -> bar(squares, grip));
            label(id).ifPresent(label -> {
                Handle.SIDES.forEach(side -> side(squares, side.on(label), label.center()));
                LabelLink.of(label, model.bounds(id), model.waypoints(id))
                        .ifPresent(line -> Lines.addLine(links, line, model.viewport()::toScreen));
            });
        }
        link.getElements().setAll(links);
        handles.getElements().setAll(squares);
    }

    private List<Point> points(ElementId id) {
        List<Point> line = model.waypoints(id);
        if (!line.isEmpty()) {
            return line;
        }
        Optional<Bounds> shape = model.bounds(id)
                .filter(_ ->
                        new ShapeRules(model.session().diagram()).canResize(id).isAllowed());
        return shape.map(bounds -> List.of(Handle.values()).stream()
                        .map(handle -> handle.on(bounds))
                        .toList())
                .orElse(List.of());
    }

    /// The middles of the segments that can be taken as a whole.
    private List<Grip> grips(ElementId id) {
        List<Point> line = model.waypoints(id);
        List<Grip> grips = new ArrayList<>();
        for (int i = 0; i + 1 < line.size(); i++) {
            Point from = line.get(i);
            Point to = line.get(i + 1);
            boolean room = from.distanceTo(to) * model.viewport().scale() > SHORTEST;
            if (room && Polyline.isStraight(from, to)) {
                grips.add(new Grip(Polyline.middle(List.of(from, to)), Polyline.isUpright(from, to)));
            }
        }
        return grips;
    }

    private record Grip(Point at, boolean upright) {}

    private void bar(List<PathElement> to, Grip grip) {
        Point place = model.viewport().toScreen(grip.at());
        double across = grip.upright() ? BAR_HALF_WIDTH : BAR_HALF_LENGTH;
        double down = grip.upright() ? BAR_HALF_LENGTH : BAR_HALF_WIDTH;
        Lines.addBox(to, new Bounds(place.x() - across, place.y() - down, 2 * across, 2 * down));
    }

    /// Beside the text, not on it.
    private void side(List<PathElement> to, Point border, Point middle) {
        Point place = model.viewport().toScreen(border);
        double out = border.x() < middle.x() ? -HALF : HALF;
        Lines.addBox(
                to,
                new Bounds(
                        place.x() + out - BAR_HALF_WIDTH,
                        place.y() - BAR_HALF_LENGTH,
                        2 * BAR_HALF_WIDTH,
                        2 * BAR_HALF_LENGTH));
    }

    private Optional<Bounds> label(ElementId id) {
        return model.scene().label(id).flatMap(_ -> model.labelBounds(id));
    }

    private void square(List<PathElement> to, Point at) {
        Point place = model.viewport().toScreen(at);
        Lines.addBox(to, new Bounds(place.x() - HALF, place.y() - HALF, 2 * HALF, 2 * HALF));
    }
}
