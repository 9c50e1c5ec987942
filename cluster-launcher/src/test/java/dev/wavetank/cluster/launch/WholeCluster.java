package dev.wavetank.cluster.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetank.cluster.api.CancelToken;
import dev.wavetank.cluster.api.Cluster;
import dev.wavetank.cluster.api.ClusterEvent;
import dev.wavetank.cluster.api.ClusterException;
import dev.wavetank.cluster.api.ClusterLauncher;
import dev.wavetank.cluster.api.ClusterSpec;
import dev.wavetank.cluster.api.Clusters;
import dev.wavetank.cluster.api.DeployResult;
import dev.wavetank.cluster.api.Fault;
import dev.wavetank.cluster.api.Gateway;
import dev.wavetank.cluster.api.Healing;
import dev.wavetank.cluster.api.InstanceQuery;
import dev.wavetank.cluster.api.LauncherSettings;
import dev.wavetank.cluster.api.NodeCondition;
import dev.wavetank.cluster.api.NodeState;
import dev.wavetank.cluster.api.Progress;
import dev.wavetank.cluster.api.RuntimeKind;
import dev.wavetank.cluster.api.StartInstance;
import dev.wavetank.cluster.api.TaskQuery;
import dev.wavetank.cluster.api.UserTask;
import dev.wavetank.cluster.client.Trust;
import dev.wavetank.cluster.runtime.NodeProgram;
import dev.wavetank.cluster.testing.Eventually;
import dev.wavetank.engine.api.ElementCount;
import dev.wavetank.engine.api.EventType;
import dev.wavetank.engine.api.LedgerEntry;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The real node program, a whole cluster, a process from deployment to its end, with an engine and the leading
/// gateway killed on the way.
abstract class WholeCluster {
    private static final String TENANT = "acme";
    private static final String KEY = "whole";
    private static final int INSTANCES = 20;

    abstract RuntimeKind runtime();

    abstract LauncherSettings settings();

    @BeforeEach
    void theNodeProgramIsBuilt() {
        assertThat(nodeProgramIsThere())
                .as("engine-node is built: run mvn package -pl engine-node/node -am -DskipTests first")
                .isTrue();
    }

    private boolean nodeProgramIsThere() {
        try {
            return !NodeProgram.find(settings()).jars().isEmpty();
        } catch (ClusterException missing) {
            return false;
        }
    }

    @Test
    void aProcessRunsToItsEndThoughAnEngineAndTheLeaderAreKilled() throws Exception {
        ClusterLauncher launcher = Clusters.launcher(settings());
        try (Cluster cluster =
                launcher.start(ClusterSpec.DEFAULT.withName("whole"), runtime(), Progress.NONE, CancelToken.never())) {
            Gateway gateway = cluster.gateway();
            List<ClusterEvent> events = new CopyOnWriteArrayList<>();
            var subscription = cluster.subscribe(events::add);
            assertThat(gateway.createTenant(TENANT).apiKey()).isNotEmpty();
            assertThat(gateway.createTenant(TENANT).apiKey())
                    .as("a key is told once")
                    .isEmpty();
            assertThat(gateway.tenants()).contains(TENANT);
            String definition = deploy(gateway);

            for (int i = 0; i < INSTANCES; i++) start(gateway, i);
            Healing engine = cluster.inject(new Fault.Kill("engine-1"));
            start(gateway, 0);

            Eventually.hold(
                    "every instance waits at its task",
                    () -> gateway.tasks(tasks()).total() == INSTANCES);
            Eventually.hold("the leader is seen", () -> leader(cluster).isPresent());
            String leader = leader(cluster).orElseThrow();
            Healing lostLeader = cluster.inject(new Fault.Kill(leader));
            for (UserTask task : gateway.tasks(tasks()).items()) {
                gateway.completeTask(task.id(), Map.of("granted", true), TENANT);
            }
            Eventually.hold(
                    "every instance has ended",
                    () -> gateway.history(InstanceQuery.of(TENANT, KEY).withFinished(true))
                                    .total()
                            == INSTANCES);

            assertThat(gateway.instances(InstanceQuery.of(TENANT, KEY)).items()).isEmpty();
            List<LedgerEntry> effects = gateway.ledger(KEY, TENANT, 0, 1000).stream()
                    .filter(entry -> !entry.attempt())
                    .toList();
            assertThat(effects)
                    .extracting(LedgerEntry::businessKey)
                    .doesNotHaveDuplicates()
                    .hasSize(INSTANCES);
            assertThat(gateway.counts(definition)).contains(new ElementCount("finish", 0, INSTANCES, 0));
            assertThat(gateway.counts(KEY, TENANT)).containsExactlyInAnyOrderElementsOf(gateway.counts(definition));
            Eventually.hold("ends are heard", () -> events.stream().anyMatch(WholeCluster::isInstanceEnd));
            engine.heal();
            lostLeader.heal();
            Eventually.hold(
                    "all nodes are ready and one leads",
                    () -> cluster.nodes().stream().allMatch(node -> node.condition() == NodeCondition.READY)
                            && leader(cluster).isPresent());
            subscription.close();
        }
    }

