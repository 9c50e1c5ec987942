package dev.wavetank.core.validation.rule;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.geometry.Bounds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which flow nodes of the same container lie on each other on one plane.
///
/// The plane is cut into cells about the size of a task, and only shapes that share a cell are compared; a
/// shape is compared with at most [#NEIGHBOURS] others per cell, so that a heap of shapes in one place stays
/// cheap.
final class Overlaps {
    private static final double CELL = 150;
    private static final int NEIGHBOURS = 8;
    private static final int CELLS = 400;

    private record Cell(long column, long row) {}

    private record Placed(BpmnElement element, Bounds bounds) {}

    private Overlaps() {}

    /// Each element that lies on an earlier one, with that one, in file order.
    static Map<BpmnElement, BpmnElement> find(Plane plane, Diagram diagram) {
        Map<Cell, List<Placed>> cells = new HashMap<>();
        Map<BpmnElement, BpmnElement> overlaps = new LinkedHashMap<>();
        for (Shape shape : plane.shapes()) {
            diagram.element(shape.element()).filter(Overlaps::counts).ifPresent(element -> {
                // Touching borders are no overlap.
                Placed placed = new Placed(element, shape.bounds().inflate(-1));
                for (Cell cell : cellsOf(placed.bounds())) {
                    List<Placed> neighbours = cells.computeIfAbsent(cell, key -> new ArrayList<>());
                    overlapped(placed, neighbours).ifPresent(other -> overlaps.putIfAbsent(element, other));
                    if (neighbours.size() < NEIGHBOURS) {
                        neighbours.add(placed);
                    }
                }
            });
        }
        return overlaps;
    }

    private static boolean counts(BpmnElement element) {
        return element.type().isFlowNode() && element.type() != BpmnType.BOUNDARY_EVENT;
    }

    private static Optional<BpmnElement> overlapped(Placed placed, List<Placed> neighbours) {
        return neighbours.stream()
                .filter(other ->
                        other.element().parent().equals(placed.element().parent()))
                .filter(other -> other.bounds().intersects(placed.bounds()))
                .map(Placed::element)
                .findFirst();
    }

    private static List<Cell> cellsOf(Bounds bounds) {
        List<Cell> cells = new ArrayList<>();
        long firstRow = (long) Math.floor(bounds.y() / CELL);
        long lastRow = (long) Math.floor(bounds.bottom() / CELL);
        long lastColumn = (long) Math.floor(bounds.right() / CELL);
        for (long column = (long) Math.floor(bounds.x() / CELL); column <= lastColumn; column++) {
            for (long row = firstRow; row <= lastRow && cells.size() < CELLS; row++) {
                cells.add(new Cell(column, row));
            }
            if (cells.size() >= CELLS) {
                break;
            }
        }
        return cells;
    }
}
