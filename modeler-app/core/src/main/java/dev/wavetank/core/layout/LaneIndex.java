package dev.wavetank.core.layout;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The lanes of a process from top to bottom, and in which of the innermost ones each flow node lies. A node
/// that no lane claims lies in the first.
final class LaneIndex {
    static final LaneIndex NONE = new LaneIndex();

    private final List<Lane> lanes = new ArrayList<>();
    private final Map<ElementId, Integer> nodes = new HashMap<>();
    private int count;
    private int depth;

    /// A lane over the innermost lanes `first` to `last`, `level` lanes deep.
    record Lane(ElementId id, int level, int first, int last) {}

    static LaneIndex of(Diagram diagram, ElementId process) {
        var index = new LaneIndex();
        for (BpmnElement child : diagram.children(process)) {
            if (child.type() == BpmnType.LANE_SET) {
                index.addSet(diagram, child, 0);
            }
        }
        return index;
    }

    /// How many innermost lanes there are.
    int count() {
        return count;
    }

    /// How many lanes lie in each other at most.
    int depth() {
        return depth;
    }

    int of(ElementId node) {
        return nodes.getOrDefault(node, 0);
    }

    /// All lanes, the outer before the inner.
    List<Lane> lanes() {
        return lanes;
    }

    private void addSet(Diagram diagram, BpmnElement set, int level) {
        depth = Math.max(depth, level + 1);
        for (BpmnElement lane : diagram.children(set.id())) {
            if (lane.type() != BpmnType.LANE) {
                continue;
            }
            int first = count;
            int place = lanes.size();
            diagram.children(lane.id()).stream()
                    .filter(it -> it.type() == BpmnType.CHILD_LANE_SET)
                    .filter(it -> diagram.children(it.id()).stream().anyMatch(l -> l.type() == BpmnType.LANE))
                    .forEach(it -> addSet(diagram, it, level + 1));
            boolean innermost = count == first;
            if (innermost) {
                count++;
            }
            lanes.add(place, new Lane(lane.id(), level, first, count - 1));
            for (ElementId node : lane.references("flowNodeRef")) {
                if (innermost) {
                    nodes.put(node, first);
                } else {
                    nodes.putIfAbsent(node, first);
                }
            }
        }
    }
}