    @Test
    void overTlsAFileThatTheEngineRefusesIsAResultWithReasonsAndNoSecretIsTold() throws Exception {
        ClusterLauncher launcher = Clusters.launcher(settings());
        ClusterSpec spec = ClusterSpec.DEFAULT
                .withName("whole")
                .withGateways(1)
                .withEngines(1)
                .withTls(true);
        try (Cluster cluster = launcher.start(spec, runtime(), Progress.NONE, CancelToken.never())) {
            Gateway gateway = cluster.gateway();
            assertThat(gateway.createTenant(TENANT).tenant()).isEqualTo(TENANT);
            String broken = new String(file()).replace("${ledger}", "${nobodyKnowsThis}");

            DeployResult result = gateway.deploy(
                    broken.replace("targetRef=\"work\"", "targetRef=\"nowhere\"")
                            .getBytes(),
                    "broken.bpmn",
                    TENANT);

            assertThat(result)
                    .isInstanceOfSatisfying(
                            DeployResult.Rejected.class,
                            rejected -> assertThat(rejected.rejections())
                                    .isNotEmpty()
                                    .allMatch(reason -> !reason.message().isBlank()));
            assertThatThrownBy(() -> start(gateway, 1))
                    .isInstanceOfSatisfying(
                            ClusterException.class, e -> assertThat(e.code()).isEqualTo(ClusterException.Code.REFUSED));
            onlyClientsThatTrustTheCertificateGetAnAnswer(cluster);
            Told.of(cluster, gateway.createTenant("other").apiKey()).secretsNowhere(told(cluster));
        }
    }

    private static void onlyClientsThatTrustTheCertificateGetAnAnswer(Cluster cluster) throws Exception {
        assertThat(cluster.gatewayUris()).allMatch(uri -> uri.getScheme().equals("https"));
        HttpRequest health = HttpRequest.newBuilder(
                        cluster.gatewayUris().getFirst().resolve("/health/live"))
                .build();
        try (HttpClient trusting = Trust.client(cluster.certificateFile());
                HttpClient stranger = Trust.client(Optional.empty())) {
            assertThat(trusting.send(health, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
            assertThatThrownBy(() -> stranger.send(health, BodyHandlers.discarding()))
                    .isInstanceOf(SSLException.class);
        }
    }

    /// What a stranger on this machine, or one who may ask the container engine, gets to read of a cluster.
    abstract List<String> told(Cluster cluster) throws Exception;

    private static boolean isInstanceEnd(ClusterEvent event) {
        return event instanceof ClusterEvent.EngineHappened happened
                && happened.event().type() == EventType.INSTANCE_ENDED;
    }

    private static Optional<String> leader(Cluster cluster) {
        return cluster.nodes().stream()
                .filter(NodeState::leader)
                .map(NodeState::id)
                .findFirst();
    }

    private static TaskQuery tasks() {
        return TaskQuery.of(TENANT).withProcessDefinitionKey(KEY);
    }

    private static void start(Gateway gateway, int number) throws ClusterException {
        gateway.start(new StartInstance(
                KEY, "order-" + number, Map.of("number", number), TENANT, Optional.of("start-" + number)));
    }

    /// A tenant with the process deployed.
    static void prepare(Gateway gateway, String tenant) throws Exception {
        assertThat(gateway.createTenant(tenant).tenant()).isEqualTo(tenant);
        assertThat(gateway.deploy(file(), "whole.bpmn", tenant)).isInstanceOf(DeployResult.Deployed.class);
    }

    private static String deploy(Gateway gateway) throws Exception {
        DeployResult result = gateway.deploy(file(), "whole.bpmn", TENANT);
        assertThat(result).isInstanceOf(DeployResult.Deployed.class);
        return ((DeployResult.Deployed) result).definitions().getFirst().id();
    }

    static byte[] file() throws Exception {
        try (InputStream in = WholeCluster.class.getResourceAsStream("WholeCluster.bpmn")) {
            return in.readAllBytes();
        }
    }

    /// The user's own cache, since making it takes a minute; clusters in a folder of their own.
    static LauncherSettings freshSettings() {
        try {
            LauncherSettings usual = LauncherSettings.fromEnvironment();
            return new LauncherSettings(
                    Files.createTempDirectory("wavetank-whole-").resolve("state"),
                    usual.cache(),
                    usual.nodeLibrary(),
                    usual.dockerHost(),
                    usual.javaHome());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
