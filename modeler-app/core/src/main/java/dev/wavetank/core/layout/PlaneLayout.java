package dev.wavetank.core.layout;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.geometry.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lays out one whole plane: a process, or a collaboration with its pools one below the other.
final class PlaneLayout {
    private static final double MARGIN = 80;
    private static final double POOL_PADDING = 26;
    private static final double LEAST_POOL = 120;
    private static final double CLOSED_POOL = 60;
    private static final double GROUP_PADDING = 16;

    private final Diagram diagram;
    private final Sheet sheet = new Sheet();

    PlaneLayout(Diagram diagram) {
        this.diagram = diagram;
    }

    Sheet layout(BpmnElement root) {
        if (root.type() == BpmnType.COLLABORATION) {
            pools(root);
        } else {
            sheet.paste(process(root), 0, 0);
        }
        leftovers(root);
        groups(root);
        if (new PlaneConnections(diagram, sheet).route(root)) {
            ShapeLabels.settle(diagram, sheet);
        }
        var moved = new Sheet();
        Bounds all = sheet.bounds();
        moved.paste(sheet, Math.rint(MARGIN - all.x()), Math.rint(MARGIN - all.y()));
        return moved;
    }

    private void pools(BpmnElement collaboration) {
        record Pool(BpmnElement participant, LaneIndex lanes, List<double[]> bands, Sheet content, Bounds frame) {}
        var pools = new ArrayList<Pool>();
        for (BpmnElement participant : diagram.children(collaboration.id())) {
            if (participant.type() != BpmnType.PARTICIPANT) {
                continue;
            }
            Optional<ElementId> process =
                    participant.process().filter(it -> diagram.element(it).isPresent());
            if (process.isEmpty()) {
                var closed = new Bounds(0, 0, 0, CLOSED_POOL);
                pools.add(new Pool(participant, LaneIndex.NONE, List.of(), new Sheet(), closed));
                continue;
            }
            LaneIndex lanes = LaneIndex.of(diagram, process.get());
            var content = new ContainerLayout(diagram, lanes);
            Sheet inner = content.layout(process.get());
            Bounds frame = frame(inner, content.laneBands(), lanes.depth());
            pools.add(new Pool(participant, lanes, content.laneBands(), inner, frame));
        }
        double width = pools.stream().mapToDouble(it -> it.frame.width()).max().orElse(0);
        width = Math.max(width, 300);
        double y = 0;
        for (Pool pool : pools) {
            double dx = -pool.frame.x();
            double dy = Math.rint(y - pool.frame.y());
            Bounds box = new Bounds(0, y, width, pool.frame.height());
            if (pool.content.isEmpty() && pool.lanes.count() == 0) {
                boolean closed = pool.participant.process().isEmpty();
                box = new Bounds(0, y, width, closed ? CLOSED_POOL : LEAST_POOL);
            }
            sheet.shapes.put(pool.participant.id(), box);
            lanes(
                    sheet,
                    pool.lanes,
                    shifted(pool.bands, dy),
                    new Bounds(Sizes.STRIP, y, width - Sizes.STRIP, box.height()));
            sheet.paste(pool.content, Math.rint(dx), dy);
            y = box.bottom() + Sizes.POOL_GAP;
        }
        for (BpmnElement process : Elements.withoutPool(diagram, collaboration)) {
            Sheet inner = process(process);
            Bounds box = inner.bounds();
            sheet.paste(inner, Math.rint(-box.x()), Math.rint(y - box.y()));
            y += box.height() + Sizes.POOL_GAP;
        }
    }

    /// A process without a pool; its lanes, if any, stand alone.
    private Sheet process(BpmnElement process) {
        var alone = new Sheet();
        LaneIndex lanes = LaneIndex.of(diagram, process.id());
        var content = new ContainerLayout(diagram, lanes);
        Sheet inner = content.layout(process.id());
        if (lanes.count() > 0) {
            lanes(alone, lanes, content.laneBands(), frame(inner, content.laneBands(), lanes.depth() - 1));
        }
        alone.paste(inner, 0, 0);
        return alone;
    }

