package dev.wavetank.core.bpmn.sample;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A BPMN file of any number of flow nodes, always the same for the same number: rows of start, tasks, gateways
/// and events with their flows, names and references, as large models have them. 5,000 nodes make about 3 MB.
public final class GeneratedDiagram {
    private static final int COLUMNS = 50;
    private static final int STEP_X = 150;
    private static final int STEP_Y = 160;
    private static final String[] TASKS = {"userTask", "serviceTask", "scriptTask", "task"};

    private final StringBuilder model = new StringBuilder();
    private final StringBuilder sheet = new StringBuilder();

    private GeneratedDiagram() {}

    /// The file's bytes.
    public static byte[] of(int nodes) {
        return new GeneratedDiagram().write(nodes).getBytes(StandardCharsets.UTF_8);
    }

    /// The id of the node with that number, from 0.
    public static String id(int node) {
        return "Node_" + node;
    }

    private String write(int nodes) {
        for (int i = 0; i < nodes; i++) {
            node(i, nodes);
        }
        for (int i = 0; i + 1 < nodes; i++) {
            if (i % COLUMNS != COLUMNS - 1) {
                flow(i, i + 1);
            }
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" \
                xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" \
                xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" \
                id="Definitions_generated" targetNamespace="http://wavetank.dev/generated">
                  <bpmn:process id="Process_generated" isExecutable="true">
                """ + model + """
                  </bpmn:process>
                  <bpmndi:BPMNDiagram id="Diagram_generated">
                    <bpmndi:BPMNPlane id="Plane_generated" bpmnElement="Process_generated">
                """ + sheet + """
                    </bpmndi:BPMNPlane>
                  </bpmndi:BPMNDiagram>
                </bpmn:definitions>
                """;
    }

    private void node(int i, int nodes) {
        int column = i % COLUMNS;
        boolean last = column == COLUMNS - 1 || i == nodes - 1;
        String type = column == 0
                ? "startEvent"
                : last ? "endEvent" : column % 5 == 4 ? "exclusiveGateway" : TASKS[i % TASKS.length];
        int width = type.endsWith("Event") ? 36 : type.endsWith("Gateway") ? 50 : 100;
        int height = type.endsWith("Event") ? 36 : type.endsWith("Gateway") ? 50 : 80;
        int x = 100 + column * STEP_X + (100 - width) / 2;
        int y = 100 + i / COLUMNS * STEP_Y + (80 - height) / 2;
        line(model, 4, "<bpmn:%s id=\"%s\" name=\"Step %d\">", type, id(i), i);
        if (column > 0) {
            line(model, 6, "<bpmn:incoming>Flow_%d_%d</bpmn:incoming>", i - 1, i);
        }
        if (!last) {
            line(model, 6, "<bpmn:outgoing>Flow_%d_%d</bpmn:outgoing>", i, i + 1);
        }
        line(model, 4, "</bpmn:%s>", type);
        line(sheet, 6, "<bpmndi:BPMNShape id=\"%s_di\" bpmnElement=\"%s\">", id(i), id(i));
        bounds(8, x, y, width, height);
        if (width < 100) {
            line(sheet, 8, "<bpmndi:BPMNLabel>");
            bounds(10, x - 10, y + height + 7, 60, 14);
            line(sheet, 8, "</bpmndi:BPMNLabel>");
        }
        line(sheet, 6, "</bpmndi:BPMNShape>");
    }

    private void flow(int from, int to) {
        String id = "Flow_" + from + "_" + to;
        line(model, 4, "<bpmn:sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\" />", id, id(from), id(to));
        int y = 140 + from / COLUMNS * STEP_Y;
        line(sheet, 6, "<bpmndi:BPMNEdge id=\"%s_di\" bpmnElement=\"%s\">", id, id);
        line(sheet, 8, "<di:waypoint x=\"%d\" y=\"%d\" />", right(from), y);
        line(sheet, 8, "<di:waypoint x=\"%d\" y=\"%d\" />", left(to), y);
        line(sheet, 6, "</bpmndi:BPMNEdge>");
    }

    private static int right(int node) {
        return 150 + node % COLUMNS * STEP_X + half(node);
    }

    private static int left(int node) {
        return 150 + node % COLUMNS * STEP_X - half(node);
    }

    private static int half(int node) {
        int column = node % COLUMNS;
        return column == 0 || column == COLUMNS - 1 ? 18 : column % 5 == 4 ? 25 : 50;
    }

    private void bounds(int indent, int x, int y, int width, int height) {
        line(sheet, indent, "<dc:Bounds x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" />", x, y, width, height);
    }

    private static void line(StringBuilder out, int indent, String format, Object... values) {
        out.append(" ".repeat(indent))
                .append(String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
