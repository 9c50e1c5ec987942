package dev.wavetank.app.canvas;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.edit.ChangeSet;
import dev.wavetank.core.edit.Editor;
import dev.wavetank.core.edit.Transaction;
import dev.wavetank.core.edit.command.CreateShape;
import dev.wavetank.core.edit.command.Lanes;
import dev.wavetank.core.edit.command.NodeKind;
import dev.wavetank.core.edit.command.SplitLane;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.paint.Detail;
import dev.wavetank.core.paint.Glyph;
import dev.wavetank.core.paint.SceneBuilder;
import dev.wavetank.core.paint.Surface;
import dev.wavetank.core.paint.Theme;
import dev.wavetank.core.xml.DocumentException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// What a kind of element looks like, drawn by the painter of the canvas: the element is created in a diagram of
/// its own, as small as its sign can be read, and its glyphs are taken.
record KindPicture(List<Glyph> glyphs, Bounds bounds) {
    private static final String HOST = "host";
    private static final String STAGE = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" targetNamespace="picture">
              <process id="process"><task id="host"/></process>
              <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="process">
                <bpmndi:BPMNShape bpmnElement="host"><dc:Bounds x="1000" y="1000" width="100" height="80"/></bpmndi:BPMNShape>
              </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
            </definitions>
            """;
    private static final Point HOST_BORDER = new Point(1050, 1080);

    static KindPicture of(NodeKind kind, Theme theme) {
        Editor editor = stage();
        boolean onBorder = kind.type() == BpmnType.BOUNDARY_EVENT;
        var create = new CreateShape(
                kind,
                onBorder ? HOST_BORDER : new Point(0, 0),
                onBorder ? Optional.of(new ElementId(HOST)) : Optional.empty());
        ChangeSet created = editor.preview(transaction -> {
            if (kind.type() == BpmnType.LANE) {
                divided(transaction);
            } else {
                create.apply(transaction);
                shrink(transaction);
            }
        });
        Diagram diagram = created.after();
        Optional<Plane> plane = diagram.planes().stream().findFirst();
        Optional<Shape> shape = created.created().stream()
                .filter(element -> element.type() == outermost(kind) || onBorder)
                .flatMap(element -> diagram.shape(element.id()).stream())
                .findFirst();
        if (plane.isEmpty() || shape.isEmpty()) {
            return new KindPicture(List.of(), new Bounds(0, 0, 1, 1));
        }
        Bounds box = shape.get().bounds();
        List<Glyph> glyphs = new SceneBuilder(theme)
                .build(plane.get(), diagram::element).glyphs().stream()
                        .filter(glyph -> box.contains(glyph.bounds()))
                        .toList();
        return new KindPicture(glyphs, box);
    }

    private static BpmnType outermost(NodeKind kind) {
        return kind.type() == BpmnType.LANE ? BpmnType.PARTICIPANT : kind.type();
    }

    /// A lane is seen as such only in a pool that has two.
    private static void divided(Transaction transaction) {
        new CreateShape(NodeKind.of(BpmnType.PARTICIPANT).asExpanded(), new Point(0, 0), Optional.empty())
                .apply(transaction);
        Diagram diagram = transaction.diagram();
        diagram.elements().stream()
                .filter(element -> element.type() == BpmnType.PARTICIPANT)
                .findFirst()
                .ifPresent(pool -> {
                    new SplitLane(pool.id(), 2).apply(transaction);
                    transaction.setBounds(
                            transaction.diagram().shape(pool.id()).orElseThrow(), new Bounds(0, 0, 64, 44));
                    double y = 0;
                    for (Shape lane : Lanes.inside(transaction.diagram(), pool.id())) {
                        transaction.setBounds(lane, new Bounds(30, y, 34, 22));
                        y += 22;
                    }
                });
    }

    private static Editor stage() {
        try {
            return new Editor(Diagram.read(STAGE.getBytes(StandardCharsets.UTF_8)), List.of(), new Random(0));
        } catch (DocumentException impossible) {
            throw new IllegalStateException("the picture's own diagram cannot be read", impossible);
        }
    }

    /// Signs inside a shape keep their size, so a small shape shows them best.
    private static void shrink(Transaction transaction) {
        Diagram diagram = transaction.diagram();
        for (BpmnElement element : diagram.elements()) {
            Optional<Shape> shape =
                    diagram.shape(element.id()).filter(_ -> !element.id().equals(new ElementId(HOST)));
            Optional<Bounds> start = content(diagram, element, shape);
            if (start.isPresent()) {
                Bounds inside = start.get();
                transaction.setBounds(shape.get(), new Bounds(inside.x() - 20, inside.y() - 18, 94, 72));
                continue;
            }
            shape.ifPresent(drawn -> size(element, drawn)
                    .ifPresent(size -> transaction.setBounds(
                            drawn, new Bounds(drawn.bounds().x(), drawn.bounds().y(), size.width(), size.height()))));
        }
    }

    /// The start event that an open sub-process or call activity has got: it shows that things stand inside.
    private static Optional<Bounds> content(Diagram diagram, BpmnElement element, Optional<Shape> shape) {
        return shape.filter(_ -> element.type().isActivity())
                .flatMap(holder -> diagram.elements().stream()
                        .filter(it -> it.type() == BpmnType.START_EVENT)
                        .flatMap(it -> diagram.shape(it.id()).stream())
                        .map(Shape::bounds)
                        .filter(holder.bounds()::contains)
                        .findFirst());
    }

    private static Optional<Bounds> size(BpmnElement element, Shape drawn) {
        BpmnType type = element.type();
        if (type.isSwimlane()) {
            Bounds lying = new Bounds(0, 0, 64, 44);
            return Optional.of(drawn.horizontal() ? lying : new Bounds(0, 0, 44, 64));
        }
        if (type == BpmnType.TEXT_ANNOTATION) {
            return Optional.of(new Bounds(0, 0, 16, 36)); // of which only the bracket is drawn
        }
        return type.isActivity() || type == BpmnType.GROUP ? Optional.of(new Bounds(0, 0, 42, 34)) : Optional.empty();
    }

    /// Paints it as large as fits into a square, in its middle.
    void paint(Surface surface, double side) {
        double scale = Math.min(1, (side - 2) / Math.max(bounds.width(), bounds.height()));
        surface.save();
        surface.translate(side / 2, side / 2);
        surface.scale(scale);
        surface.translate(-bounds.center().x(), -bounds.center().y());
        glyphs.forEach(glyph -> glyph.paint(surface, Detail.FULL));
        surface.restore();
    }
}
