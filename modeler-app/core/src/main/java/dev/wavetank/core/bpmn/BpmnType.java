package dev.wavetank.core.bpmn;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The kinds of BPMN 2.0 elements that are objects of their own in a diagram, by their local name in the file.
///
/// What merely describes another element (documentation, conditions, event definitions inside an event,
/// `incoming`) is part of that element and has no type here.
public enum BpmnType {
    DEFINITIONS("definitions", Family.ROOT),
    PROCESS("process", Family.ROOT),
    COLLABORATION("collaboration", Family.ROOT),
    CHOREOGRAPHY("choreography", Family.ROOT),
    GLOBAL_CONVERSATION("globalConversation", Family.ROOT),
    GLOBAL_TASK("globalTask", Family.ROOT),
    GLOBAL_USER_TASK("globalUserTask", Family.ROOT),
    GLOBAL_SCRIPT_TASK("globalScriptTask", Family.ROOT),
    GLOBAL_MANUAL_TASK("globalManualTask", Family.ROOT),
    GLOBAL_BUSINESS_RULE_TASK("globalBusinessRuleTask", Family.ROOT),
    MESSAGE("message", Family.ROOT),
    SIGNAL("signal", Family.ROOT),
    ERROR("error", Family.ROOT),
    ESCALATION("escalation", Family.ROOT),
    ITEM_DEFINITION("itemDefinition", Family.ROOT),
    INTERFACE("interface", Family.ROOT),
    RESOURCE("resource", Family.ROOT),
    CATEGORY("category", Family.ROOT),
    CATEGORY_VALUE("categoryValue", Family.ROOT),

    PARTICIPANT("participant", Family.SWIMLANE),
    LANE_SET("laneSet", Family.SWIMLANE),
    CHILD_LANE_SET("childLaneSet", Family.SWIMLANE),
    LANE("lane", Family.SWIMLANE),

    TASK("task", Family.TASK),
    USER_TASK("userTask", Family.TASK),
    SERVICE_TASK("serviceTask", Family.TASK),
    SCRIPT_TASK("scriptTask", Family.TASK),
    SEND_TASK("sendTask", Family.TASK),
    RECEIVE_TASK("receiveTask", Family.TASK),
    MANUAL_TASK("manualTask", Family.TASK),
    BUSINESS_RULE_TASK("businessRuleTask", Family.TASK),
    CHOREOGRAPHY_TASK("choreographyTask", Family.TASK),

    CALL_ACTIVITY("callActivity", Family.ACTIVITY),
    CALL_CHOREOGRAPHY("callChoreography", Family.ACTIVITY),
    SUB_PROCESS("subProcess", Family.SUB_PROCESS),
    TRANSACTION("transaction", Family.SUB_PROCESS),
    AD_HOC_SUB_PROCESS("adHocSubProcess", Family.SUB_PROCESS),
    SUB_CHOREOGRAPHY("subChoreography", Family.SUB_PROCESS),

    START_EVENT("startEvent", Family.EVENT),
    END_EVENT("endEvent", Family.EVENT),
    INTERMEDIATE_CATCH_EVENT("intermediateCatchEvent", Family.EVENT),
    INTERMEDIATE_THROW_EVENT("intermediateThrowEvent", Family.EVENT),
    IMPLICIT_THROW_EVENT("implicitThrowEvent", Family.EVENT),
    BOUNDARY_EVENT("boundaryEvent", Family.EVENT),

    EXCLUSIVE_GATEWAY("exclusiveGateway", Family.GATEWAY),
    PARALLEL_GATEWAY("parallelGateway", Family.GATEWAY),
    INCLUSIVE_GATEWAY("inclusiveGateway", Family.GATEWAY),
    COMPLEX_GATEWAY("complexGateway", Family.GATEWAY),
    EVENT_BASED_GATEWAY("eventBasedGateway", Family.GATEWAY),

    DATA_OBJECT("dataObject", Family.DATA),
    DATA_OBJECT_REFERENCE("dataObjectReference", Family.DATA),
    DATA_STORE("dataStore", Family.DATA),
    DATA_STORE_REFERENCE("dataStoreReference", Family.DATA),
    IO_SPECIFICATION("ioSpecification", Family.DATA),
    DATA_INPUT("dataInput", Family.DATA),
    DATA_OUTPUT("dataOutput", Family.DATA),
    PROPERTY("property", Family.DATA),

