package dev.wavetank.engine;

/// Small processes written in the tests that use them.
public final class Processes {
    private Processes() {}

    public static String definitions(String content) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                             xmlns:flowable="http://flowable.org/bpmn"
                             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
                %s
                </definitions>
                """.formatted(content);
    }

    /// A process `attack` of a start, this activity with the id `step`, and an end.
    public static String around(String activity) {
        return definitions("""
                <process id="attack" isExecutable="true">
                  <startEvent id="start"/>
                  <sequenceFlow id="f1" sourceRef="start" targetRef="step"/>
                  %s
                  <sequenceFlow id="f2" sourceRef="step" targetRef="end"/>
                  <endEvent id="end"/>
                </process>
                """.formatted(activity));
    }

    /// A process `attack` whose step evaluates an expression when the instance starts.
    public static String withExpression(String expression) {
        return around("<serviceTask id=\"step\" flowable:expression=\""
                + expression.replace("<", "&lt;").replace("\"", "&quot;") + "\"/>");
    }
}
