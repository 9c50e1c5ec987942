package dev.wavetank.core.paint.notation;

import dev.wavetank.core.bpmn.BpmnElement;
import dev.wavetank.core.bpmn.BpmnType;
import dev.wavetank.core.bpmn.Namespaces;
import java.util.Optional;

/// The icon of a task: that of its type, or of the kind of work that an engine's attribute makes of a service
/// task.
final class TaskIcons {
    private TaskIcons() {}

    static Optional<String> of(BpmnElement task) {
        return switch (task.type()) {
            case USER_TASK -> Optional.of("user");
            case SERVICE_TASK -> Optional.of(kind(task).orElse("service"));
            case SCRIPT_TASK -> Optional.of("script");
            case SEND_TASK -> Optional.of(kind(task).filter("mail"::equals).orElse("send"));
            case RECEIVE_TASK -> Optional.of(task.isInstantiating() ? "receive-start" : "receive");
            case MANUAL_TASK -> Optional.of("manual");
            case BUSINESS_RULE_TASK -> Optional.of("business-rule");
            default -> Optional.empty();
        };
    }

    static boolean isGlobal(BpmnType type) {
        return type == BpmnType.GLOBAL_TASK || global(type).isPresent();
    }

    /// The icon that a call activity shows if it calls a global task of this type.
    static Optional<String> global(BpmnType type) {
        return switch (type) {
            case GLOBAL_USER_TASK -> Optional.of("user");
            case GLOBAL_SCRIPT_TASK -> Optional.of("script");
            case GLOBAL_MANUAL_TASK -> Optional.of("manual");
            case GLOBAL_BUSINESS_RULE_TASK -> Optional.of("business-rule");
            default -> Optional.empty();
        };
    }

    private static Optional<String> kind(BpmnElement task) {
        return task.attribute(Namespaces.FLOWABLE, "type")
                .or(() -> task.attribute(Namespaces.ACTIVITI, "type"))
                .or(() -> task.attribute(Namespaces.CAMUNDA, "type"))
                .map(type -> switch (type) {
                    case "dmn" -> "decision";
                    case "external" -> "external-worker";
                    case "http", "mail", "external-worker", "shell", "case", "send-event", "camel" -> type;
                    default -> "service";
                });
    }
}
