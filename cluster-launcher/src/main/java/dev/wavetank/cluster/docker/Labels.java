package dev.wavetank.cluster.docker;

import dev.wavetank.cluster.runtime.ClusterRecord;
import dev.wavetank.cluster.runtime.Fingerprint;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// The marks on every object of ours in the Docker engine.
final class Labels {
    static final String CLUSTER = "dev.wavetank.cluster";
    static final String NODE = "dev.wavetank.node";
    static final String RUN = "dev.wavetank.run";

    /// Tells the objects of this user and state folder from those of others who share the engine: only ours
    /// are swept.
    static final String HOME = "dev.wavetank.home";

    private Labels() {}

    static String home(Path clusters) {
        return new Fingerprint()
                .add(System.getProperty("user.name"))
                .add(clusters.toAbsolutePath().toString())
                .value();
    }

    static Map<String, String> of(ClusterRecord record, String home) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(CLUSTER, record.plan().id());
        labels.put(HOME, home);
        labels.put(RUN, record.owner().pid() + "-" + record.owner().start().toEpochMilli());
        return labels;
    }

    static Map<String, String> of(ClusterRecord record, String home, String node) {
        Map<String, String> labels = of(record, home);
        labels.put(NODE, node);
        return labels;
    }
}
