package dev.wavetank.cluster.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wavetank.cluster.api.DeployResult;
import java.util.List;

/// A refused deployment: a problem document, with the single reasons in `rejections` where there are several.
final class Rejections {
    private Rejections() {}

    static DeployResult.Rejected of(JsonNode problem) {
        List<DeployResult.Rejection> reasons = Answers.list(problem.path("rejections"), Rejections::reason);
        return new DeployResult.Rejected(reasons.isEmpty() ? List.of(reason(problem)) : reasons);
    }

    private static DeployResult.Rejection reason(JsonNode node) {
        String code = Json.text(node, "code");
        if (code.isEmpty()) code = Json.text(node, "type").replaceFirst("^urn:wavetank:", "");
        String message = Json.text(node, "message");
        if (message.isEmpty()) message = Json.text(node, "detail");
        if (message.isEmpty()) message = "The engine refused the file without a reason.";
        return new DeployResult.Rejection(code, Json.text(node, "elementId"), message);
    }
}
