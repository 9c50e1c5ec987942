package dev.wavetank.core.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.bpmn.ElementId;
import dev.wavetank.core.geometry.Bounds;
import dev.wavetank.core.layout.LayoutResult.PlacedPlane;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Groups are laid around what belongs to them, and names of message flows stand apart.
class GroupsAndNamesTest {
    private static final String GROUP = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"
                xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" id="d" targetNamespace="t">
              <category id="c"><categoryValue id="cv" value="Checks"/></category>
              <process id="p">
                <startEvent id="a"/><sequenceFlow id="f1" sourceRef="a" targetRef="b"/>
                <task id="b">%1$s</task><sequenceFlow id="f2" sourceRef="b" targetRef="c1"/>
                <task id="c1">%1$s</task><sequenceFlow id="f3" sourceRef="c1" targetRef="e"/>
                <endEvent id="e"/>
                <group id="g" categoryValueRef="cv"/>
              </process>
              %2$s
            </definitions>
            """;

    @Test
    void aGroupIsLaidAroundTheElementsOfItsCategory() throws Exception {
        PlacedPlane plane = layout(GROUP.formatted("<categoryValueRef>cv</categoryValueRef>", ""));

        assertThatTheGroupHolds(plane);
    }

    @Test
    void aGroupIsLaidAroundWhatStoodInsideItBefore() throws Exception {
        PlacedPlane plane = layout(GROUP.formatted("", """
                <di:BPMNDiagram id="dd"><di:BPMNPlane id="pl" bpmnElement="p">
                  <di:BPMNShape id="s1" bpmnElement="a"><dc:Bounds x="0" y="30" width="36" height="36"/></di:BPMNShape>
                  <di:BPMNShape id="s2" bpmnElement="b"><dc:Bounds x="100" y="0" width="100" height="80"/></di:BPMNShape>
                  <di:BPMNShape id="s3" bpmnElement="c1"><dc:Bounds x="250" y="0" width="100" height="80"/></di:BPMNShape>
                  <di:BPMNShape id="s4" bpmnElement="e"><dc:Bounds x="400" y="30" width="36" height="36"/></di:BPMNShape>
                  <di:BPMNShape id="s5" bpmnElement="g"><dc:Bounds x="80" y="-20" width="290" height="120"/></di:BPMNShape>
                </di:BPMNPlane></di:BPMNDiagram>"""));

        assertThatTheGroupHolds(plane);
    }

    private static void assertThatTheGroupHolds(PlacedPlane plane) {
        Bounds group = shape(plane, "g");
        assertThat(group.contains(shape(plane, "b"))).isTrue();
        assertThat(group.contains(shape(plane, "c1"))).isTrue();
        assertThat(group.intersects(shape(plane, "a"))).isFalse();
        assertThat(group.intersects(shape(plane, "e"))).isFalse();
    }

    @Test
    void namesOfMessageFlowsStandApart() throws Exception {
        var elements = new StringBuilder();
        var other = new StringBuilder();
        var flows = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            elements.append("<task id='a%1$d'/><sequenceFlow id='s%1$d' sourceRef='a%1$d' targetRef='a%2$d'/>"
                    .formatted(i, i + 1));
            other.append("<task id='b%1$d'/><sequenceFlow id='t%1$d' sourceRef='b%1$d' targetRef='b%2$d'/>"
                    .formatted(i, i + 1));
            flows.append(
                    "<messageFlow id='m%1$d' name='The answer to question number %1$d' sourceRef='a%1$d' targetRef='b%2$d'/>"
                            .formatted(i, 5 - i));
        }
        PlacedPlane plane = layout("""
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
                  <collaboration id="c"><participant id="p1" processRef="p"/><participant id="p2" processRef="q"/>%s
                  </collaboration>
                  <process id="p">%s<task id="a6"/></process><process id="q">%s<task id="b6"/></process>
                </definitions>""".formatted(flows, elements, other));

        List<Bounds> names = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            names.add(plane.labels().get(new ElementId("m" + i)));
        }
        for (Bounds one : names) {
            assertThat(names)
                    .filteredOn(name -> name != one && name.intersects(one))
                    .isEmpty();
            assertThat(plane.shapes().keySet())
                    .filteredOn(id -> id.value().matches("[ab]\\d"))
                    .noneMatch(id -> plane.shapes().get(id).intersects(one));
        }
    }

    private static PlacedPlane layout(String text) throws Exception {
        return new AutoLayout()
                .layout(Diagram.read(text.getBytes(StandardCharsets.UTF_8)))
                .placed()
                .getFirst();
    }

    private static Bounds shape(PlacedPlane plane, String id) {
        return plane.shapes().get(new ElementId(id));
    }
}
