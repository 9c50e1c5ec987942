package dev.wavetank.app.document;

import dev.wavetank.cluster.api.ProcessDefinition;
import java.util.List;

/// Where a document runs: the tenant it was deployed to and its processes there. The live counts on the diagram
/// follow it.
public record Deployment(String tenant, List<ProcessDefinition> definitions) {
    public Deployment {
        definitions = List.copyOf(definitions);
    }
}
