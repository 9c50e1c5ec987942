package dev.wavetank.app.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wavetank.core.validation.Finding;
import java.util.List;
import java.util.Locale;

/// Findings for programs: a list of files, each with `file`, `readable`, `findings` (`code`, `severity`,
/// `element`, `message`) and, where it was not readable, `refusal`.
final class FindingsJson {
    private static final JsonMapper JSON = new JsonMapper();

    private FindingsJson() {}

    static String write(List<CheckedFile> files) {
        ArrayNode list = JSON.createArrayNode();
        for (CheckedFile file : files) {
            ObjectNode node = list.addObject();
            node.put("file", file.file().toString());
            node.put("readable", file.refusal().isEmpty());
            file.refusal().ifPresent(refusal -> node.put("refusal", refusal));
            ArrayNode findings = node.putArray("findings");
            file.findings().forEach(finding -> write(finding, findings.addObject()));
        }
        return list.toPrettyString();
    }

    private static void write(Finding finding, ObjectNode node) {
        node.put("code", finding.code());
        node.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        finding.element().ifPresent(id -> node.put("element", id.value()));
        node.put("message", finding.message());
    }
}
