package dev.wavetank.core.layout;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.bpmn.Plane;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.geometry.Point;
import dev.wavetank.core.layout.LayoutResult.PlacedPlane;
import dev.wavetank.core.xml.DocumentException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Writes places as BPMN diagram interchange.
final class LayoutXml {
    private LayoutXml() {}

    static List<Plane> planes(LayoutResult result) {
        String xml = "<bpmn:definitions xmlns:bpmn=\"" + Namespaces.BPMN + "\">" + write(result, "\n", " ", true)
                + "</bpmn:definitions>";
        try {
            return Diagram.read(xml.getBytes(StandardCharsets.UTF_8)).planes();
        } catch (DocumentException e) {
            throw new IllegalStateException("the layout wrote what the reader refuses", e);
        }
    }

    static String write(LayoutResult result, String newline, String indent, boolean synthetic) {
        var out = new StringBuilder();
        for (PlacedPlane plane : result.placed()) {
            new Writer(out, newline, indent, synthetic).plane(plane);
        }
        return out.toString();
    }

    private record Writer(StringBuilder out, String newline, String indent, boolean synthetic) {
        void plane(PlacedPlane plane) {
            String id = escape(plane.element().value());
            line(
                    1,
                    "<bpmndi:BPMNDiagram xmlns:bpmndi=\"%s\" xmlns:dc=\"%s\" xmlns:di=\"%s\" id=\"%s_diagram\">"
                            .formatted(Namespaces.BPMNDI, Namespaces.DC, Namespaces.DI, id));
            line(2, "<bpmndi:BPMNPlane id=\"%s_plane\" bpmnElement=\"%s\">".formatted(id, id));
            plane.shapes().forEach((element, bounds) -> shape(plane, element, bounds));
            plane.edges().forEach((element, way) -> edge(plane, element, way));
            line(2, "</bpmndi:BPMNPlane>");
            line(1, "</bpmndi:BPMNDiagram>");
        }

        private void shape(PlacedPlane plane, ElementId element, Bounds bounds) {
            if (element.isSynthetic() && !synthetic) {
                return;
            }
            String id = escape(element.value());
            var flags = new StringBuilder();
            plane.flags()
                    .getOrDefault(element, Map.of())
                    .forEach((name, value) -> flags.append(' ')
                            .append(name)
                            .append("=\"")
                            .append(value)
                            .append('"'));
            line(3, "<bpmndi:BPMNShape id=\"%s_di\" bpmnElement=\"%s\"%s>".formatted(id, id, flags));
            bounds(4, bounds);
            label(plane, element);
            line(3, "</bpmndi:BPMNShape>");
        }

        private void edge(PlacedPlane plane, ElementId element, List<Point> way) {
            if (element.isSynthetic() && !synthetic) {
                return;
            }
            String id = escape(element.value());
            line(3, "<bpmndi:BPMNEdge id=\"%s_di\" bpmnElement=\"%s\">".formatted(id, id));
            for (Point point : way) {
                line(4, "<di:waypoint x=\"%s\" y=\"%s\" />".formatted(number(point.x()), number(point.y())));
            }
            label(plane, element);
            line(3, "</bpmndi:BPMNEdge>");
        }

        private void label(PlacedPlane plane, ElementId element) {
            Bounds bounds = plane.labels().get(element);
            if (bounds != null) {
                line(4, "<bpmndi:BPMNLabel>");
                bounds(5, bounds);
                line(4, "</bpmndi:BPMNLabel>");
            }
        }

        private void bounds(int depth, Bounds b) {
            line(
                    depth,
                    "<dc:Bounds x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" />"
                            .formatted(number(b.x()), number(b.y()), number(b.width()), number(b.height())));
        }

        private void line(int depth, String text) {
            out.append(newline).append(indent.repeat(depth)).append(text);
        }

        /// Half units at most.
        private static String number(double value) {
            long halves = Math.round(value * 2);
            return halves % 2 == 0 ? Long.toString(halves / 2) : Double.toString(halves / 2.0);
        }

        private static String escape(String text) {
            return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        }
    }
}
