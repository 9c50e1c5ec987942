package dev.wavetank.core.bpmn;

/// The namespaces of BPMN 2.0 files and of the extensions this product knows.
public final class Namespaces {
    public static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public static final String BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI";
    public static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
    public static final String DI = "http://www.omg.org/spec/DD/20100524/DI";
    public static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    /// The colours of bpmn.io's tools.
    public static final String BIOC = "http://bpmn.io/schema/bpmn/biocolor/1.0";
    /// The colours of "BPMN in Color", the OMG's extension.
    public static final String COLOR = "http://www.omg.org/spec/BPMN/non-normative/color/1.0";

    public static final String FLOWABLE = "http://flowable.org/bpmn";
    public static final String ACTIVITI = "http://activiti.org/bpmn";
    public static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    public static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";

    private Namespaces() {}
}