    /// What a pool around this content covers, in the content's coordinates, strips for names included.
    private static Bounds frame(Sheet content, List<double[]> bands, int laneDepth) {
        Bounds inner = content.isEmpty() ? new Bounds(0, 0, 200, 0) : content.bounds();
        double top = inner.y() - POOL_PADDING;
        double bottom = inner.bottom() + POOL_PADDING;
        if (!bands.isEmpty()) {
            top = Math.min(bands.getFirst()[0], inner.y() - 12);
            bottom = Math.max(bands.getLast()[1], inner.bottom() + 12);
            top = content.isEmpty() ? bands.getFirst()[0] : top;
        }
        double slack = bands.isEmpty() ? Math.max(0, LEAST_POOL - (bottom - top)) / 2 : 0;
        double left = inner.x() - POOL_PADDING - Sizes.STRIP * (laneDepth + 1);
        return new Bounds(
                Math.rint(left),
                Math.rint(top - slack),
                Math.ceil(inner.right() + POOL_PADDING - left),
                Math.ceil(bottom - top + 2 * slack));
    }

    /// Draws the lanes; the first and the last reach to the edges of the pool.
    private static void lanes(Sheet sheet, LaneIndex index, List<double[]> bands, Bounds frame) {
        for (LaneIndex.Lane lane : index.lanes()) {
            if (lane.first() > lane.last() || lane.last() >= bands.size()) {
                continue;
            }
            double top = lane.first() == 0 ? frame.y() : bands.get(lane.first())[0];
            double bottom = lane.last() == bands.size() - 1 ? frame.bottom() : bands.get(lane.last())[1];
            double left = frame.x() + lane.level() * Sizes.STRIP;
            sheet.shapes.put(lane.id(), new Bounds(left, top, frame.right() - left, bottom - top));
        }
    }

    private static List<double[]> shifted(List<double[]> bands, double dy) {
        return bands.stream()
                .map(band -> new double[] {band[0] + dy, band[1] + dy})
                .toList();
    }

    /// Whatever is drawn and has no place yet, in a line below.
    private void leftovers(BpmnElement root) {
        Bounds all = sheet.bounds();
        double x = all.x();
        double y = all.bottom() + Sizes.POOL_GAP;
        for (BpmnElement child : diagram.children(root.id())) {
            BpmnType type = child.type();
            boolean drawn = type.isArtifact() && type != BpmnType.GROUP
                    || type == BpmnType.CONVERSATION
                    || type == BpmnType.SUB_CONVERSATION
                    || type == BpmnType.CALL_CONVERSATION;
            if (drawn && !sheet.shapes.containsKey(child.id())) {
                Bounds size = Sizes.of(child);
                sheet.solid(child.id(), new Bounds(Math.rint(x), Math.rint(y), size.width(), size.height()));
                x += size.width() + Sizes.COLUMN_GAP;
            }
        }
    }

    /// Groups stand around the elements of their category, else around those that stood inside them before; one
    /// without any gets an empty frame below.
    private void groups(BpmnElement root) {
        for (BpmnElement group : Elements.under(diagram, root)) {
            if (group.type() != BpmnType.GROUP) {
                continue;
            }
            Optional<ElementId> category = group.reference("categoryValueRef");
            Optional<Bounds> members = category.flatMap(value -> Elements.under(diagram, root).stream()
                    .filter(it -> it.references("categoryValueRef").contains(value))
                    .map(it -> Optional.ofNullable(sheet.shapes.get(it.id())))
                    .flatMap(Optional::stream)
                    .reduce(Bounds::union));
            Bounds all = sheet.bounds();
            Bounds frame = members.or(() -> enclosed(root, group))
                    .map(it -> it.inflate(GROUP_PADDING))
                    .orElse(new Bounds(all.x(), all.bottom() + Sizes.ROW_GAP, 140, 120));
            sheet.shapes.put(group.id(), frame);
        }
    }

    /// Where all that stood inside a group stands now. Most programs do not write down what belongs to one.
    private Optional<Bounds> enclosed(BpmnElement root, BpmnElement group) {
        Optional<Bounds> before = diagram.shape(group.id()).map(Shape::bounds);
        return before.flatMap(frame -> Elements.under(diagram, root).stream()
                .filter(it -> it.type().isFlowNode() || it.type().isData() || it.type() == BpmnType.TEXT_ANNOTATION)
                .filter(it -> diagram.shape(it.id())
                        .filter(shape -> frame.contains(shape.bounds()))
                        .isPresent())
                .flatMap(it -> Optional.ofNullable(sheet.shapes.get(it.id())).stream())
                .reduce(Bounds::union));
    }
}
