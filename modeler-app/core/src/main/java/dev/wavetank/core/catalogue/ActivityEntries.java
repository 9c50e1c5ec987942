package dev.wavetank.core.catalogue;

import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.edit.command.FlowableParts;
import dev.wavetank.core.edit.command.NodeKind;
import java.util.List;
import java.util.Map;

/// All activities: the tasks of BPMN, those that only the engine knows, and sub-processes.
final class ActivityEntries {
    private static final FlowableParts.Element EVENT_TYPE =
            new FlowableParts.Element("eventType", Map.of(), List.of(), "");

    private ActivityEntries() {}

    static List<Entry> all() {
        return List.of(
                task("task", BpmnType.TASK),
                task("user-task", BpmnType.USER_TASK),
                task("service-task", BpmnType.SERVICE_TASK),
                task("script-task", BpmnType.SCRIPT_TASK),
                task("send-task", BpmnType.SEND_TASK),
                task("receive-task", BpmnType.RECEIVE_TASK),
                task("manual-task", BpmnType.MANUAL_TASK),
                task("business-rule-task", BpmnType.BUSINESS_RULE_TASK),
                task("call-activity", BpmnType.CALL_ACTIVITY),
                new Entry(
                        "call-activity-open",
                        Category.TASKS,
                        NodeKind.of(BpmnType.CALL_ACTIVITY).asExpanded(),
                        false),
                engine("http-task", FlowableParts.task("http", Map.of("requestMethod", "GET", "requestUrl", ""))),
                engine("mail-task", FlowableParts.task("mail", Map.of("to", "", "subject", "", "text", ""))),
                engine(
                        "external-worker-task",
                        FlowableParts.task("external-worker", Map.of()).with("topic", "")),
                engine("decision-task", FlowableParts.task("dmn", Map.of("decisionTableReferenceKey", ""))),
                engine(
                        "send-event-task",
                        FlowableParts.task("send-event", Map.of()).with(EVENT_TYPE)),
                new Entry(
                        "receive-event-task",
                        Category.ENGINE_TASKS,
                        NodeKind.of(BpmnType.RECEIVE_TASK).with(FlowableParts.NONE.with(EVENT_TYPE)),
                        false),
                engine("camel-task", FlowableParts.task("camel", Map.of())),
                engine(
                        "mule-task",
                        FlowableParts.task(
                                "mule", Map.of("endpointUrl", "", "language", "juel", "payloadExpression", ""))),
                new Entry(
                        "shell-task",
                        Category.ENGINE_TASKS,
                        NodeKind.of(BpmnType.SERVICE_TASK).with(FlowableParts.task("shell", Map.of("command", ""))),
                        true),
                subProcess("sub-process", NodeKind.of(BpmnType.SUB_PROCESS).asExpanded()),
                subProcess("sub-process-collapsed", NodeKind.of(BpmnType.SUB_PROCESS)),
                subProcess("event-sub-process", NodeKind.eventSubProcess().asExpanded()),
                subProcess("transaction", NodeKind.of(BpmnType.TRANSACTION).asExpanded()),
                subProcess(
                        "ad-hoc-sub-process",
                        NodeKind.of(BpmnType.AD_HOC_SUB_PROCESS).asExpanded()));
    }

    private static Entry task(String id, BpmnType type) {
        return new Entry(id, Category.TASKS, NodeKind.of(type), false);
    }

    private static Entry engine(String id, FlowableParts parts) {
        return new Entry(
                id, Category.ENGINE_TASKS, NodeKind.of(BpmnType.SERVICE_TASK).with(parts), false);
    }

    private static Entry subProcess(String id, NodeKind kind) {
        return new Entry(id, Category.SUB_PROCESSES, kind, false);
    }
}
