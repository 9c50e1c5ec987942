package dev.wavetank.core.interaction;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What all states share: the editor, the sheet, and what is shown.
final class Stage {
    private static final double REACH = 7.5;
    private static final double SNAP_RANGE = 1500;

    private final Editor editor;
    private final Picker picker;
    private final ViewPort view;
    private final int sheet;
    private InteractionState shown = InteractionState.idle();
    private double scale = 1;
    private boolean grid = true;

    Stage(Editor editor, Picker picker, int sheet, ViewPort view) {
        this.sheet = sheet;
        this.editor = editor;
        this.picker = picker;
        this.view = view;
    }

    Editor editor() {
        return editor;
    }

    Diagram diagram() {
        return editor.diagram();
    }

    /// The index of the sheet among the diagram's planes.
    int sheet() {
        return sheet;
    }

    Optional<Plane> plane() {
        return diagram().planes().stream().skip(sheet).findFirst();
    }

    Picker picker() {
        return picker;
    }

    ViewPort view() {
        return view;
    }

    InteractionState shown() {
        return shown;
    }

    void show(InteractionState state) {
        shown = state;
    }

    void calm() {
        shown = shown.calm();
    }

    void setScale(double pixelsPerUnit) {
        scale = pixelsPerUnit;
    }

    void setGrid(boolean snaps) {
        grid = snaps;
    }

    boolean hasGrid() {
        return grid;
    }

    /// How far from a thing it can be hit, in diagram units.
    double reach() {
        return REACH / scale;
    }

    Set<ElementId> selection() {
        return shown.selection();
    }

    void select(Set<ElementId> elements) {
        shown = shown.withSelection(elements);
    }

    BpmnType type(ElementId id) {
        return diagram().element(id).map(BpmnElement::type).orElse(BpmnType.UNKNOWN);
    }

    /// Executes, and selects what is new.
    ChangeSet execute(Command command) {
        ChangeSet changes = editor.execute(command);
        Set<ElementId> fresh = new LinkedHashSet<>();
        Set<ElementId> all = new LinkedHashSet<>();
        changes.created().forEach(created -> all.add(created.id()));
        for (BpmnElement created : changes.created()) {
            boolean outer = created.parent()
                    .filter(all::contains)
                    .filter(holder -> type(holder) != BpmnType.COLLABORATION) // the first pool brings it along
                    .isEmpty();
            if (outer && picker.shape(created.id()).isPresent()) {
                fresh.add(created.id());
            }
        }
        if (!fresh.isEmpty()) {
            select(fresh);
        }
        return changes;
    }

    /// After an edit, whoever made it: selects no longer what is gone.
    void follow(ChangeSet changes) {
        picker.update(changes);
        Set<ElementId> left = new LinkedHashSet<>(shown.selection());
        left.removeIf(id -> picker.shape(id).isEmpty() && picker.edge(id).isEmpty());
        select(left);
        shown = shown.withHover(shown.hover()
                .filter(id -> picker.shape(id).isPresent() || picker.edge(id).isPresent()));
    }

    /// Aligns with everything around `area` but the elements that are dragged themselves.
    Snapper snapper(Bounds area, Set<ElementId> dragged) {
        return snapper(area, dragged, List.of());
    }

    /// @param docks places on lines to align with as well
    Snapper snapper(Bounds area, Set<ElementId> dragged, List<Point> docks) {
        List<Bounds> others = picker.near(area.inflate(SNAP_RANGE)).stream()
                .filter(shape -> !dragged.contains(shape.element()))
                .filter(shape -> type(shape.element()).isFlowNode()
                        || type(shape.element()).isData())
                .map(Shape::bounds)
                .toList();
        return new Snapper(others, docks, grid);
    }

    /// The element that would take what is dropped at a point: whatever is drawn there and not dragged itself.
    Optional<ElementId> below(PointerEvent event, Set<ElementId> dragged) {
        return picker.at(
                        event.point(),
                        reach(),
                        hit -> hit.part() != Picker.Part.LABEL
                                && !dragged.contains(hit.element())
                                && type(hit.element()) != BpmnType.GROUP)
                .map(Picker.Hit::element);
    }
}
