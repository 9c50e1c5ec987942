package dev.wavetank.app.document;

import dev.wavetank.core.bpmn.Diagram;
import dev.wavetank.core.xml.DocumentException;

/// Documents for view-model tests.
public final class TestSessions {
    private TestSessions() {}

    /// The template that the demonstrations run.
    public static DocumentSession order() {
        return of("order.bpmn", """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
                  <process id="order" isExecutable="true">
                    <startEvent id="start" />
                    <sequenceFlow id="to_ship" sourceRef="start" targetRef="ship" />
                    <userTask id="ship" name="Ship" />
                  </process>
                </definitions>
                """);
    }

    public static DocumentSession of(String name, String bpmn) {
        try {
            Diagram diagram = Diagram.read(bpmn.getBytes());
            return DocumentSession.untitled(name, new Content(diagram, diagram));
        } catch (DocumentException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
