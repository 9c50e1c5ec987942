package dev.wavetank.core.edit.command;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.Command;
import dev.wavetank.core.edit.DiagramInterchange;
import dev.wavetank.core.edit.Markup;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.geometry.Polyline;
import dev.wavetank.core.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Puts copied elements (see `CopiedElements`) into a diagram, with new ids and the same look. Text that is no
/// BPMN, and what the target cannot hold, is not pasted.
///
/// @param bpmn a BPMN file
/// @param center where the middle of it all goes
/// @param target what lies below, empty for the sheet
/// @param sheet the index of the sheet among the diagram's planes
public record PasteElements(String bpmn, Point center, Optional<ElementId> target, int sheet) implements Command {
    /// On the first sheet.
    public PasteElements(String bpmn, Point center, Optional<ElementId> target) {
        this(bpmn, center, target, 0);
    }

    @Override
    public void apply(Transaction transaction) {
        Excerpt.read(bpmn)
                .filter(excerpt ->
                        excerpt.canPaste(transaction.diagram(), target, sheet).isAllowed())
                .ifPresent(excerpt -> new Pasting(transaction, excerpt).paste());
    }

    private final class Pasting {
        private final Transaction transaction;
        private final Excerpt excerpt;
        private final Transcript transcript;

        Pasting(Transaction transaction, Excerpt excerpt) {
            this.transaction = transaction;
            this.excerpt = excerpt;
            this.transcript =
                    new Transcript(transaction, excerpt.diagram().document().root());
        }

        void paste() {
            List<BpmnElement> all = new ArrayList<>(excerpt.pools());
            all.addAll(excerpt.besidePools());
            all.addAll(excerpt.processes());
            all.addAll(excerpt.loose());
            Optional<XmlElement> collaboration =
                    excerpt.hasPools() ? Optional.of(PoolCreation.collaboration(transaction)) : Optional.empty();
            transcript.rename(all.stream().map(BpmnElement::xml).toList());
            insert();
            collaboration.ifPresent(holder -> {
                insertAll(holder, excerpt.pools());
                insertAll(holder, excerpt.besidePools());
            });
            draw();
        }

        private void insert() {
            XmlElement root = transaction.diagram().document().root();
            transaction.insertAll(root, transcript.roots());
            insertAll(root, excerpt.processes());
            Diagram now = transaction.diagram();
            Map<Boolean, List<BpmnElement>> artifacts = excerpt.loose().stream()
                    .filter(element -> !transcript.isDangling(element.xml()))
                    .collect(Collectors.partitioningBy(element -> element.type().isArtifact()));
            artifacts.forEach((artifact, elements) -> holder(now, artifact).ifPresent(holder -> {
                List<Markup> written = elements.stream()
                        .map(element -> transcript.element(element.xml()))
                        .toList();
                transaction.insertAll(holder.xml(), written);
            }));
        }

        private void insertAll(XmlElement holder, List<BpmnElement> elements) {
            List<Markup> written = elements.stream()
                    .map(BpmnElement::xml)
                    .filter(xml -> !transcript.isDangling(xml))
                    .map(transcript::element)
                    .toList();
            transaction.insertAll(holder, written);
        }

        /// Artifacts may stand on the sheet of a collaboration, all else belongs into a process.
        private Optional<BpmnElement> holder(Diagram now, boolean artifacts) {
            return Placement.holder(now, artifacts ? BpmnType.GROUP : BpmnType.TASK, target, sheet);
        }

        private void draw() {
            List<Shape> shapes = excerpt.shapes().stream()
                    .filter(shape -> transcript.knows(shape.element()))
                    .toList();
            List<Edge> edges = excerpt.edges().stream()
                    .filter(edge -> transcript.knows(edge.element()))
                    .toList();
            List<Markup> drawings = new ArrayList<>();
            shapes.forEach(shape -> drawings.add(transcript.drawing(shape.xml(), shape.element())));
            edges.forEach(edge -> drawings.add(transcript.drawing(edge.xml(), edge.element())));
            List<Markup> innerSheets = innerSheets();
            XmlElement plane = new DiagramInterchange(transaction).sheet(sheet);
            transaction.insertAll(plane, drawings);
            XmlElement root = transaction.diagram().document().root();
            transaction.insertAll(root, innerSheets);
            place(shapes, edges);
        }

        private void place(List<Shape> shapes, List<Edge> edges) {
            Optional<Bounds> around = shapes.stream().map(Shape::bounds).reduce(Bounds::union);
            double dx =
                    around.map(box -> Math.round(center.x() - box.center().x())).orElse(0L);
            double dy =
                    around.map(box -> Math.round(center.y() - box.center().y())).orElse(0L);
            Diagram now = transaction.diagram();
            for (Shape shape : shapes) {
                now.shape(transcript.renamed(shape.element())).ifPresent(fresh -> {
                    transaction.setBounds(fresh, fresh.bounds().translate(dx, dy));
                    fresh.labelBounds()
                            .ifPresent(label -> transaction.setLabelBounds(fresh.xml(), label.translate(dx, dy)));
                });
            }
            for (Edge edge : edges) {
                now.edge(transcript.renamed(edge.element())).ifPresent(fresh -> {
                    transaction.setWaypoints(fresh, Polyline.translate(fresh.waypoints(), dx, dy));
                    fresh.labelBounds()
                            .ifPresent(label -> transaction.setLabelBounds(fresh.xml(), label.translate(dx, dy)));
                });
            }
        }

        /// Those that show the inside of closed sub-processes come along as they are.
        private List<Markup> innerSheets() {
            List<Markup> sheets = new ArrayList<>();
            for (Plane plane : excerpt.diagram().planes()) {
                Optional<ElementId> shown = plane.element().filter(transcript::knows);
                if (shown.isPresent() && !excerpt.isMain(plane)) {
                    List<Markup> drawings = new ArrayList<>();
                    plane.shapes().forEach(shape -> drawings.add(transcript.drawing(shape.xml(), shape.element())));
                    plane.edges().forEach(edge -> drawings.add(transcript.drawing(edge.xml(), edge.element())));
                    sheets.add(transcript.sheet(plane.xml(), shown.get(), drawings));
                }
            }
            return sheets;
        }
    }
}
