package dev.wavetank.engine.flowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.engine.tenant.Caller;
import dev.wavetank.engine.web.JsonView;
import java.util.Locale;

/// What a deployed file is, by its name: the engine goes by that too.
public enum ResourceKind {
    PROCESS,
    DECISION,
    OTHER;

    private static final String DEPLOYMENTS = "/repository/deployments/";

    public static ResourceKind of(String name) {
        if (name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml")) return PROCESS;
        return name.endsWith(".dmn") ? DECISION : OTHER;
    }

    public static String mediaType(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (lower.substring(lower.lastIndexOf('.') + 1)) {
            case "png" -> "image/png";
            case "txt" -> "text/plain";
            case "xml", "bpmn", "cmmn", "dmn" -> "text/xml";
            case "app", "event", "form", "channel" -> "application/json";
            default -> "application/octet-stream";
        };
    }

    static ObjectNode view(Caller caller, String deployment, String name) {
        return new JsonView()
                .put("id", name)
                .put("url", caller.link(DEPLOYMENTS, deployment + "/resources/" + name))
                .put("contentUrl", caller.link(DEPLOYMENTS, deployment + "/resourcedata/" + name))
                .put("mediaType", mediaType(name))
                .put("type", of(name) == PROCESS ? "processDefinition" : "resource")
                .build();
    }
}
