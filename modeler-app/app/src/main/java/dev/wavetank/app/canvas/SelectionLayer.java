package dev.wavetank.app.canvas;

import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.paint.Glyph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Group;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/// Outlines around what is selected and what the mouse is over.
final class SelectionLayer {
    private static final double GAP = 5;
    /// So many are looked up one by one.
    private static final int FEW = 100;

    private final CanvasView view;
    private final CanvasModel model;
    private final Path shapes = Lines.path("selection-outline");
    private final Path edges = Lines.path("selection-edge");
    private final Path hover = Lines.path("hover-outline");

    SelectionLayer(CanvasView view) {
        this.view = view;
        this.model = view.model();
        view.addLayer(new Group(hover, shapes, edges), this::place);
        model.session().selectionProperty().subscribe(_ -> view.refreshOverlay());
        model.hoveredProperty().subscribe(_ -> view.refreshOverlay());
    }

    private void place() {
        List<PathElement> boxes = new ArrayList<>();
        List<PathElement> lines = new ArrayList<>();
        Set<ElementId> selected = model.session().selectionProperty().get();
        inView(selected).forEach(id -> outline(id, boxes, lines));
        shapes.getElements().setAll(boxes);
        edges.getElements().setAll(lines);
        List<PathElement> under = new ArrayList<>();
        model.hoveredProperty()
                .get()
                .filter(id -> !selected.contains(id) && !model.isGesturing())
                .ifPresent(id -> outline(id, under, under));
        hover.getElements().setAll(under);
    }

    /// Of a whole file that is selected only a small part is seen.
    private Collection<ElementId> inView(Set<ElementId> selected) {
        if (selected.size() <= FEW) {
            return selected;
        }
        List<Glyph> glyphs = model.scene().glyphs();
        return model.scene().in(model.viewport().visible()).stream()
                .mapToObj(glyphs::get)
                .filter(glyph -> glyph.role() != Glyph.Role.LABEL && selected.contains(glyph.element()))
                .map(Glyph::element)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void outline(ElementId id, List<PathElement> boxes, List<PathElement> lines) {
        model.scene().body(id).ifPresent(glyph -> {
            Bounds visible = model.viewport().visible();
            if (!glyph.ink().intersects(visible)) {
                return;
            }
            if (glyph.role() == Glyph.Role.EDGE) {
                Lines.addLine(lines, model.waypoints(id), view.model().viewport()::toScreen);
            } else {
                Lines.addBox(boxes, model.viewport().toScreen(glyph.bounds()).inflate(GAP));
            }
        });
    }
}
