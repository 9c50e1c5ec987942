package dev.wavetank.cluster.api;

import java.util.List;

/// What became of a deployment.
public sealed interface DeployResult {
    /// @param definitions the processes of the file, with their new versions
    record Deployed(String deploymentId, List<ProcessDefinition> definitions) implements DeployResult {
        public Deployed {
            definitions = List.copyOf(definitions);
        }
    }

    /// The engine would not have it, for these reasons.
    record Rejected(List<Rejection> rejections) implements DeployResult {
        public Rejected {
            rejections = List.copyOf(rejections);
        }
    }

    /// @param code      stable, for example `flowable-servicetask-missing-implementation`
    /// @param elementId the BPMN element at fault, empty where the whole file is
    record Rejection(String code, String elementId, String message) {}
}
