package dev.wavetank.core.paint;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.Namespaces;
import dev.wavetank.core.xml.DocumentException;
import java.nio.charset.StandardCharsets;

/// A generated process of any size with its drawing: rows of tasks, gateways and events of all kinds, each row
/// a chain.
final class LargeModel {
    private static final int COLUMNS = 100;
    private static final String[] KINDS = {
        "userTask", "serviceTask", "exclusiveGateway", "scriptTask", "intermediateCatchEvent", "task", "parallelGateway"
    };

    private LargeModel() {}

    static Diagram of(int nodes) throws DocumentException {
        return Diagram.read(xml(nodes).getBytes(StandardCharsets.UTF_8));
    }

    static String xml(int nodes) {
        var process = new StringBuilder();
        var plane = new StringBuilder();
        for (int i = 0; i < nodes; i++) {
            String kind = KINDS[i % KINDS.length];
            boolean round = kind.endsWith("Event");
            boolean diamond = kind.endsWith("Gateway");
            double size = round ? 36 : diamond ? 50 : 100;
            double height = round ? 36 : diamond ? 50 : 80;
            double x = i % COLUMNS * 160.0 + 50 - size / 2;
            double y = Math.floorDiv(i, COLUMNS) * 140.0 + 40 - height / 2;
            String inside = round ? "<timerEventDefinition/>" : "";
            process.append("<%s id='n%d' name='%s %d of many'>%s</%s>".formatted(kind, i, name(kind), i, inside, kind));
            plane.append(
                    "<di:BPMNShape id='s%d' bpmnElement='n%d'><dc:Bounds x='%s' y='%s' width='%s' height='%s'/></di:BPMNShape>"
                            .formatted(i, i, x, y, size, height));
            if (i % COLUMNS > 0) {
                process.append("<sequenceFlow id='f%d' sourceRef='n%d' targetRef='n%d'/>".formatted(i, i - 1, i));
                double from = (i - 1) % COLUMNS * 160.0 + 50 + half(i - 1);
                double line = Math.floorDiv(i, COLUMNS) * 140.0 + 40;
                plane.append(
                        "<di:BPMNEdge id='e%d' bpmnElement='f%d'><w:waypoint x='%s' y='%s'/><w:waypoint x='%s' y='%s'/></di:BPMNEdge>"
                                .formatted(i, i, from, line, x, line));
            }
        }
        return "<definitions xmlns='%s' xmlns:di='%s' xmlns:dc='%s' xmlns:w='%s'><process id='p'>%s</process>"
                        .formatted(Namespaces.BPMN, Namespaces.BPMNDI, Namespaces.DC, Namespaces.DI, process)
                + "<di:BPMNDiagram id='d'><di:BPMNPlane bpmnElement='p'>" + plane
                + "</di:BPMNPlane></di:BPMNDiagram></definitions>";
    }

    private static double half(int node) {
        String kind = KINDS[node % KINDS.length];
        return kind.endsWith("Event") ? 18 : kind.endsWith("Gateway") ? 25 : 50;
    }

    private static String name(String kind) {
        return kind.endsWith("Gateway") ? "Choice" : kind.endsWith("Event") ? "Wait" : "Do the work";
    }
}
