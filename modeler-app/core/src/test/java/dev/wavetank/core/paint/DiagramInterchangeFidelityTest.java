package dev.wavetank.core.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.Corpus;
import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Edge;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.bpmn.Shape;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.geometry.Polyline;
import dev.wavetank.core.xml.XmlElement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every shape and edge of a file is painted where the file says and as what the file says, read here from the
/// bare XML, apart from the code that chooses the notation.
class DiagramInterchangeFidelityTest {
    /// How far from a corner its rounding begins.
    private static final double ROUNDING = 5.5;

    /// Where a line ends, since its head covers the rest.
    private static final double ARROW = 8.5;

    /// How near to another line one jumps over it.
    private static final double JUMP = 5;

    static List<Path> models() {
        return Corpus.files().stream()
                .filter(file ->
                        file.toString().contains("/miwg/") && file.toString().endsWith(".bpmn"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyShapeAndEdgeIsPaintedWhereTheFileSays(Path file) throws Exception {
        Diagram diagram = Diagram.read(file);

        for (Plane plane : diagram.planes()) {
            Scene scene = new SceneBuilder(Theme.LIGHT).build(plane, diagram::element);
            var wrong = new ArrayList<String>();
            for (Shape shape : plane.shapes()) {
                Optional<Glyph> glyph = scene.body(shape.element());
                if (glyph.isEmpty()) {
                    wrong.add("no glyph for " + shape.element());
                } else if (glyph.get().full().isEmpty()) {
                    wrong.add("no ink for " + shape.element());
                } else {
                    wrong.addAll(shapeFaults(diagram, shape, glyph.get()));
                }
            }
            for (Edge edge : plane.edges()) {
                Optional<Glyph> glyph = scene.body(edge.element());
                if (glyph.isEmpty()) {
                    wrong.add("no glyph for " + edge.element());
                } else if (edge.waypoints().size() > 1 && !reaches(edge, plane.edges(), glyph.get())) {
                    wrong.add("the line of " + edge.element() + " is elsewhere");
                }
            }

            assertThat(wrong)
                    .as("plane %s of %s", plane.id(), file.getFileName())
                    .isEmpty();
        }
    }

    @Test
    void theReferenceModelsHaveShapesAndEdges() throws Exception {
        int shapes = 0;
        int edges = 0;
        for (Path file : models()) {
            for (Plane plane : Diagram.read(file).planes()) {
                shapes += plane.shapes().size();
                edges += plane.edges().size();
            }
        }

        assertThat(shapes).isGreaterThan(300);
        assertThat(edges).isGreaterThan(250);
    }

    private static List<String> shapeFaults(Diagram diagram, Shape shape, Glyph glyph) {
        var wrong = new ArrayList<String>();
        Bounds painted = bodyOf(glyph).bounds();
        String kind = diagram.element(shape.element())
                .map(it -> it.xml().name().local())
                .orElse("");
        if (!near(painted, expected(kind, shape.bounds(), painted))) {
            wrong.add("%s painted at %s, not %s".formatted(shape.element(), painted, shape.bounds()));
        }
        diagram.element(shape.element()).ifPresent(element -> {
            for (String icon : expectedIcons(element.xml(), shape)) {
                if (!Icons.has(glyph, icon)) {
                    wrong.add("%s <%s> lacks its %s"
                            .formatted(shape.element(), element.xml().name().local(), icon));
                }
            }
            if (!hasFamilyOutline(element.xml().name().local(), bodyOf(glyph))) {
                wrong.add("%s <%s> has the wrong outline"
                        .formatted(shape.element(), element.xml().name().local()));
            }
        });
        return wrong;
    }

    /// The first thing painted is the body.
    private static Outline bodyOf(Glyph glyph) {
        return switch (glyph.full().getFirst()) {
            case Ink.Fill(Outline outline, int argb) -> outline;
            case Ink.Stroke(Outline outline, Pen pen, int argb) -> outline;
            case Ink.Text text -> throw new AssertionError("text before the body: " + text);
        };
    }

    private static boolean hasFamilyOutline(String local, Outline outline) {
        if (local.endsWith("Event")) {
            return outline instanceof Outline.Oval;
        }
        if (local.endsWith("Gateway")) {
            return outline instanceof dev.wavetank.core.paint.Path;
        }
        if (local.endsWith("Task")
                || local.equals("task")
                || local.endsWith("Process")
                || local.equals("callActivity")) {
            return outline instanceof Outline.Box box && box.radius() > 0;
        }
        if (local.equals("participant") || local.equals("lane")) {
            return outline instanceof Outline.Box box && box.radius() == 0;
        }
        return true;
    }

    private static List<String> expectedIcons(XmlElement xml, Shape shape) {
        var icons = new ArrayList<String>();
        String local = xml.name().local();
        List<String> definitions = xml.children().stream()
                .map(child -> child.name().local())
                .filter(child -> child.endsWith("EventDefinition"))
                .toList();
        if (local.endsWith("Event") && definitions.size() == 1) {
            String icon = definitions.getFirst().replace("EventDefinition", "");
            icons.add(icon.equals("compensate") ? "compensation" : icon);
        } else if (local.endsWith("Event") && definitions.size() > 1) {
            icons.add(
                    xml.attribute("parallelMultiple").filter("true"::equals).isPresent()
                            ? "parallel-multiple"
                            : "multiple");
        }
        switch (local) {
            case "userTask" -> icons.add("user");
            case "serviceTask" -> icons.add("service");
            case "sendTask" -> icons.add("send");
            case "receiveTask" -> icons.add("receive");
            case "scriptTask" -> icons.add("script");
            case "manualTask" -> icons.add("manual");
            case "businessRuleTask" -> icons.add("business-rule");
            case "parallelGateway" -> icons.add("parallel");
            case "inclusiveGateway" -> icons.add("inclusive");
            case "complexGateway" -> icons.add("complex");
            case "eventBasedGateway" -> icons.add("event-based");
            case "subProcess", "adHocSubProcess", "transaction" -> {
                if (shape.xml().attribute("isExpanded").filter("false"::equals).isPresent()) {
                    icons.add("sub-process");
                }
            }
            default -> {}
        }
        for (XmlElement child : xml.children()) {
            if (child.name().local().equals("standardLoopCharacteristics")) {
                icons.add("loop");
            } else if (child.name().local().equals("multiInstanceLoopCharacteristics")) {
                boolean sequential =
                        child.attribute("isSequential").filter("true"::equals).isPresent();
                icons.add(sequential ? "sequential-instances" : "parallel-instances");
            }
        }
        return icons;
    }

    /// The painted line runs along the waypoints, but for the rounding of corners and where it jumps over another.
    private static boolean reaches(Edge edge, List<Edge> all, Glyph glyph) {
        List<List<Point>> painted = paintedLines(glyph);
        return alongWaypoints(edge).stream()
                        .filter(point -> !isCrossed(edge, all, point))
                        .allMatch(point -> painted.stream().anyMatch(line -> Polyline.distance(line, point) <= 0.5))
                && edge.waypoints().stream()
                        .allMatch(point -> glyph.ink().inflate(0.5).contains(point))
                && glyph.bounds().inflate(12).contains(glyph.ink());
    }

    /// The beginning, and each segment in steps of some pixels, off its rounded corners and its head.
    private static List<Point> alongWaypoints(Edge edge) {
        var line = new ArrayList<Point>();
        for (Point point : edge.waypoints()) { // some programs write the same place twice
            if (line.isEmpty() || line.getLast().distanceTo(point) > 0.01) {
                line.add(point);
            }
        }
        var points = new ArrayList<Point>(List.of(line.getFirst()));
        for (int i = 0; i + 1 < line.size(); i++) {
            double length = line.get(i).distanceTo(line.get(i + 1));
            double from = i == 0 ? 0 : ROUNDING;
            double to = length - (i + 2 == line.size() ? ARROW : ROUNDING);
            for (double at = from; at <= to; at += 5) {
                points.add(between(line.get(i), line.get(i + 1), at / length));
            }
        }
        return points;
    }

    /// Each stroke of the pen, and the outlines of what it fills.
    private static List<List<Point>> paintedLines(Glyph glyph) {
        var lines = new ArrayList<List<Point>>();
        for (Ink ink : glyph.full()) {
            if (ink instanceof Ink.Stroke(dev.wavetank.core.paint.Path path, Pen pen, int argb)) {
                path.trace(new Segments(lines));
            } else if (ink instanceof Ink.Fill(dev.wavetank.core.paint.Path path, int argb)) {
                path.trace(new Segments(lines)); // the head of an arrow
            }
        }
        return lines;
    }

    private static boolean isCrossed(Edge edge, List<Edge> all, Point point) {
        return all.stream()
                .filter(other -> other != edge && other.waypoints().size() > 1)
                .anyMatch(other -> Polyline.distance(other.waypoints(), point) < JUMP);
    }

    private static Point between(Point from, Point to, double share) {
        return new Point(from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
    }

    /// Takes the straight parts of a path.
    private static final class Segments implements dev.wavetank.core.paint.Path.Tracer {
        private final List<List<Point>> lines;
        private Point at = new Point(0, 0);

        Segments(List<List<Point>> lines) {
            this.lines = lines;
        }

        @Override
        public void move(double x, double y) {
            at = new Point(x, y);
        }

        @Override
        public void line(double x, double y) {
            Point to = new Point(x, y);
            lines.add(List.of(at, to));
            at = to;
        }

        @Override
        public void curve(double x1, double y1, double x2, double y2, double x, double y) {
            at = new Point(x, y);
        }

        @Override
        public void close() {}
    }

    /// The bracket of an annotation is only as wide as its arm; the bulge of a store's lid reaches out by its
    /// controls.
    private static Bounds expected(String kind, Bounds file, Bounds painted) {
        if (kind.equals("textAnnotation")) {
            return new Bounds(file.x(), file.y(), painted.width(), file.height());
        }
        if (kind.startsWith("dataStore")) {
            double lid = (painted.height() - file.height()) / 2;
            assertThat(lid).isBetween(-0.5, 4.0);
            return file.inflate(0).union(new Bounds(file.x(), file.y() - lid, file.width(), painted.height()));
        }
        return file;
    }

    private static boolean near(Bounds a, Bounds b) {
        return Math.abs(a.x() - b.x()) <= 0.5
                && Math.abs(a.y() - b.y()) <= 0.5
                && Math.abs(a.width() - b.width()) <= 0.5
                && Math.abs(a.height() - b.height()) <= 0.5;
    }
}