    TEXT_ANNOTATION("textAnnotation", Family.ARTIFACT),
    GROUP("group", Family.ARTIFACT),

    SEQUENCE_FLOW("sequenceFlow", Family.CONNECTION),
    MESSAGE_FLOW("messageFlow", Family.CONNECTION),
    ASSOCIATION("association", Family.CONNECTION),
    DATA_INPUT_ASSOCIATION("dataInputAssociation", Family.CONNECTION),
    DATA_OUTPUT_ASSOCIATION("dataOutputAssociation", Family.CONNECTION),
    CONVERSATION_LINK("conversationLink", Family.CONNECTION),

    CONVERSATION("conversation", Family.CONVERSATION),
    SUB_CONVERSATION("subConversation", Family.CONVERSATION),
    CALL_CONVERSATION("callConversation", Family.CONVERSATION),

    /// A BPMN shape or edge that refers to nothing in the file.
    UNKNOWN("", Family.ROOT);

    private enum Family {
        ROOT,
        SWIMLANE,
        TASK,
        ACTIVITY,
        SUB_PROCESS,
        EVENT,
        GATEWAY,
        DATA,
        ARTIFACT,
        CONNECTION,
        CONVERSATION
    }

    private static final Map<String, BpmnType> BY_NAME = Arrays.stream(values())
            .filter(type -> type != UNKNOWN)
            .collect(Collectors.toUnmodifiableMap(BpmnType::localName, Function.identity()));

    private final String localName;
    private final Family family;

    BpmnType(String localName, Family family) {
        this.localName = localName;
        this.family = family;
    }

    /// The type of that local name, `UNKNOWN` if it is not an object of its own.
    public static BpmnType of(String localName) {
        return BY_NAME.getOrDefault(localName, UNKNOWN);
    }

    /// The element's name in the BPMN namespace, such as `userTask`.
    public String localName() {
        return localName;
    }

    /// One of the tasks; a call activity is an activity, not a task.
    public boolean isTask() {
        return family == Family.TASK;
    }

    public boolean isSubProcess() {
        return family == Family.SUB_PROCESS;
    }

    /// A task, a call activity or a sub-process of any kind.
    public boolean isActivity() {
        return isTask() || isSubProcess() || family == Family.ACTIVITY;
    }

    public boolean isEvent() {
        return family == Family.EVENT;
    }

    /// An event that waits for its trigger rather than raising it.
    public boolean isCatchEvent() {
        return this == START_EVENT || this == INTERMEDIATE_CATCH_EVENT || this == BOUNDARY_EVENT;
    }

    public boolean isThrowEvent() {
        return isEvent() && !isCatchEvent();
    }

    public boolean isGateway() {
        return family == Family.GATEWAY;
    }

    /// What a sequence flow may begin or end at.
    public boolean isFlowNode() {
        return isActivity() || isEvent() || isGateway();
    }

    /// What other elements are drawn inside of: pools, lanes, sub-processes and the processes themselves.
    public boolean isContainer() {
        return isSubProcess() || isSwimlane() || this == PROCESS || this == COLLABORATION;
    }

    /// What holds flow elements in the file: a process or a sub-process.
    public boolean isFlowElementsContainer() {
        return this == PROCESS || isSubProcess();
    }

    /// A pool or a lane.
    public boolean isSwimlane() {
        return this == PARTICIPANT || this == LANE;
    }

    public boolean isData() {
        return family == Family.DATA;
    }

    public boolean isArtifact() {
        return family == Family.ARTIFACT;
    }

    public boolean isConnection() {
        return family == Family.CONNECTION;
    }

    public boolean isDataAssociation() {
        return this == DATA_INPUT_ASSOCIATION || this == DATA_OUTPUT_ASSOCIATION;
    }

    /// Events, gateways and data carry their name beside them, as do all connections.
    public boolean hasExternalLabel() {
        return isEvent()
                || isGateway()
                || this == DATA_OBJECT_REFERENCE
                || this == DATA_STORE_REFERENCE
                || this == DATA_INPUT
                || this == DATA_OUTPUT
                || this == GROUP
                || isConnection();
    }
}
